import ICAL from 'ical.js';
import type { Actor } from '../../src/kernel/actor.ts';
import type { BranchId, MeetingId, SpecialistId } from '../../src/kernel/id.ts';
import { day, instantOf } from '../../src/kernel/month.ts';
import type { MailDraft } from '../../src/modules/notifications/index.ts';
import { AnswerVisit, LockedVisits, type Visit } from '../../src/modules/visits/index.ts';
import { RemindOfAnswers } from '../../src/modules/visits/application/remind-of-answers.ts';
import { MovedVisitMails } from '../../src/modules/visits/infra/moved-visit-mails.ts';
import { VisitMails } from '../../src/modules/visits/infra/visit-mails.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, type SignedInPerson, signIn, type TestService } from '../support/service.ts';
import { tellOfVisits } from '../support/tell-of-visits.ts';

const CALENDAR = '/months/2020-12/calendar';

/** How the form of a meeting is sent whose month was published when it was shown. */
const AS_PUBLISHED = { revision: '1', published: 'yes' };

describe('a meeting of a published month', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let branchId: BranchId;
  let nga: SpecialistId;
  let visit: Visit;
  let meeting: string;

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-30T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    const email = `ban-${committee.committeeId}@mau.example`;
    board = await signIn(service, committee, { email, name: 'Trần Văn Ban', role: 'board' });
    branchId = await aBranch(service, committee, ground);
    ({ id: nga } = await aSpecialist(service, committee, ground));
    visit = await aVisit(service, committee, { branchId, specialistId: nga, heldOn: day('2020-12-03') });
    meeting = `${CALENDAR}/${visit.meetingId}`;
  });

  const sql = <T extends object>(text: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<T>(text, values));
  const open = async (path: string, form?: Record<string, string>) => {
    const browser = browserOf(service, board);
    const reply = form ? await browser.post(path, form) : await browser.open(path);
    return { ...reply, text: reply.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
  };
  const move = async (form: Record<string, string>) =>
    open(meeting, { ...AS_PUBLISHED, day: '04/12/2020', time: '19:30', minutes: '90', place: '', note: '', ...form });
  const told = () => service.as(committee, () => service.get(MovedVisitMails).tell(visit.id));
  const drafts = (kind: string) =>
    sql<{ subject: string; draft: MailDraft }>(
      `select subject, content -> 'draft' as draft from mails where kind = $1 order by made_at, id`,
      kind,
    );
  const stored = async (id = visit.id) => {
    const [row] = await sql<{ state: string; heldOn: string; revision: number }>(
      `select state, held_on as "heldOn", revision from visits where id = $1`,
      id,
    );
    if (!row) throw new Error('no such visit');
    return row;
  };
  const entryIn = (draft: MailDraft | undefined) => {
    const [invitation] = draft?.invitations ?? [];
    const event = new ICAL.Component(ICAL.parse(invitation?.ics ?? '') as never).getFirstSubcomponent('vevent');
    const { uid, sequence, startDate } = new ICAL.Event(event ?? undefined);
    return { method: invitation?.method, uid, sequence, start: startDate.toString() };
  };
  const accept = () =>
    service.work.as({ ...committee, specialistId: nga }, () => service.get(AnswerVisit).accept(visit.id, 1));

  it('moves, asks whoever had accepted anew, and tells them first what changed, in the same calendar entry', async () => {
    await tellOfVisits(service, committee, [visit]);
    await accept();
    expect((await open(CALENDAR)).html).toContain(`href="${meeting}`);
    expect((await open(meeting)).text).toContain('Đã phân công: Lê Thị Nga.');
    expect((await move({})).status).toBe(303);
    expect((await move({})).status).toBe(303);
    expect(await stored()).toEqual({ state: 'offered', heldOn: '2020-12-04', revision: 3 });
    for (const _ of ['once', 'again']) await told();
    const [mail, ...more] = await drafts('visit-moved');
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^Dời lịch: Thứ Năm 03\/12\/2020 19:30 → Thứ Sáu 04\/12\/2020 19:30, Chi bộ/);
    const [before] = await drafts('visit-restored');
    const sent = entryIn(before?.draft);
    expect(sent).toMatchObject({ method: 'REQUEST', sequence: 0, start: '2020-12-03T19:30:00' });
    expect(entryIn(mail?.draft)).toEqual({ ...sent, sequence: 1, start: '2020-12-04T19:30:00' });
    expect(mail?.draft.model).toMatchObject({ isSamePlace: true, isSameTime: false, answerBy: '2020-12-02' });
  });

  it('that moves twice before the mail left is told once as it is in the end, and not at all once it is back', async () => {
    await tellOfVisits(service, committee, [visit]);
    await move({});
    await told();
    await move({ day: '05/12/2020', revision: '2', confirmed: '2020-12-05 19:30' });
    await told();
    const [mail, ...more] = await drafts('visit-moved');
    expect([more, mail?.subject]).toEqual([
      [],
      expect.stringMatching(/Thứ Năm 03\/12\/2020 19:30 → Thứ Bảy 05\/12\/2020 19:30/),
    ]);
    expect(entryIn(mail?.draft).sequence).toBe(2);
    await move({ day: '03/12/2020', revision: '3' });
    await told();
    expect(await drafts('visit-moved')).toEqual([]);
  });

  it('is told of once more where the first mail has left, from what that one said', async () => {
    await tellOfVisits(service, committee, [visit]);
    await move({});
    await told();
    await sql(`update mails set state = 'sent', sent_at = now(), attempts = 1 where kind = 'visit-moved'`);
    await move({ place: 'Trường Nguyễn Trường Tộ', revision: '2' });
    await told();
    const [, second] = await drafts('visit-moved');
    expect(second?.subject).toMatch(/^Đổi nơi họp Thứ Sáu 04\/12\/2020, Chi bộ/);
    expect(second?.draft.model).toMatchObject({ isSameTime: true, isSamePlace: false, answerBy: null });
  });

  it('is told of once more where the first mail may be on its way, even if it is back', async () => {
    await tellOfVisits(service, committee, [visit]);
    await move({});
    await told();
    await sql(`update mails set tried_at = now() where kind = 'visit-moved'`);
    await move({ day: '03/12/2020', revision: '2' });
    await told();
    const [, second] = await drafts('visit-moved');
    expect(second?.subject).toMatch(/^Dời lịch: Thứ Sáu 04\/12\/2020 19:30 → Thứ Năm 03\/12\/2020 19:30, Chi bộ/);
  });

  it('becomes one of another kind, of which whoever goes and the branch are told, in the same calendar entry', async () => {
    await sql(`update branches set secretary_email = 'chibo@mau.example' where id = $1`, branchId);
    await tellOfVisits(service, committee, [visit]);
    await accept();
    expect((await open(meeting)).html).toMatch(/name="kind" value="regular"[^>]* checked/);
    const kind = { day: '03/12/2020', kind: 'thematic' };
    for (const _ of ['once', 'again']) expect((await move(kind)).status).toBe(303);
    await told();
    const [mail, ...more] = await drafts('visit-moved');
    expect([mail?.subject, more]).toEqual([
      expect.stringMatching(/^Đổi loại sinh hoạt Thứ Năm 03\/12\/2020, Chi bộ/),
      [],
    ]);
    expect(mail?.draft.model).toMatchObject({
      isSameTime: true,
      before: { kind: 'regular' },
      visit: { kind: 'thematic' },
    });
    expect(entryIn(mail?.draft)).toMatchObject({ sequence: 1, start: '2020-12-03T19:30:00' });
    expect((await drafts('branch-meeting-changed'))[0]?.subject).toContain('đổi loại sinh hoạt');
    expect(await sql(`select kind, state from visits where id = $1`, visit.id)).toEqual([
      { kind: 'thematic', state: 'accepted' },
    ]);
    const path = `/months/2020-12/published-meetings/${visit.meetingId}`;
    expect(await apiOf(service, board)('PATCH', path, { kind: 'combined' }, { 'if-match': '"2"' })).toMatchObject({
      status: 200,
      body: { kind: 'combined', revision: 3 },
    });
  });

  it('does not move into another month, nor once its form is there, and says the way on', async () => {
    const outside = await move({ day: '04/01/2021' });
    expect([outside.status, outside.text]).toEqual([422, expect.stringContaining('hãy hủy cuộc này')]);
    expect(outside.html).toContain('value="04/01/2021"');
    await service.as(committee, async () => {
      await service.get(LockedVisits).complete(await service.get(LockedVisits).get(visit.id));
    });
    const late = await move({});
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringContaining('đã có phiếu dự nên không dời, không đổi loại được nữa'),
    ]);
    expect((await open(`${meeting}/cancel`, { ...AS_PUBLISHED, note: 'Hoãn' })).status).toBe(409);
  });

  it('moved by two at once is moved by the first, and the second is told who was quicker', async () => {
    const replies = await Promise.all([move({ day: '04/12/2020' }), move({ day: '07/12/2020' })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 412]);
    expect(replies.find(({ status }) => status === 412)?.text).toMatch(/Trần Văn Ban đã sửa mục này/);
  });

  it('of a month that is published while its form is open is changed once the page has said who goes and who is told', async () => {
    const form = { day: '04/12/2020', time: '08:15', minutes: '90', place: 'Nhà văn hóa', note: '', revision: '1' };
    const forms = [['', form] as const, ['/cancel', { revision: '1', note: 'Hoãn họp' }] as const];
    for (const [verb, typed] of forms) {
      const late = await open(`${meeting}${verb}`, typed);
      expect([late.status, late.text]).toEqual([
        409,
        expect.stringContaining('vừa được công bố trong lúc đồng chí sửa'),
      ]);
      expect(late.text).toContain('Đã phân công: Lê Thị Nga.');
      expect(late.html).toContain('name="published" value="yes"');
    }
    expect((await open(meeting, form)).html).toMatch(/value="08:15".*value="Nhà văn hóa"/s);
    expect(await stored()).toEqual({ state: 'offered', heldOn: '2020-12-03', revision: 1 });
    expect((await open(meeting, { ...form, ...AS_PUBLISHED })).status).toBe(303);
    expect(await stored()).toMatchObject({ heldOn: '2020-12-04' });
  });

  it('is called off with a reason, told of as no meeting, and taken back as it was', async () => {
    const minh = await aSpecialist(service, committee, ground, 'Trần Văn Minh');
    const [declined] = await sql<{ id: Visit['id'] }>(
      `insert into visits (committee_id, id, branch_id, specialist_id, month, held_on, kind, state, meeting_id, plan_id,
         decline_reason, decline_kind, answered_at)
       select committee_id, gen_random_uuid(), branch_id, $2, month, held_on, kind, 'declined', meeting_id, plan_id,
         'Ốm', 'ill', now() from visits where id = $1 returning id`,
      visit.id,
      minh.id,
    );
    await tellOfVisits(service, committee, [visit]);
    const silent = await open(`${meeting}/cancel`, { ...AS_PUBLISHED, note: ' ' });
    expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('vì sao chi bộ không họp')]);
    for (const _ of ['once', 'again']) {
      expect((await open(`${meeting}/cancel`, { ...AS_PUBLISHED, note: 'Chi bộ hoãn họp' })).status).toBe(303);
    }
    expect([(await stored()).state, (await stored(declined?.id)).state]).toEqual(['cancelled', 'declined']);
    await service.as(committee, () => service.get(VisitMails).withdraw(visit.id));
    const [off] = await drafts('visit-cancelled');
    expect(off?.subject).toContain('Chi bộ không họp');
    expect(entryIn(off?.draft)).toMatchObject({ method: 'CANCEL', sequence: 1, start: '2020-12-03T19:30:00' });
    const page = await open(`/meetings/${visit.meetingId}`);
    expect([page.status, page.location]).toEqual([303, `${CALENDAR}#m-${visit.meetingId}`]);
    expect((await open(CALENDAR)).text).toMatch(/đã hủy.*Chi bộ hoãn họp/);
    expect((await open(`${meeting}/restore`, { ...AS_PUBLISHED, revision: '2' })).status).toBe(303);
    expect([(await stored()).state, (await stored(declined?.id)).state]).toEqual(['offered', 'declined']);
  });

  it('is told to the secretary of its branch as well: the move, the call-off with its reason, and that it takes place', async () => {
    expect((await open(meeting)).text).toContain('chưa có thư điện tử của bí thư');
    await sql(`update branches set secretary_email = 'chibo@mau.example' where id = $1`, branchId);
    expect((await open(meeting)).text).toContain('cũng nhận thư khi dời hoặc hủy: chibo@mau.example');
    const branchMails = () => drafts('branch-meeting-changed');
    for (const _ of ['once', 'again']) await move({});
    await move({ note: 'Chỉ đổi ghi chú', revision: '2' });
    const [moved, ...more] = await branchMails();
    expect([moved?.subject, more]).toEqual([
      expect.stringMatching(/dời lịch Thứ Năm 03\/12\/2020 19:30 → Thứ Sáu 04\/12\/2020 19:30$/),
      [],
    ]);
    expect(moved?.draft).toMatchObject({ to: { address: 'chibo@mau.example' }, model: { isSamePlace: true } });

    // Nobody has read it yet: the next mail is the only one, and says what differs from what the branch knows.
    await move({ day: '2020-12-08', revision: '3' });
    expect((await branchMails()).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/dời lịch Thứ Năm 03\/12\/2020 19:30 → Thứ Ba 08\/12\/2020 19:30$/),
    ]);
    await move({ day: '2020-12-03', revision: '4' });
    expect(await branchMails()).toEqual([]);
    await move({ revision: '5' });
    await sql(`update mails set state = 'sent', sent_at = now(), attempts = 1 where kind = 'branch-meeting-changed'`);

    await open(`${meeting}/cancel`, { ...AS_PUBLISHED, revision: '6', note: 'Trùng đại hội' });
    expect((await branchMails())[1]).toMatchObject({
      subject: expect.stringContaining('hủy cuộc họp Thứ Sáu 04/12/2020') as string,
      draft: { model: { reason: 'Trùng đại hội', contact: { name: 'Trần Văn Ban' } } },
    });
    // Nobody has read it yet, so that there is nothing to correct.
    await open(`${meeting}/restore`, { ...AS_PUBLISHED, revision: '7' });
    expect(await branchMails()).toHaveLength(1);
    await open(`${meeting}/cancel`, { ...AS_PUBLISHED, revision: '8', note: 'Trùng đại hội' });
    await sql(`update mails set state = 'sent', sent_at = now(), attempts = 1 where kind = 'branch-meeting-changed'`);
    await open(`${meeting}/restore`, { ...AS_PUBLISHED, revision: '9' });
    expect((await branchMails()).map(({ subject }) => subject)).toEqual([
      moved?.subject,
      expect.stringContaining('hủy cuộc họp'),
      expect.stringContaining('vẫn họp Thứ Sáu 04/12/2020'),
    ]);
  });

  it('is moved, called off and restored by a program as well, which sees first what that hits', async () => {
    const api = apiOf(service, board);
    const path = `/months/2020-12/published-meetings/${visit.meetingId}`;
    const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
    await sql(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
       values (current_committee(), gen_random_uuid(), $1, '2020-12-04', '2020-12-05', 'leave')`,
      nga,
    );
    expect(await api('POST', `${path}/move-effects`, { day: '2020-12-04' })).toMatchObject({
      status: 200,
      body: { going: ['Lê Thị Nga'], touched: [{ visitId: visit.id, cause: 'absence' }] },
    });
    const moved = { status: 200, body: { day: '2020-12-04', revision: 2, going: ['Lê Thị Nga'] } };
    for (const _ of ['once', 'again']) {
      expect(await api('PATCH', path, { day: '2020-12-04' }, seen(1))).toMatchObject(moved);
    }
    expect(await api('PATCH', path, { day: '2020-12-07' }, seen(1))).toMatchObject({ status: 412 });
    expect(await api('PATCH', path, { day: '2020-12-32' }, seen(2))).toMatchObject({ status: 422 });
    const off = { state: 'cancelled', going: [], revision: 3 };
    expect((await api('POST', `${path}/call-off`, { reason: 'Hoãn' }, seen(2))).body).toMatchObject(off);
    expect((await api('POST', `${path}/take-back`, {}, seen(3))).body).toMatchObject({
      state: 'scheduled',
      revision: 4,
    });
    const draft = `/months/2021-02/published-meetings/${visit.meetingId}`;
    expect(await api('PATCH', draft, { day: '2021-02-04' }, seen(1))).toMatchObject({ status: 404 });
  });

  it('of another committee is nobody’s to move', async () => {
    const elsewhere = await aCommittee(service);
    const email = `ban-${elsewhere.committeeId}@mau.example`;
    const stranger = await signIn(service, elsewhere, { email, name: 'Người khác', role: 'board' });
    const id: MeetingId = visit.meetingId;
    const path = `/months/2020-12/published-meetings/${id}`;
    expect((await apiOf(service, stranger)('PATCH', path, { day: '2020-12-07' }, { 'if-match': '"1"' })).status).toBe(
      404,
    );
  });

  it('whose answer is late is in view of the board, and its person is reminded once', async () => {
    const minh = await aSpecialist(service, committee, ground, 'Trần Văn Minh');
    const answered = await aVisit(service, committee, { branchId, specialistId: minh.id, heldOn: day('2020-12-04') });
    await service.work.as({ ...committee, specialistId: minh.id }, () =>
      service.get(AnswerVisit).accept(answered.id, 1),
    );
    await aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId: nga,
      heldOn: day('2020-12-09'),
    });
    const daily = () => service.work.as(committee, () => service.get(RemindOfAnswers).daily());
    const at = (on: string, time: string) => service.clock.moveTo(instantOf(day(on), time, 'Asia/Ho_Chi_Minh'));
    await at('2020-12-02', '08:00');
    expect([await daily(), (await open('/touched-visits')).text]).toEqual([
      0,
      expect.not.stringContaining('chưa trả lời,'),
    ]);
    await at('2020-12-03', '08:00');
    expect((await open('/touched-visits')).text.match(/Lê Thị Nga chưa trả lời, hạn 02\/12/g)).toHaveLength(2);
    expect((await open(CALENDAR)).text).toContain('2 lượt dự của 1 người chưa được trả lời đúng hạn');
    expect((await Promise.all([daily(), daily()])).sort()).toEqual([0, 1]);
    await at('2020-12-04', '08:00');
    expect(await daily()).toBe(0);
    expect((await drafts('answer-missing')).map(({ subject }) => subject)).toEqual(['Chờ trả lời: 2 lượt dự chi bộ']);
  });

  it('is asked about once before it stands on leave, beside another visit or in the past, and stays in view', async () => {
    const other = await aVisit(service, committee, {
      branchId: await aBranch(service, committee, ground),
      specialistId: nga,
      heldOn: day('2020-12-08'),
      time: '20:00',
    });
    const asked = await move({ day: '08/12/2020' });
    expect([asked.status, asked.text]).toEqual([
      200,
      expect.stringMatching(/Lê Thị Nga không kịp dự cả hai: .* lúc 20:00/),
    ]);
    expect((await stored()).heldOn).toBe('2020-12-03');
    const confirmed = { day: '08/12/2020', confirmed: '2020-12-08 19:30' };
    expect((await move(confirmed)).status).toBe(303);
    const touched = (await open('/touched-visits')).text;
    expect(touched.match(/Lê Thị Nga không kịp dự cả hai/g)).toHaveLength(2);
    expect((await open('/months/2020-12/calendar')).text).toContain('vì trùng lượt khác: cần người khác');
    const api = apiOf(service, board);
    const { body } = await api<{ items: { visitId: string; cause: string; fact: string }[] }>('GET', '/touched-visits');
    for (const { visitId, cause, fact } of body.items.filter((each) => each.cause === 'collision')) {
      expect((await api('POST', '/touched-visits/keep', { visitId, cause, fact })).status).toBe(204);
    }
    expect((await open('/touched-visits')).text).not.toContain('không kịp dự cả hai');
    expect((await stored(other.id)).state).toBe('offered');

    await sql(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
       values (current_committee(), gen_random_uuid(), $1, '2020-12-10', '2020-12-11', 'leave')`,
      nga,
    );
    expect((await move({ day: '10/12/2020', revision: '2' })).text).toContain('Lê Thị Nga có lịch bận lúc đó.');
    await service.clock.moveTo(new Date('2020-12-07T02:00:00Z'));
    const past = await move({ day: '04/12/2020', revision: '2' });
    expect(past.text).toContain('giờ này đã qua: 1 người được phân công sẽ được hỏi phiếu');
    const law = await open(meeting, {
      ...{ day: '25/12/2020', time: '19:30', minutes: '90', place: '', note: '', revision: '2', published: 'yes' },
    });
    expect(law.status).toBe(303);
  });

  it('that is over is told to its branch only where it moves ahead, as its page says', async () => {
    await service.clock.moveTo(new Date('2020-12-07T02:00:00Z'));
    const other = await aVisit(service, committee, { branchId, specialistId: nga, heldOn: day('2020-12-02') });
    await sql(`update visits set state = 'done' where id = $1`, other.id);
    const attended = (await open(`${CALENDAR}/${other.meetingId}`)).text;
    expect(attended).toContain('không chuyên viên nào nhận thư');
    expect(attended).not.toContain('chưa có ai dự');
    await sql(`update branches set secretary_email = 'chibo@mau.example' where id = $1`, branchId);
    expect((await open(meeting)).text).toContain('(chibo@mau.example) chỉ nhận thư nếu dời sang lúc chưa tới');
    expect((await move({ day: '02/12/2020', confirmed: '2020-12-02 19:30' })).status).toBe(303);
    expect(await drafts('branch-meeting-changed')).toEqual([]);
    expect((await move({ day: '18/12/2020', revision: '2' })).status).toBe(303);
    expect(await drafts('branch-meeting-changed')).toHaveLength(1);
  });

  // The last one, because the clock does not go back.
  it('that is over is called off without a word about mails', async () => {
    await service.clock.moveTo(new Date('2020-12-04T02:00:00Z'));
    const page = await open(meeting);
    expect(page.text).toContain('Cuộc họp đã qua nên không ai nhận thư');
    expect(page.text).not.toContain('Thư báo cho người được phân công');
  });
});
