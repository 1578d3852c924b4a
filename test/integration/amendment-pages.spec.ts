import type { Actor } from '../../src/kernel/actor.ts';
import type { SpecialistId } from '../../src/kernel/id.ts';
import { day } from '../../src/kernel/month.ts';
import type { Visit } from '../../src/modules/visits/index.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';

describe('the pages of an amendment', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let nga: SpecialistId;
  let hoa: SpecialistId;
  let visit: Visit;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-05T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    board = await person('board');
    ({ id: nga } = await aSpecialist(service, committee, ground, 'Lê Thị Nga'));
    ({ id: hoa } = await aSpecialist(service, committee, ground, 'Phạm Thị Hoa'));
    visit = await visitOf(nga, '2020-12-10');
  });

  const person = (role: 'board' | 'leader') =>
    signIn(service, committee, {
      email: `${role}.${committee.committeeId.slice(-8)}@mau.example`,
      name: `Trần Văn ${role}`,
      role,
    });
  const visitOf = async (specialistId: SpecialistId, heldOn: string) =>
    aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId,
      heldOn: day(heldOn),
    });
  const open = async (path: string, form?: Record<string, string>, who = board) => {
    const browser = browserOf(service, who);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    const html = reply.html.replaceAll('&#x3D;', '=');
    return { ...reply, html, text: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
  };
  const states = async () => {
    const rows = await service.as(committee, () =>
      service.work.query<{ specialistId: string; state: string }>(
        `select specialist_id as "specialistId", state from month_visits where meeting_id = $1 order by id`,
        [visit.meetingId],
      ),
    );
    const name = (id: string) => (id === nga ? 'Nga' : id === hoa ? 'Hoa' : id);
    return rows.map(({ specialistId, state }) => `${name(specialistId)} ${state}`);
  };

  it('let changes be chosen one by one by links, say what they cost and whom they touch, and make them by one press', async () => {
    const start = `/months/2020-12/amend?meeting=${visit.meetingId}`;
    const asked = await open(start);
    expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Chưa chọn thay đổi nào')]);
    expect(asked.html).toContain(`off=${visit.id}`);
    const both = `${start}&off=${visit.id}&on=${hoa}_${visit.meetingId}`;
    const chosen = await open(both);
    expect(chosen.text).toMatch(/Thôi cử Lê Thị Nga dự .*Cử Phạm Thị Hoa dự/);
    expect(chosen.text).toMatch(/Lê Thị Nga : không phải dự nữa .*Phạm Thị Hoa : được cử dự/);
    expect(await states()).toEqual(['Nga offered']);
    // Whoever has no address is to be called, or gets a message where a gateway takes them.
    const sql = (text: string) => service.as(committee, () => service.work.query(text, []));
    await sql(`update specialists set email = '', phone = '0903111222' where id = '${hoa}'`);
    expect((await open(both)).text).toContain('chưa có địa chỉ thư: hãy gọi 0903111222');
    await sql(
      `insert into webhooks (committee_id, url, secret, is_paused, kinds, revision, changed_at)
       values (current_committee(), 'https://g.example', 's', false, '{duties}', 1, now())`,
    );
    expect((await open(both)).text).toContain('tin nhắn tới 0903111222');

    const form = {
      off: visit.id,
      on: `${hoa}_${visit.meetingId}`,
      meeting: visit.meetingId,
      planId: hiddenIn(chosen.html, 'planId') ?? '',
      seen: hiddenIn(chosen.html, 'seen') ?? '',
    };
    const silent = await open('/months/2020-12/amend', { ...form, reason: ' ' });
    expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('Hãy ghi lý do điều chỉnh')]);
    expect(silent.html).toContain(`value="${hoa}_${visit.meetingId}"`);
    const done = await open('/months/2020-12/amend', { ...form, reason: 'Đi học tập trung' });
    expect([done.status, done.location]).toEqual([303, '/months/2020-12/amendments']);
    expect(await states()).toEqual(['Nga released', 'Hoa offered']);
    const again = await open('/months/2020-12/amend', { ...form, reason: 'Đi học tập trung' });
    expect(again.status).toBe(303);
    const late = await open('/months/2020-12/amend', { ...form, reason: 'Lý do khác' });
    expect([late.status, late.text]).toEqual([412, expect.stringContaining('Trần Văn board')]);
  });

  it('show leaders what was amended, when, by whom and why, and the plan then and now', async () => {
    const leader = await person('leader');
    expect((await open('/months/2020-12/amendments', undefined, leader)).text).toContain('Chưa điều chỉnh lần nào');
    const chosen = await open(`/months/2020-12/amend?off=${visit.id}`);
    await open('/months/2020-12/amend', {
      off: visit.id,
      planId: hiddenIn(chosen.html, 'planId') ?? '',
      seen: hiddenIn(chosen.html, 'seen') ?? '',
      reason: 'Đi học tập trung',
    });
    const { text, html } = await open('/months/2020-12/amendments', undefined, leader);
    expect(text).toMatch(/Lần 1 · 01-TB.*Trần Văn board.*thôi cử Lê Thị Nga.*Lý do: Đi học tập trung/);
    expect(html).not.toContain('/months/2020-12/amend"');
    expect((await open('/months/2020-12/amend', undefined, leader)).status).toBe(403);
    expect((await open('/months/2021-03/amendments', undefined, leader)).status).toBe(409);
    const own = await signIn(service, committee, {
      email: `nga.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Nga',
      role: 'specialist',
      specialistId: nga,
    });
    expect((await open('/my/visits?month=2020-12', undefined, own)).text).toContain('Bạn không phải dự buổi này nữa');
  });

  it('bear an address that makes no sense, and changes that are no longer possible', async () => {
    const odd = await open('/months/2020-12/amend?meeting=x&off=y&on=z&on=a_b');
    expect([odd.status, odd.text]).toEqual([200, expect.stringContaining('Chưa chọn thay đổi nào')]);
    const gone = await open(`/months/2020-12/amend?off=${committee.committeeId}`);
    expect([gone.status, gone.text]).toEqual([200, expect.stringContaining('không còn trong danh bạ hoặc lịch họp')]);
    const over = await visitOf(nga, '2020-12-02');
    const past = await open(`/months/2020-12/amend?meeting=${over.meetingId}`);
    expect(past.text).toContain('đã bắt đầu hoặc đã qua');
    expect(past.html).not.toContain(`off=${over.id}`);
  });

  it('hand over what somebody who leaves was to do, the least loaded first, by one amendment of the month', async () => {
    const second = await visitOf(nga, '2020-12-10');
    await visitOf(hoa, '2020-12-15');
    const { id: tam } = await aSpecialist(service, committee, ground, 'Trần Thị Tâm');
    const owed = await visitOf(nga, '2020-12-01');
    await service.as(committee, () =>
      service.work.query(`update specialists set archived_at = now() where id = $1`, [nga]),
    );
    expect((await open(`/specialists/${nga}`)).html).toContain(`/specialists/${nga}/handover`);
    const page = await open(`/specialists/${nga}/handover`);
    expect(page.status).toBe(200);
    const proposed = [...page.html.matchAll(/<option value="([^"]+)" selected/g)].map(([, value]) => value);
    // Both meetings are at one hour, so each goes to somebody else; Tâm has the fewest visits.
    expect(proposed).toEqual([tam, hoa]);
    expect(page.html).toContain(`name="take_${second.id}_${second.meetingId}"`);
    const wrong = await open(`/specialists/${nga}/handover`, {
      month: '2020-12',
      planId: hiddenIn(page.html, 'planId') ?? '',
      seen: hiddenIn(page.html, 'seen') ?? '',
      reason: 'Nghỉ hưu từ 01/12',
      noticeNumber: 'bảy',
      [`take_${visit.id}_${visit.meetingId}`]: hoa,
      [`take_${second.id}_${second.meetingId}`]: 'nobody',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/id="number-2020-12"[^>]*value="bảy"[^>]*aria-invalid="true"/);
    expect(wrong.html).toContain('Nghỉ hưu từ 01/12</textarea>');
    const kept = [...wrong.html.matchAll(/<option value="([^"]+)" selected/g)].map(([, value]) => value);
    expect(kept).toEqual([hoa, 'nobody']);
    // Whoever cannot take it any more stays chosen, and is marked.
    const { id: gone } = await aSpecialist(service, committee, ground, 'Võ Thị Mười');
    await service.as(committee, () =>
      service.work.query(`update specialists set archived_at = now() where id = $1`, [gone]),
    );
    const late = await open(`/specialists/${nga}/handover`, {
      month: '2020-12',
      planId: hiddenIn(page.html, 'planId') ?? '',
      seen: hiddenIn(page.html, 'seen') ?? '',
      reason: 'Nghỉ hưu từ 01/12',
      [`take_${visit.id}_${visit.meetingId}`]: gone,
    });
    expect(late.status).toBe(409);
    expect(late.html).toMatch(
      new RegExp(
        `<option value="${gone}" selected[^>]*>Võ Thị Mười \\([^<]*\\): đã chọn trước, nay không còn nhận được<`,
      ),
    );
    const done = await open(`/specialists/${nga}/handover`, {
      month: '2020-12',
      planId: hiddenIn(page.html, 'planId') ?? '',
      seen: hiddenIn(page.html, 'seen') ?? '',
      reason: 'Đồng chí Nga nghỉ hưu',
      [`take_${visit.id}_${visit.meetingId}`]: tam,
      [`take_${second.id}_${second.meetingId}`]: 'nobody',
    });
    expect([done.status, done.location]).toEqual([303, '/months/2020-12/amendments']);
    expect(await states()).toEqual(['Nga released', `${tam} offered`]);
    expect((await open(`/specialists/${nga}/handover`)).text).toContain('Không còn lượt dự nào phía trước');
    const form = await open(`/specialists/${nga}/handover/forms`, { visit: owed.id, seen: '1', who: hoa });
    expect(form.status).toBe(303);
    expect((await open(`/specialists/${committee.committeeId}/handover`)).status).toBe(404);
  });

  it('refuse what was decided on an hour that has changed meanwhile, in words, and keep what was typed', async () => {
    const chosen = await open(`/months/2020-12/amend?off=${visit.id}&on=${hoa}_${visit.meetingId}`);
    const form = (html: string) => ({
      off: visit.id,
      on: `${hoa}_${visit.meetingId}`,
      planId: hiddenIn(html, 'planId') ?? '',
      seen: hiddenIn(html, 'seen') ?? '',
      hour: hiddenIn(html, 'hour') ?? '',
      reason: 'Đi học tập trung',
    });
    const before = form(chosen.html);
    expect(before.hour).toContain(visit.meetingId);
    await service.as(committee, () =>
      service.work.query(
        `update meetings set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' where id = $1`,
        [visit.meetingId],
      ),
    );
    const refused = await open('/months/2020-12/amend', before);
    expect(refused.status).toBe(409);
    expect(refused.text).toMatch(/giờ họp đã đổi: thứ Năm 10\/12\/2020 .* → thứ Sáu 11\/12\/2020/);
    expect(refused.html).toContain('Đi học tập trung</textarea>');
    expect(await states()).toEqual(['Nga offered']);
    const anew = form(refused.html);
    const odd = await open('/months/2020-12/amend', { ...anew, noticeNumber: '7-TB' });
    expect([odd.status, odd.text]).toEqual([422, expect.stringContaining('chỉ ghi chữ số')]);
    expect(odd.html).toContain('value="7-TB"');
    expect((await open('/months/2020-12/amend', { ...anew, noticeNumber: '7' })).status).toBe(303);
    expect(await states()).toEqual(['Nga released', 'Hoa offered']);
    expect((await open('/months/2020-12/amendments')).text).toContain('Lần 1 · 07-TB');
  });

  it('are offered as long as a meeting is still to begin', async () => {
    const offers = async () => (await open('/months/2020-12/amendments')).html.includes('href="/months/2020-12/amend"');
    expect(await offers()).toBe(true);
    await service.clock.moveTo(new Date('2020-12-30T02:00:00Z'));
    expect(await offers()).toBe(false);
  });
});
