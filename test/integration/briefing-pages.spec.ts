import { day } from '../../src/kernel/month.ts';
import { type Answers, SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { withAttendance } from '../fixtures/some-answers.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit } from '../support/a-month.ts';
import { readPdf } from '../support/pdf-text.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const HOME = '/months/2020-12/briefing';

describe('the pages of the briefing', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-15T02:00:00Z'));
  });
  afterAll(() => service.end());

  async function anOffice() {
    const committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    const person = async (role: 'board' | 'leader' | 'front') =>
      browserOf(
        await signIn(service, committee, {
          email: `${role}.${committee.committeeId}@mau.example`,
          name: 'Trần Văn Mẫu',
          role,
        }),
      );
    const visit = async () =>
      aVisit(service, committee, {
        branchId: await aBranch(service, committee, ground),
        specialistId,
        heldOn: day('2020-12-03'),
      });
    return {
      board: await person('board'),
      leader: await person('leader'),
      front: await person('front'),
      visit,
      form: async (changes: Partial<Answers> = {}) => aForm(service, committee, await visit(), changes),
    };
  }

  /** A client that reads pages and sends their forms. */
  function browserOf({ cookie, csrf }: SignedInPerson) {
    const headers = { cookie, accept: 'text/html' };
    const pageOf = async (reply: Response) => ({
      status: reply.status,
      to: reply.headers.get('location'),
      text: (await reply.text()).replace(/\s+/g, ' '),
    });
    return {
      open: async (path: string) => pageOf(await fetch(service.url + path, { headers, redirect: 'manual' })),
      send: async (path: string, fields: Record<string, string> = {}) =>
        pageOf(
          await fetch(service.url + path, {
            method: 'POST',
            headers,
            redirect: 'manual',
            body: new URLSearchParams({ _csrf: csrf, ...fields }),
          }),
        ),
      file: async (path: string) => {
        const reply = await fetch(service.url + path, { headers });
        return { type: reply.headers.get('content-type'), bytes: new Uint8Array(await reply.arrayBuffer()) };
      },
    };
  }

  const hiddenRevision = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? '';

  it('lead the board from the first compilation over its own words to the number', async () => {
    const { board, leader, visit, form } = await anOffice();
    expect((await board.open(HOME)).text).toContain(`action="${HOME}/compile"`);
    expect((await leader.open(HOME)).text).toContain('Ban chủ trì chưa tổng hợp báo cáo của tháng này.');
    await form(withAttendance(45, 50));
    await visit();

    expect(await board.send(`${HOME}/compile`)).toMatchObject({ status: 303, to: HOME });
    const draft = await board.open(HOME);
    expect(draft.text).toContain('Còn 1 lượt chưa có phiếu được duyệt');
    expect(draft.text).toContain('90%</a> <span class="ground">(45/50)</span>');
    const written = await board.send(`${HOME}/parts/results.attendance`, {
      text: 'Dự họp <b>đông đủ</b>.\r\nCần giữ vững.',
      revision: hiddenRevision(draft.text),
    });
    expect(written).toMatchObject({ status: 303, to: `${HOME}#results.attendance` });
    const edited = await board.open(HOME);
    expect(edited.text).toContain('Dự họp &lt;b&gt;đông đủ&lt;/b&gt;.');

    const confirm = await board.open(`${HOME}/freeze`);
    expect(confirm.text).toContain('<b>1 / 2</b>');
    expect(await board.send(`${HOME}/freeze`, { revision: hiddenRevision(confirm.text) })).toMatchObject({
      status: 303,
      to: HOME,
    });
    const frozen = await board.open(HOME);
    expect(frozen.text).toContain('01-BC/BTC');
    expect(frozen.text).not.toContain(`${HOME}/freeze`);
    expect(frozen.text).not.toContain(`${HOME}/parts/`);
    expect(frozen.text).toMatch(/href="\/documents\/[0-9a-f-]{36}\/docx"/);
  });

  it('give back what was typed where somebody else was quicker, with what is there now', async () => {
    const { board, form } = await anOffice();
    await form();
    await board.send(`${HOME}/compile`);
    const revision = hiddenRevision((await board.open(HOME)).text);
    await board.send(`${HOME}/parts/results.conduct`, { text: 'Lời của người thứ nhất.', revision });
    const late = await board.send(`${HOME}/parts/results.conduct`, { text: 'Lời của người thứ hai.', revision });
    expect(late.status).toBe(412);
    expect(late.text).toContain('<p>Lời của người thứ nhất.');
    expect(late.text).toMatch(/<textarea[^>]*>Lời của người thứ hai.<\/textarea>/);
    expect(late.text).toMatch(/ đã sửa mục này lúc \d\d:\d\d, /);
    expect(late.text).toContain('những gì bạn đã nhập vẫn còn');

    const again = await board.send(`${HOME}/parts/results.conduct`, {
      text: 'Lời của người thứ hai.',
      revision: hiddenRevision(late.text),
    });
    expect(again.status).toBe(303);
    await board.send(`${HOME}/freeze`, { revision: hiddenRevision((await board.open(`${HOME}/freeze`)).text) });
    const tooLate = await board.send(`${HOME}/parts/results.conduct`, { text: 'Lời của người thứ ba.', revision });
    expect([tooLate.status, tooLate.text.includes('Lời của người thứ ba.')]).toEqual([412, true]);

    const long = await board.send(`${HOME}/parts/results.conduct`, { text: 'x'.repeat(8_001), revision });
    expect(long.status).toBe(422);
  });

  it('lead from a number to the visits behind it, and on to each form', async () => {
    const { board, leader, form } = await anOffice();
    const ids = [await form(withAttendance(40, 50)), await form(withAttendance(30, 50))];
    await board.send(`${HOME}/compile`);
    const page = await board.open(HOME);
    const sources = /href="(\/months\/2020-12\/briefing\/sources\?[^"]+)"/.exec(page.text)?.[1] ?? '';
    const list = await board.open(sources.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
    expect(list.status).toBe(200);
    for (const id of ids) expect(list.text).toContain(`/submissions/${id}`);
    const asLeader = await leader.open(sources.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
    for (const id of ids) {
      expect(asLeader.text).toContain(`/submissions/${id}`);
      expect((await leader.open(`/submissions/${id}`)).status).toBe(200);
    }
    expect((await leader.open(`${HOME}/sources?version=1&lines=1`)).text).toContain('Chi bộ Khu phố');
    expect((await leader.open(`${HOME}/sources?version=1&lines=x`)).status).toBe(404);
    expect((await leader.open(`${HOME}?version=7`)).status).toBe(404);
  });

  it('show a draft as it would be on paper, marked as a draft on each page', async () => {
    const { board, form } = await anOffice();
    await form();
    await board.send(`${HOME}/compile`);
    const { type, bytes } = await board.file(`${HOME}/draft/pdf`);
    expect(type).toBe('application/pdf');
    const { pages } = await readPdf(bytes);
    expect(pages.map(({ text }) => /dự thảo/i.test(text))).not.toContain(false);
    await board.send(`${HOME}/freeze`, { revision: '1' });
    expect((await board.open(`${HOME}/draft/pdf`)).status).toBe(404);
  });

  it('are read by the leader without a button, and by nobody else', async () => {
    const { board, leader, front, form } = await anOffice();
    await form();
    await board.send(`${HOME}/compile`);
    const read = await leader.open(HOME);
    expect(read.status).toBe(200);
    expect(read.text).toContain('Điểm bình quân');
    expect(read.text).not.toMatch(new RegExp(`action="${HOME}|${HOME}/freeze`));
    expect((await leader.send(`${HOME}/compile`)).status).toBe(403);
    expect((await leader.send(`${HOME}/freeze`, { revision: '1' })).status).toBe(403);
    expect((await front.open(HOME)).status).toBe(403);

    await board.send(`${HOME}/freeze`, { revision: '1' });
    await form();
    expect((await board.send(`${HOME}/compile`)).status).toBe(303);
    const draft = await board.open(HOME);
    expect(draft.text).toContain(`${HOME}/freeze`);
    const stillFrozen = await leader.open(HOME);
    expect(stillFrozen.text).toContain('01-BC/BTC');
    expect(stillFrozen.text).toMatch(/href="\/documents\/[0-9a-f-]{36}\/docx"/);
  });

  it('say that a form of a frozen version was opened again, and leave it out of the next', async () => {
    const { board, leader, form } = await anOffice();
    const [first] = [await form(), await form()];
    await board.send(`${HOME}/compile`);
    await board.send(`${HOME}/freeze`, { revision: '1' });
    expect((await board.open(HOME)).text).not.toContain('mở lại');
    const revision = hiddenRevision((await board.open(`/submissions/${first}`)).text);
    const opened = await board.send(`/submissions/${first}/reopen`, { revision, reason: 'Số có mặt ghi nhầm.' });
    expect(opened.status).toBe(303);
    for (const reader of [board, leader])
      expect((await reader.open(HOME)).text).toContain('1 phiếu trong bản đã chốt này đã được mở lại sau khi chốt.');
    await board.send(`${HOME}/compile`);
    const next = await board.open(HOME);
    expect(next.text).not.toContain(`/submissions/${first}`);
    expect(next.text).not.toContain('mở lại');
  });

  it('wait for a next version while the frozen one rests on a form that was opened again', async () => {
    const { board, form } = await anOffice();
    const [first] = [await form(), await form()];
    const after = (minutes: number) => service.clock.moveTo(new Date(Date.UTC(2020, 11, 15, 2, minutes)));
    const said = '1 phiếu của báo cáo đã chốt được mở lại: cần bản tiếp theo';
    const isWaiting = async () => (await board.open('/months/2020-12/forms')).text.includes(said);
    await board.send(`${HOME}/compile`);
    await after(1);
    await board.send(`${HOME}/freeze`, { revision: '1' });
    expect(await isWaiting()).toBe(false);
    await after(2);
    const revision = hiddenRevision((await board.open(`/submissions/${first}`)).text);
    await board.send(`/submissions/${first}/reopen`, { revision, reason: 'Số có mặt ghi nhầm.' });
    expect(await isWaiting()).toBe(true);
    await after(3);
    await board.send(`${HOME}/compile`);
    expect(await isWaiting()).toBe(true);
    await board.send(`${HOME}/freeze`, { revision: hiddenRevision((await board.open(`${HOME}/freeze`)).text) });
    expect(await isWaiting()).toBe(false);
    await after(0);
  });

  it('stay where they are while there is nothing to compile', async () => {
    const { board } = await anOffice();
    expect(await board.send(`${HOME}/compile`)).toMatchObject({ status: 303, to: HOME });
    expect((await board.open(HOME)).status).toBe(200);
  });
});
