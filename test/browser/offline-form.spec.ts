import { said, typeInto } from '../support/a-phone.ts';
import { FULL_ANSWERS, OfflineGround, type Specialist } from '../support/offline-ground.ts';
import { browserOf } from '../support/pages.ts';
import { until } from '../support/until.ts';

const KEPT = 'Đã giữ trên máy này';

describe('the form on a phone without a network', () => {
  let ground: OfflineGround;
  let nga: Specialist;

  beforeAll(async () => {
    ground = await OfflineGround.make();
    nga = await ground.specialist('Lê Thị Nga');
  });
  afterAll(() => ground.end());
  afterEach(() => ground.giveBack());

  /** A phone that keeps the form of a meeting. */
  async function aPhoneWithForm(heldOn?: string) {
    const due = await ground.dueForm(nga, heldOn);
    const phone = await ground.phone(nga);
    await phone.keep(['/my/visits', due.brief, due.form]);
    return { ...due, phone };
  }

  it('opens my visits, their briefs and forms, reloads them, and says of when they are', async () => {
    const { form, brief, phone } = await aPhoneWithForm();
    ground.line.weather = 'dead';
    for (const path of ['/my/visits', brief, form]) {
      const page = await phone.open(path);
      expect(await page.locator('[data-kept-page]').innerText()).toMatch(/\d{2}:\d{2}/);
      await page.reload();
      expect(await page.locator('h1').innerText()).not.toBe('');
      await page.close();
    }
    ground.line.weather = 'clear';
    const page = await phone.open(form);
    expect(await page.locator('[data-kept-page]').isVisible()).toBe(false);
  });

  it('keeps what is typed in the dark, and sends it without its page when the line is back', async () => {
    const { id, form, phone } = await aPhoneWithForm();
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, FULL_ANSWERS);
    await said(page, KEPT);
    await page.locator('[data-submit]').dispatchEvent('click');
    await said(page, 'Chưa gửi được vì mất mạng');
    await page.close();
    const list = await phone.open('/my/visits');
    await list.getByText('Chờ gửi, tự gửi khi có mạng').waitFor();
    ground.line.weather = 'clear';
    // It may be sending by itself already, and has no button then.
    await list.locator('[data-outbox-send] button').dispatchEvent('click');
    await list.getByText('Hệ thống đã nhận, mã').waitFor();
    const code = await list.locator('[data-outbox-list] code').innerText();
    expect((await ground.versions(id)).map(({ version }) => version)).toEqual([1]);
    await list.goto(`${ground.line.url}${form.replace('/form', '/receipt')}`);
    expect(await list.locator('main').innerText()).toContain(code);
  });

  it.each(['portal', 'gateway'] as const)('takes the page of a %s for no answer of the service', async (weather) => {
    const { id, form, phone } = await aPhoneWithForm();
    ground.line.weather = weather;
    const page = await phone.open(form);
    expect(await page.locator('[data-kept-page]').isVisible()).toBe(true);
    await typeInto(page, FULL_ANSWERS);
    await page.locator('[data-submit]').dispatchEvent('click');
    await said(page, 'Chưa gửi được vì mất mạng');
    expect(await ground.versions(id)).toEqual([]);
    ground.line.weather = 'clear';
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.waitForURL('**/receipt');
    expect(await ground.versions(id)).toHaveLength(1);
  });

  it('sends once what the service has received without an answer, and says that it has it', async () => {
    const { id, form, phone } = await aPhoneWithForm();
    const page = await phone.open(form);
    ground.line.weather = 'swallow';
    await typeInto(page, FULL_ANSWERS);
    await page.locator('[data-submit]').dispatchEvent('click');
    await said(page, 'Chưa gửi được vì mất mạng');
    expect(await ground.versions(id)).toHaveLength(1);
    await page.close();
    ground.line.weather = 'clear';
    const list = await phone.open('/my/visits');
    await list.getByText('Hệ thống đã nhận, mã').waitFor();
    expect(await ground.versions(id)).toHaveLength(1);
  });

  it('takes a save that was never answered for its own, and goes on without a question', async () => {
    const { id, form, phone } = await aPhoneWithForm();
    const page = await phone.open(form);
    ground.line.weather = 'swallow';
    await typeInto(page, { place: 'Trụ sở' });
    await said(page, 'Mất kết nối');
    expect(await ground.draft(id)).toMatchObject({ place: 'Trụ sở' });
    await typeInto(page, { place: 'Trụ sở khu phố 5' });
    await said(page, 'Mất kết nối');
    ground.line.weather = 'clear';
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await said(page, 'Đã lưu bản nháp');
    expect(await page.locator('.differing').count()).toBe(0);
    expect(await ground.draft(id)).toMatchObject({ place: 'Trụ sở khu phố 5' });
  });

  it('loses neither text of two tabs, and asks for each question', async () => {
    const { id, form, phone } = await aPhoneWithForm();
    ground.line.weather = 'dead';
    const [one, two] = [await phone.open(form), await phone.open(form)];
    await typeInto(one, { place: 'Ở đây' });
    await typeInto(two, { place: 'Ở kia' });
    await typeInto(two, { recommendations: 'Chỉ ở kia' });
    await Promise.all([said(one, KEPT), said(two, KEPT)]);
    await one.close();
    await two.close();
    const third = await phone.open(form);
    const box = third.locator('.differing');
    await box.waitFor();
    expect(await box.innerText()).toContain('Ở đây');
    expect(await box.innerText()).toContain('Ở kia');
    // Nobody has chosen, so that the next page asks again.
    await third.close();
    ground.line.weather = 'clear';
    const last = await phone.open(form);
    await last.locator('.differing').waitFor();
    // What is written while the page asks is what it asks about.
    await last.fill('#place', 'Ở đây, viết tiếp');
    await last.locator('.differing li', { hasText: 'viết tiếp' }).locator('button').first().click();
    await said(last, 'Đã lưu bản nháp');
    expect(await ground.draft(id)).toMatchObject({ place: 'Ở đây, viết tiếp' });
    expect((await ground.draft(id))['recommendations']).toBe('Chỉ ở kia');
    expect(await last.locator('.differing').count()).toBe(0);
  });

  it('does not lose what a page has written anew since another one has read its copy', async () => {
    const { form, phone } = await aPhoneWithForm();
    const page = await phone.open(form);
    const left = await page.evaluate<string[][]>(`(async () => {
      const built = new URL(document.querySelector('link[rel=stylesheet]').href.replace('app.css', 'browser/offline/'));
      const { KeptForms } = await import(built + 'kept-forms.js');
      const forms = new KeptForms(document.querySelector('form[data-visit-form]').dataset.account);
      const copy = (id, place) => ({ id, visitId: 'v', title: '', own: {}, base: {}, entries: { place },
        unanswered: null, isToSend: true, said: [] });
      const held = async (id) => (await forms.list()).find((form) => form.id === id);
      const places = async () => (await forms.list()).map(({ entries }) => entries.place).sort();
      await forms.put(copy('one', 'cũ'));
      const read = await held('one');
      await forms.put(copy('one', 'mới'));
      const left = [];
      await forms.put(copy('two', 'khác'), [read]);
      left.push(await places());
      await forms.replace(read, copy('one', 'cũ'));
      await forms.receive({ visitId: 'v', title: '', reference: 'A', receivedAt: '' }, 'two', [read]);
      left.push(await places());
      await forms.remove(null, [read]);
      left.push(await places());
      await forms.remove(null, [await held('one')]);
      left.push(await places());
      return left;
    })()`);
    expect(left).toEqual([['khác', 'mới'], ['mới'], ['mới'], []]);
  });

  it('loses neither text of two devices', async () => {
    const { id, form, phone } = await aPhoneWithForm();
    const other = await ground.phone(nga);
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, { place: 'Trên điện thoại' });
    await said(page, KEPT);
    await page.close();
    ground.line.weather = 'clear';
    const desk = await other.open(form);
    await typeInto(desk, { place: 'Trên máy bàn' });
    await said(desk, 'Đã lưu bản nháp');
    const again = await phone.open(form);
    await again.locator('.differing').waitFor();
    expect(await again.locator('.differing').innerText()).toMatch(/Trên điện thoại[^]*Trên máy bàn/);
    await again.getByRole('button', { name: 'Lấy bản kia' }).click();
    await said(again, 'Đã lưu bản nháp');
    expect(await ground.draft(id)).toMatchObject({ place: 'Trên máy bàn' });
  });

  it('keeps what is written while the form is being sent, and says that it is not in it', async () => {
    const { id, form, phone } = await aPhoneWithForm();
    const page = await phone.open(form);
    await typeInto(page, FULL_ANSWERS);
    await said(page, 'Đã lưu bản nháp');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isAsked = false;
    ground.line.before = async ({ method }) => {
      if (method !== 'POST') return;
      isAsked = true;
      await held;
    };
    await page.locator('[data-submit]').dispatchEvent('click');
    await until(() => isAsked);
    await typeInto(page, { recommendations: 'Viết thêm lúc đang gửi' });
    release();
    await page.getByText('hệ thống đã nhận phiếu như lúc bạn bấm gửi').waitFor();
    expect(await page.locator('.kept').innerText()).toContain('Viết thêm lúc đang gửi');
    const [sent] = await ground.versions(id);
    expect(sent?.answers['recommendations']).not.toBe('Viết thêm lúc đang gửi');
    await page.close();
    const list = await phone.open('/my/visits');
    await list.getByText('Hệ thống đã nhận, mã').waitFor();
    await list.getByText('Xem nội dung giữ trên máy').click();
    await list.getByText('Viết thêm lúc đang gửi').waitFor();
  });

  it('keeps everything when the session ends, asks for it, and goes on where one was', async () => {
    const { id, form, phone } = await aPhoneWithForm();
    const page = await phone.open(form);
    await phone.signOut();
    await typeInto(page, FULL_ANSWERS);
    await page.locator('[data-submit]').dispatchEvent('click');
    await page.locator('.kept-sign-in a').waitFor();
    await page.close();
    await phone.signIn(nga);
    const again = await phone.open(form);
    await again.waitForURL('**/receipt');
    expect(await ground.versions(id)).toHaveLength(1);
  });

  it('keeps texts though the phone closes the database under the page', async () => {
    const { form, phone } = await aPhoneWithForm();
    await phone.closeDatabases();
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, { place: 'Nhà văn hóa' });
    await said(page, KEPT);
    await page.close();
    const again = await phone.open(form);
    await said(again, 'Đã lấy lại');
    expect(await again.inputValue('#place')).toBe('Nhà văn hóa');
  });

  it('shows what was synced after the storage was cleared, and says that something else was lost', async () => {
    const { form, phone } = await aPhoneWithForm();
    const page = await phone.open(form);
    await typeInto(page, { place: 'Đã lên hệ thống' });
    await said(page, 'Đã lưu bản nháp');
    ground.line.weather = 'dead';
    await typeInto(page, { recommendations: 'Chưa lên hệ thống' });
    await said(page, KEPT);
    await page.close();
    await phone.clearStorage();
    ground.line.weather = 'clear';
    const again = await phone.open(form);
    await again.getByText('bộ nhớ của trình duyệt đã bị xóa').waitFor();
    expect(await again.inputValue('#place')).toBe('Đã lên hệ thống');
    await typeInto(again, { recommendations: 'Viết lại' });
    await said(again, 'Đã lưu bản nháp');
    await again.reload();
    await until(async () => (await again.inputValue('#recommendations')) === 'Viết lại');
    expect(await again.getByText('bộ nhớ của trình duyệt đã bị xóa').count()).toBe(0);
  });

  it.each([1970, 2031])('works on a phone whose clock says %s', async (year) => {
    const { id, form, phone } = await aPhoneWithForm();
    await phone.setClock(year);
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, FULL_ANSWERS);
    await said(page, KEPT);
    // The points are there without a network, and nothing is said of what time it is.
    await page.locator('.score-total', { hasText: '100' }).waitFor({ state: 'attached' });
    expect(await page.locator('.field-error').count()).toBe(0);
    expect(await page.locator('[data-live=review]').textContent()).toContain('Đã đủ để gửi');
    await page.close();
    ground.line.weather = 'clear';
    const again = await phone.open(form);
    await said(again, 'Đã lưu bản nháp');
    await again.locator('[data-submit]').dispatchEvent('click');
    await again.waitForURL('**/receipt');
    expect(await ground.versions(id)).toHaveLength(1);
  });

  it('says without a network what is wrong and what is missing, also once it was to be sent', async () => {
    const { form, phone } = await aPhoneWithForm();
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, { ...FULL_ANSWERS, speakers: '99', place: '' });
    await page.locator('#speakers-note .field-error').waitFor({ state: 'attached' });
    expect(await page.locator('#place-note .field-error').count()).toBe(0);
    await page.locator('[data-submit]').dispatchEvent('click');
    await page.locator('#place-note .field-error').waitFor({ state: 'attached' });
    expect(await page.locator('[data-live=errors]').textContent()).toContain('2 chỗ cần xem lại');
  });

  it('copies a form that was returned as often as its page is killed', async () => {
    const { id, form, phone } = await aPhoneWithForm();
    const page = await phone.open(form);
    await typeInto(page, { ...FULL_ANSWERS, place: 'Bản đầu' });
    await page.locator('[data-submit]').dispatchEvent('click');
    await page.waitForURL('**/receipt');
    const [first] = await ground.versions(id);
    const board = browserOf(ground.service, await ground.board());
    const returned = await board.post(`/submissions/${first?.id ?? ''}/return`, {
      revision: '1',
      comments: 'Ghi rõ nơi họp',
    });
    expect(returned.status).toBe(303);
    const texts = ['Sửa lần một', 'Sửa lần hai'];
    for (const [i, text] of texts.entries()) {
      const mending = await phone.open(form);
      // Typed over before it is shown again, the earlier text would be asked about.
      const before = i === 0 ? await mending.inputValue('#recommendations') : texts[i - 1];
      await until(async () => (await mending.inputValue('#recommendations')) === before);
      await typeInto(mending, { recommendations: text });
      await until(async () => /giữ trên máy|Đã lưu/.test(await mending.locator('[data-live=saved]').innerText()));
      await phone.kill(mending);
    }
    const last = await phone.open(form);
    await until(async () => (await last.inputValue('#recommendations')) === 'Sửa lần hai');
    expect(await last.inputValue('#place')).toBe('Bản đầu');
  });

  it('lets a new worker wait while something waits to be sent, and reloads nothing by itself', async () => {
    const { form, phone } = await aPhoneWithForm();
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, FULL_ANSWERS);
    await said(page, KEPT);
    await page.evaluate('globalThis.isSamePage = true');
    ground.line.weather = 'clear';
    ground.line.before = ({ method }) => (method === 'POST' ? new Promise(() => undefined) : Promise.resolve());
    ground.line.release = 'the next release';
    await page.evaluate('navigator.serviceWorker.getRegistration().then((each) => each.update())');
    await until(() => page.evaluate('navigator.serviceWorker.getRegistration().then((each) => each.waiting !== null)'));
    expect(await page.evaluate('globalThis.isSamePage')).toBe(true);
    expect(await page.inputValue('#present')).toBe(FULL_ANSWERS['present']);
  });

  it('is cleared by one press, which warns of what was not sent', async () => {
    const { form, phone } = await aPhoneWithForm();
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, { place: 'Bí mật' });
    await said(page, KEPT);
    await page.close();
    const list = await phone.open('/my/visits');
    const asked: string[] = [];
    list.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await list.getByRole('button', { name: 'Xóa mọi thứ giữ trên máy này' }).click();
    await list.getByText('Máy này không còn giữ gì nữa.').waitFor();
    expect(asked).toEqual([expect.stringContaining('chưa có trên hệ thống')]);
    expect(await list.evaluate('caches.has("giaoban-pages")')).toBe(false);
    await expect(list.goto(ground.line.url + form)).rejects.toThrow();
  });

  it('shows nothing of one person to the next on the same phone, and gives it back to the first', async () => {
    const { form, phone } = await aPhoneWithForm();
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, { place: 'Chỉ Nga biết' });
    await said(page, KEPT);
    await page.close();
    ground.line.weather = 'clear';
    await phone.signIn(await ground.specialist('Trần Văn Hòa'));
    await phone.keep(['/my/visits']);
    ground.line.weather = 'dead';
    const list = await phone.open('/my/visits');
    expect(await list.locator('main').innerText()).not.toContain('Chi bộ');
    expect(await list.locator('[data-outbox-list] li').count()).toBe(0);
    await list.goto(ground.line.url + form).catch(() => undefined);
    expect(await list.locator('body').innerText()).not.toContain('Chỉ Nga biết');
    await list.close();
    ground.line.weather = 'clear';
    await phone.signIn(nga);
    const again = await phone.open(form);
    await until(async () => (await again.inputValue('#place')) === 'Chỉ Nga biết');
  });

  it('says nothing of a meeting that was ahead when the page was kept, and is over now', async () => {
    const { id, form, phone } = await aPhoneWithForm('2020-12-08');
    ground.line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, { ...FULL_ANSWERS, date: '08/12/2020' });
    await said(page, KEPT);
    await page.getByText('Đã đủ để gửi').waitFor({ state: 'attached' });
    expect(await page.locator('.field-error').count()).toBe(0);
    await page.locator('[data-submit]').dispatchEvent('click');
    await said(page, 'Chưa gửi được vì mất mạng');
    await ground.service.clock.moveTo(new Date('2020-12-09T02:00:00Z'));
    ground.line.weather = 'clear';
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.waitForURL('**/receipt');
    expect(await ground.versions(id)).toHaveLength(1);
  });
});
