import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { EnterHoliday, MonthCalendarReadModel } from '../../src/modules/meetings/index.ts';
import { MailPreviews } from '../../src/modules/notifications/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { formOf } from '../support/form-of.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

const DECEMBER = month('2020-12');
const CALENDAR = '/months/2020-12/calendar';
const CONTACTS = `${CALENDAR}/contacts`;

describe('branches that are asked whether their meetings stand', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let ground: Ground;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-20T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    board = await signIn(service, committee, {
      email: `ban-${committee.committeeId}@mau.example`,
      name: 'Lê Thị Ban',
      role: 'board',
    });
    ground = await aGround(service, committee);
  });

  const open = async (path: string, form?: Record<string, string>) => {
    const browser = browserOf(service, board);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, text: textOf(reply.html) };
  };
  /** As the secretary's phone: without any session. */
  const visit = async (path: string, form?: Record<string, string>) => {
    const reply = await fetch(service.url + path, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { accept: 'text/html' },
      ...(form && { body: new URLSearchParams(form) }),
    });
    const html = await reply.text();
    return { status: reply.status, to: reply.headers.get('location'), html, text: textOf(html) };
  };
  const expectPage = async (path: string, status: number, words: string) => {
    const reply = await visit(path);
    expect([reply.status, reply.text]).toEqual([status, expect.stringContaining(words)]);
  };
  const aBranchWith = async (email: string | null) => {
    const id = await aBranch(service, committee, ground);
    await service.as(committee, () =>
      service.work.query(`update branches set secretary_email = $2 where id = $1`, [id, email]),
    );
    return id;
  };
  const meetings = () => service.as(committee, () => service.get(MonthCalendarReadModel).list(DECEMBER));
  const mails = (kind: string) =>
    service.as(committee, () =>
      service.work.query<{ id: string; address: string }>(
        `select id, to_address as address from mails where kind = $1 order by made_at, key`,
        [kind],
      ),
    );
  const mailWith = async (id: string) => {
    const mail = await service.as(committee, () => service.get(MailPreviews).posted(id));
    return (mail?.text ?? '').replace(/\s+/g, ' ');
  };
  const linkIn = (text: string) => /\/meeting-date\/[0-9a-f-]+\/[\w-]+/.exec(text)?.[0] ?? '';
  /** A branch with its meeting on 3 December, asked; the path of its link. */
  const anAskedBranch = async (form: Record<string, string> = {}) => {
    await aBranchWith('bi.thu@mau.example');
    await open(`${CALENDAR}/make`, {});
    await open(`${CONTACTS}/ask`, { seen: '0', ...form });
    const [mail] = await mails('meeting-inquiry');
    const path = linkIn(await mailWith(mail?.id ?? ''));
    expect(path).not.toBe('');
    return path;
  };
  const wishIn = (html: string) =>
    /action="(\/months\/2020-12\/calendar\/contacts\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';

  it('get one mail each, with a link for each meeting, and only who has not answered gets another', async () => {
    await aBranchWith('mot@mau.example');
    await aBranchWith('hai@mau.example');
    await aBranchWith(null);
    await open(`${CALENDAR}/make`, {});
    const before = await open(CONTACTS);
    expect(before.text).toContain('Gửi thư hỏi 2 chi bộ');
    expect(before.text).toMatch(/Không có địa chỉ thư 1 /);

    const twice = await Promise.all([1, 2].map(() => open(`${CONTACTS}/ask`, formOf(before.html))));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect((await mails('meeting-inquiry')).map(({ address }) => address).sort()).toEqual([
      'hai@mau.example',
      'mot@mau.example',
    ]);

    const [mail] = await mails('meeting-inquiry');
    const text = await mailWith(mail?.id ?? '');
    expect(text).toMatch(/Thứ Năm, 03\/12\/2020, 19:30/);
    expect(text).toContain(`ban-${committee.committeeId}@mau.example`);
    expect((await visit(`${linkIn(text)}/confirm`, formOf((await visit(linkIn(text))).html))).status).toBe(303);

    const again = await open(CONTACTS);
    expect(again.text).toContain('Gửi lại cho 1 chi bộ chưa trả lời');
    await open(`${CONTACTS}/ask`, formOf(again.html));
    await open(`${CONTACTS}/ask`, formOf(again.html));
    expect(await mails('meeting-inquiry')).toHaveLength(3);
    expect((await open(CALENDAR)).text).toMatch(/1 đúng lịch, 0 đã đổi, 1 chưa trả lời, 1 không có địa chỉ thư/);
  });

  it('confirm by a button alone: what only opens the link changes nothing, and a second press neither', async () => {
    const link = await anAskedBranch();
    for (const look of [1, 2]) expect([look, (await visit(link)).status]).toEqual([look, 200]);
    expect((await open(CONTACTS)).text).toMatch(/Chưa trả lời 1 /);
    const page = await visit(link);
    expect(page.text).toContain('Gửi đồng chí Nguyễn Văn Mẫu');
    expect(page.text).toMatch(/Thứ Năm, 03\/12\/2020, 19:30–21:00/);
    const seen = { seen: /name="seen" value="([^"]+)"/.exec(page.html)?.[1] ?? '' };
    const both = await Promise.all([visit(`${link}/confirm`, seen), visit(`${link}/confirm`, seen)]);
    expect(both.map(({ status, to }) => [status, to])).toEqual([
      [303, link],
      [303, link],
    ]);
    expect((await visit(link)).text).toMatch(/Đã ghi nhận: đúng lịch\..*Mỗi liên kết trả lời một lần/);
    // Somebody to whom the mail was forwarded wishes another day afterwards.
    expect((await visit(`${link}/wish`, { day: '08/12/2020', time: '18:00' })).status).toBe(303);
    expect((await meetings()).map(({ day: on, source }) => [on, source])).toEqual([['2020-12-03', 'rule']]);
    expect((await open(CONTACTS)).text).toMatch(/chi bộ xác nhận/);
  });

  it('wish another day, which the board accepts once: the meeting moves and the branch is told', async () => {
    const link = await anAskedBranch();
    const sent = await visit(`${link}/wish`, {
      day: '08/12/2020',
      time: '18:00',
      place: 'Trường mẫu',
      word: 'Hội trường bận',
    });
    expect(sent.status).toBe(303);
    expect((await visit(link)).text).toContain('đang chờ trả lời');
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-03' });
    expect((await open('/')).text + (await open('/months/2020-12')).text).toContain('1 chi bộ đề nghị đổi lịch họp');

    const page = await open(CONTACTS);
    expect(page.text).toMatch(/Đề nghị Thứ Ba, 08\/12\/2020, 18:00 Trường mẫu Hội trường bận/);
    const path = wishIn(page.html);
    const seen = /name="seen" value="(\d+)"/.exec(page.html.slice(page.html.indexOf(path)))?.[1] ?? '';
    const decide = () => open(path, { seen, decision: 'accept', reason: 'Đồng ý' });
    expect((await Promise.all([decide(), decide()])).map(({ status }) => status)).toEqual([303, 303]);
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-08', place: 'Trường mẫu', source: 'edit' });
    const [told, ...more] = await mails('meeting-wish-decided');
    expect(more).toEqual([]);
    const text = await mailWith(told?.id ?? '');
    expect(text).toMatch(/đã được đồng ý.*08\/12\/2020/s);
    expect((await visit(linkIn(text))).text).toContain('Đề nghị đổi lịch đã được đồng ý');
    const late = await open(path, { seen, decision: 'decline', reason: '' });
    expect([late.status, late.text]).toEqual([412, expect.stringContaining('Lê Thị Ban')]);
  });

  it('are told when the board declines, and the meeting stays', async () => {
    const link = await anAskedBranch();
    await visit(`${link}/wish`, { day: '06/12/2020', time: '08:00', place: '', word: '' });
    const page = await open(CONTACTS);
    expect(page.text).toContain('06/12/2020 là Chủ nhật');
    const path = wishIn(page.html);
    const seen = /name="seen" value="(\d+)"/.exec(page.html.slice(page.html.indexOf(path)))?.[1] ?? '';
    expect((await open(path, { seen, decision: 'decline', reason: 'Trùng hội nghị' })).status).toBe(303);
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-03', source: 'rule' });
    const [told] = await mails('meeting-wish-decided');
    expect(await mailWith(told?.id ?? '')).toMatch(/chưa được đồng ý.*Trùng hội nghị/s);
    expect((await open(CONTACTS)).text).toContain('không đổi theo đề nghị');
  });

  it('move the meeting themselves where the board allows it, until the month is published', async () => {
    const link = await anAskedBranch({ mayMove: 'yes' });
    expect((await visit(link)).text).toContain('Ngày giờ mới có hiệu lực ngay.');
    await visit(`${link}/wish`, { day: '08/12/2020', time: '18:00', place: '', word: '' });
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-08', source: 'edit' });
    expect((await visit(link)).text).toContain('Đã đổi lịch theo ngày giờ đồng chí ghi.');
    const trail = await service.as(committee, () =>
      service.work.query<{ action: string }>(
        `select action from audit_entries where committee_id = current_committee() and subject_kind like 'meeting%' order by seq`,
      ),
    );
    expect(trail.map(({ action }) => action)).toEqual(['meeting.moved', 'meeting.moved_by_branch', 'inquiry.answered']);
    // Whatever the rules say, the calendar made again keeps the branch's own day.
    await open(`${CALENDAR}/make`, {});
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-08' });
  });

  it('only wish where the plan of the month is published meanwhile', async () => {
    const link = await anAskedBranch({ mayMove: 'yes' });
    const other = await aBranchWith(null);
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    await aVisit(service, committee, { branchId: other, specialistId, heldOn: day('2020-12-10') });
    expect((await visit(link)).text).toContain('phải chờ được đồng ý');
    await visit(`${link}/wish`, { day: '08/12/2020', time: '18:00', place: '', word: '' });
    expect((await meetings()).map(({ day: on }) => on)).toEqual(['2020-12-03', '2020-12-10']);
    const page = await open(CONTACTS);
    expect(page.text).toContain('Chi bộ đề nghị đổi lịch');
    const path = wishIn(page.html);
    const [asked] = await meetings();
    await service.as(committee, () =>
      service.work.query(`update visits set meeting_id = $1, branch_id = $2, held_on = '2020-12-03'`, [
        asked?.id,
        asked?.branch.id,
      ]),
    );
    const seen = /name="seen" value="(\d+)"/.exec(page.html.slice(page.html.indexOf(path)))?.[1] ?? '';
    expect((await open(path, { seen, decision: 'accept', reason: '' })).status).toBe(303);
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-08' });
    const [moved] = await service.as(committee, () =>
      service.work.query<{ heldOn: string }>(`select held_on as "heldOn" from visits`),
    );
    expect(moved?.heldOn).toBe('2020-12-08');
    expect(await mails('meeting-wish-decided')).toHaveLength(1);
    // The decision says that it moves.
    expect(await mails('branch-meeting-changed')).toEqual([]);
  });

  it.each([
    ['20/11/2020', 'không còn ở phía trước'],
    ['04/01/2021', 'phải ở trong tháng 12/2020'],
    ['24/12/2020', 'là ngày nghỉ (Nghỉ riêng)'],
    ['hôm nào đó', 'Hãy chọn một ngày có thật'],
  ])('hear why %s cannot be taken, with what they typed', async (wished, words) => {
    const link = await anAskedBranch({ mayMove: 'yes' });
    await service.as(committee, () =>
      service
        .get(EnterHoliday)
        .execute({ day: day('2020-12-24'), name: 'Nghỉ riêng', kind: 'local', isYearly: false, lastYear: null }),
    );
    const reply = await visit(`${link}/wish`, { day: wished, time: '18:00', place: 'Trường mẫu', word: 'Xin lỗi' });
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining(words)]);
    expect(formOf(reply.html)).toMatchObject({ time: '18:00', place: 'Trường mẫu', word: 'Xin lỗi' });
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-03', source: 'rule' });
  });

  it('are asked again about a meeting that was moved after they confirmed it', async () => {
    const link = await anAskedBranch();
    const seen = { seen: /name="seen" value="([^"]+)"/.exec((await visit(link)).html)?.[1] ?? '' };
    const [meeting] = await meetings();
    const at = { time: '19:30', minutes: '90', place: '', note: '' };
    await open(`${CALENDAR}/${meeting?.id}`, { ...at, day: '2020-12-09', revision: '1' });
    // The page in the branch's hand still shows the former day.
    expect((await visit(`${link}/confirm`, seen)).status).toBe(303);
    expect((await open(CONTACTS)).text).toMatch(/Chưa trả lời 1 /);
    await visit(`${link}/confirm`, { seen: /name="seen" value="([^"]+)"/.exec((await visit(link)).html)?.[1] ?? '' });
    await open(`${CALENDAR}/${meeting?.id}`, { ...at, day: '2020-12-10', revision: '2' });
    const page = await open(CONTACTS);
    expect(page.text).toContain('trả lời cho ngày cũ');
    expect(page.text).toContain('Gửi lại cho 1 chi bộ chưa trả lời');
  });

  // The last one, because the clock does not go back.
  it('find a link that is over, cancelled, cut or of another committee in plain words, and nothing half-done', async () => {
    const link = await anAskedBranch({ mayMove: 'yes' });
    const wish = { day: '08/12/2020', time: '18:00', place: '', word: '' };
    const [meeting] = await meetings();
    await open(`${CALENDAR}/${meeting?.id}/cancel`, { revision: '1', note: '' });
    await expectPage(link, 410, 'Cuộc họp này đã hủy');
    expect((await visit(`${link}/wish`, wish)).status).toBe(303);
    await open(`${CALENDAR}/${meeting?.id}/restore`, { revision: '2' });
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-03' });

    for (const cut of [
      link.slice(0, -1),
      link.replace(committee.committeeId, board.actor.accountId ?? ''),
      '/meeting-date/x/y',
    ]) {
      await expectPage(cut, 404, 'Liên kết không dùng được');
      expect((await visit(`${cut}/confirm`, {})).status).toBe(303);
    }
    await service.clock.moveTo(new Date('2020-12-02T17:30:00Z'));
    await expectPage(link, 410, 'Đã hết hạn trả lời');
    expect((await visit(`${link}/wish`, wish)).status).toBe(303);
    expect((await meetings())[0]).toMatchObject({ day: '2020-12-03' });
    expect((await open(CONTACTS)).text).not.toContain('Chi bộ đề nghị đổi lịch');
  });
});

function textOf(html: string): string {
  return html
    .slice(Math.max(0, html.indexOf('<main')))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ');
}
