import type { Actor } from '../../src/kernel/actor.ts';
import type { SpecialistId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import { SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { asHtmlPost, someAnswers } from '../fixtures/some-answers.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { APhone, said, typeInto } from '../support/a-phone.ts';
import { launchChromium, type RunningBrowser } from '../support/chromium.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { type WeatherProxy, weatherProxy } from '../support/weather-proxy.ts';

describe('the form on a phone without a network', () => {
  let service: TestService;
  let line: WeatherProxy;
  let chromium: RunningBrowser;
  let committee: Actor;
  let ground: Ground;
  let nga: SignedInPerson & { id: SpecialistId };
  const phones: APhone[] = [];

  beforeAll(async () => {
    service = await aService();
    line = await weatherProxy(service);
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    await service.clock.moveTo(new Date('2020-12-06T02:00:00Z'));
    nga = await somebody('Lê Thị Nga');
    chromium = await launchChromium();
  });
  afterAll(async () => {
    await chromium.close();
    await line.close();
    await service.end();
  });
  beforeEach(() => {
    line.weather = 'clear';
    line.before = null;
  });
  afterEach(async () => {
    for (const phone of phones.splice(0)) await phone.close();
  });

  async function somebody(name: string) {
    const { id, email } = await aSpecialist(service, committee, ground, name);
    return { ...(await signIn(service, committee, { email, name, role: 'specialist', specialistId: id })), id };
  }

  async function aPhone(person: SignedInPerson = nga): Promise<APhone> {
    const phone = await APhone.of(chromium.browser, line, person);
    phones.push(phone);
    return phone;
  }

  /** A visit whose form is due, as its address. */
  async function aDueForm(): Promise<{ id: string; form: string; brief: string }> {
    const branchId = await aBranch(service, committee, ground);
    const { id } = await aVisit(service, committee, { branchId, specialistId: nga.id, heldOn: day('2020-12-03') });
    return { id, form: `/my/visits/${id}/form`, brief: `/my/visits/${id}` };
  }

  const versions = (visitId: string) =>
    service.as(committee, () =>
      service.work.query<{ version: number; answers: Record<string, unknown> }>(
        `select version, answers from submissions where visit_id = $1 order by version`,
        [visitId],
      ),
    );
  const answers = asHtmlPost(someAnswers({ directives: [] }));

  it('opens my visits, their briefs and forms, reloads them, and says of when they are', async () => {
    const { form, brief } = await aDueForm();
    const phone = await aPhone();
    await phone.keep(['/my/visits', brief, form]);
    line.weather = 'dead';
    for (const path of ['/my/visits', brief, form]) {
      const page = await phone.open(path);
      expect(await page.locator('[data-kept-page]').isVisible()).toBe(true);
      expect(await page.locator('[data-kept-page]').innerText()).toMatch(/\d{2}:\d{2}/);
      await page.reload();
      expect(await page.locator('h1').innerText()).not.toBe('');
      await page.close();
    }
    line.weather = 'clear';
    const page = await phone.open(form);
    expect(await page.locator('[data-kept-page]').isVisible()).toBe(false);
  });

  it('keeps what is typed in the dark, and sends it without its page when the line is back', async () => {
    const { id, form } = await aDueForm();
    const phone = await aPhone();
    await phone.keep([form]);
    line.weather = 'dead';
    const page = await phone.open(form);
    await typeInto(page, answers);
    await said(page, 'Đã giữ trên máy này');
    await page.locator('[data-submit]').dispatchEvent('click');
    await said(page, 'Chưa gửi được vì mất mạng');
    await page.close();
    const list = await phone.open('/my/visits');
    await list.getByText('Chờ gửi, tự gửi khi có mạng').waitFor();
    line.weather = 'clear';
    await list.getByRole('button', { name: 'Gửi ngay' }).click();
    await list.getByText('Hệ thống đã nhận, mã').waitFor();
    const code = await list.locator('[data-outbox-list] code').innerText();
    expect((await versions(id)).map(({ version }) => version)).toEqual([1]);
    await list.goto(`${line.url}${form.replace('/form', '/receipt')}`);
    expect(await list.locator('main').innerText()).toContain(code);
  });
});
