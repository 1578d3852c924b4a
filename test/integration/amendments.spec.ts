import { EventEmitter, once } from 'node:events';
import ICAL from 'ical.js';
import type { Actor } from '../../src/kernel/actor.ts';
import { type AmendmentId, type MeetingId, newId, type SpecialistId, type VisitId } from '../../src/kernel/id.ts';
import { day, month } from '../../src/kernel/month.ts';
import type { MailDraft } from '../../src/modules/notifications/index.ts';
import { AmendmentMails } from '../../src/modules/planning/infra/amendment-mails.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanMonth, Plans, PublishPlan } from '../../src/modules/planning/index.ts';
import { CallOffMeeting, VisitInvitations, VisitsReadModel } from '../../src/modules/visits/index.ts';
import { aBranch, aGround, aSpecialist, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const DECEMBER = month('2020-12');
const REASON = 'Đồng chí được triệu tập đi học';

interface Problem {
  readonly code: string;
  readonly title: string;
}
interface Amended {
  readonly id: AmendmentId;
  readonly number: number;
  readonly noticeId: string;
  readonly noticeSymbol: string;
  readonly released: readonly VisitId[];
  readonly offered: readonly VisitId[];
}
interface Visit {
  readonly id: VisitId;
  readonly specialistId: SpecialistId;
  readonly meetingId: MeetingId;
  readonly state: string;
  readonly replacedById: VisitId | null;
  readonly revision: number;
}
type Change =
  | { readonly kind: 'release'; readonly visitId: string }
  | { readonly kind: 'send'; readonly specialistId: string; readonly meetingId: string };

describe('an amendment of a published plan', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  let board: SignedInPerson;
  let planId: string;
  let meetingIds: MeetingId[];
  let spare: SpecialistId;

  beforeAll(async () => {
    service = await aService({ works: false });
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    meetingIds = [];
    for (const on of ['2020-12-01', '2020-12-02', '2020-12-08']) {
      await aSpecialist(service, committee, ground, `Người ${on.slice(-2)}`);
      meetingIds.push(await aMeetingOn(on));
    }
    board = await person('ban', 'board');
    planId = await published();
    spare = (await aSpecialist(service, committee, ground, 'Phạm Thị Dự')).id;
  });

  const aMeetingOn = async (on: string, time = '19:30') => {
    const branchId = await aBranch(service, committee, ground);
    const at = { day: day(on), time, minutes: 90, place: '', note: '' };
    const { id } = await service.as(committee, () =>
      service.get(AddMeeting).execute(month(on.slice(0, 7)), { branchId, kind: 'regular', ...at }),
    );
    return id;
  };
  const person = (name: string, role: 'board' | 'leader' | 'specialist', specialistId?: SpecialistId) =>
    signIn(service, committee, {
      email: `${name}.${committee.committeeId.slice(-8)}@mau.example`,
      name: `Trần Văn ${name}`,
      role,
      ...(specialistId && { specialistId }),
    });
  const published = async (of = DECEMBER) => {
    const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
    const solveId = await asBoard(() => service.get(PlanMonth).execute(of));
    await asBoard(() => service.get(SolveMonth).execute(of, solveId, new AbortController().signal));
    const id = (await service.as(committee, () => service.get(Plans).findHeader(of)))?.id ?? '';
    await asBoard(() => service.get(PublishPlan).execute(of, { planId: id, revision: 1, leftOut: 0 }));
    return id;
  };
  const sql = <Row>(text: string, ...values: unknown[]) =>
    service.as(committee, () => service.work.query<Row>(text, values));
  const visits = () =>
    sql<Visit>(
      `select v.id, v.specialist_id as "specialistId", v.meeting_id as "meetingId", v.state, v.revision,
         u.replaced_by_id as "replacedById"
       from month_visits v join visit_outcomes u on u.visit_id = v.id join month_meetings m on m.id = v.meeting_id
       order by m.starts_at, v.id`,
    );
  const visitAt = async (meetingId: MeetingId | undefined): Promise<Visit> => {
    const found = (await visits()).find((visit) => visit.meetingId === meetingId && visit.state !== 'released');
    if (!found) throw new Error('nobody goes there');
    return found;
  };
  const revisionOf = async (id = planId) =>
    (await sql<{ revision: number }>(`select revision from plans where id = $1`, id))[0]?.revision ?? 0;
  const amend = async <T = Amended>(
    changes: readonly Change[],
    {
      by = board,
      seen,
      reason = REASON,
      plan = planId,
      of = '2020-12',
    }: { by?: SignedInPerson; seen?: number; reason?: string; plan?: string; of?: string } = {},
  ) =>
    apiOf(service, by)<T>(
      'POST',
      `/months/${of}/amendments`,
      { planId: plan, changes, reason },
      { 'if-match': `"${seen ?? (await revisionOf(plan))}"` },
    );
  const replacement = async (at: number, by: SpecialistId): Promise<Change[]> => {
    const meetingId = meetingIds[at] ?? newId<'Meeting'>();
    const { id } = await visitAt(meetingId);
    return [
      { kind: 'release', visitId: id },
      { kind: 'send', specialistId: by, meetingId },
    ];
  };
  /** A program that says which hour it has read is told both, where the meeting has moved. */
  const movedHoursAreNamed = async () => {
    const changes = await replacement(1, spare);
    const hours = [{ meetingId: meetingIds[1], startsAt: '2020-12-02T11:00:00Z' }];
    const moved = await apiOf(service, board)<Problem & { params: { moved: object[] } }>(
      'POST',
      '/months/2020-12/amendments',
      { planId, changes, reason: REASON, hours },
      { 'if-match': `"${await revisionOf(planId)}"` },
    );
    expect([moved.status, moved.body.code]).toEqual([409, 'plan.amendment_hours_moved']);
    expect(moved.body.params.moved).toEqual([{ was: '2020-12-02T11:00:00.000Z', now: '2020-12-02T12:30:00.000Z' }]);
  };
  const tell = async (id: AmendmentId) =>
    service.work.as(board.actor, () => service.work.run(() => service.get(AmendmentMails).mail(id)));
  const mails = () =>
    sql<{ kind: string; to: string; specialistId: SpecialistId; subject: string; draft: MailDraft }>(
      `select kind, to_address as to, specialist_id as "specialistId", subject, content -> 'draft' as draft
       from mails where kind = 'visits-amended' order by id`,
    );

  it('takes somebody off, sends another, and is recorded with its notice', async () => {
    const changes = await replacement(0, spare);
    const [off] = changes;
    const before = await revisionOf();
    const { status, body } = await amend(changes);
    expect([status, body]).toMatchObject([201, { number: 1, released: [{}], offered: [{}] }]);
    expect(body.noticeSymbol).toMatch(/^02-TB\//);
    const all = await visits();
    const [released, offered] = [body.released[0], body.offered[0]].map((id) => all.find((visit) => visit.id === id));
    expect(released).toMatchObject({ ...(off?.kind === 'release' && { id: off.visitId }), state: 'released' });
    expect(offered).toMatchObject({ specialistId: spare, meetingId: meetingIds[0], state: 'offered' });
    expect(released?.replacedById).toBe(offered?.id);
    const list = await apiOf(service, await person('truc', 'leader'))<{ revision: number; items: object[] }>(
      'GET',
      '/months/2020-12/amendments',
    );
    expect(list.body).toMatchObject({
      planId,
      revision: before + 1,
      items: [{ number: 1, kind: 'board', reason: REASON, noticeSymbol: body.noticeSymbol, madeBy: 'Trần Văn ban' }],
    });
    const [notice] = await sql<{ content: object }>(`select content from documents where id = $1`, body.noticeId);
    expect(JSON.stringify(notice?.content)).toMatch(
      /Căn cứ Thông báo số 01-TB.*Người 0.*Phạm Thị Dự.*triệu tập đi học/,
    );
    const trail = await sql<{ action: string }>(`select action from audit_entries where subject_id = $1`, planId);
    expect(trail.at(-1)).toEqual({ action: 'plan.amended' });
    const [told] = await sql<{ about: string[] }>(`select about from events where name = 'plan.amended'`);
    expect(told?.about).toEqual(['month/2020-12', `plan/${planId}`]);
  });

  it('takes the number that the office’s own register gave, and none that is taken', async () => {
    const numbered = async (changes: readonly Change[], noticeNumber: number) =>
      apiOf(service, board)<Amended & Problem>(
        'POST',
        '/months/2020-12/amendments',
        { planId, changes, reason: REASON, noticeNumber },
        { 'if-match': `"${await revisionOf()}"` },
      );
    const changes = await replacement(0, spare);
    const taken = await numbered(changes, 1);
    expect([taken.status, taken.body.code]).toEqual([409, 'register.number_taken']);
    expect(await sql(`select number from amendments`)).toEqual([]);
    expect((await numbered(changes, 57)).body.noticeSymbol).toMatch(/^57-TB\//);
    expect((await amend(await replacement(1, spare))).body.noticeSymbol).toMatch(/^58-TB\//);
    expect(await sql(`select number from documents order by number`)).toEqual(
      [1, 57, 58].map((number) => ({ number })),
    );
  });

  it('that leaves a meeting without anybody leads on from the month to who could go there, for who may send them', async () => {
    const listed = async (who: SignedInPerson) => {
      const { html } = await browserOf(service, who).open('/months/2020-12');
      return /<article class="uncovered-item">[^]*?<\/article>/.exec(html)?.[0].replaceAll('&#x3D;', '=') ?? '';
    };
    const { id, meetingId } = await visitAt(meetingIds[0]);
    expect(await listed(board)).not.toContain(meetingId);
    await amend([{ kind: 'release', visitId: id }]);
    expect(await listed(board)).toContain(`href="/months/2020-12/repairs?meeting=${meetingId}&amp;visit=${id}"`);
    const leader = await listed(await person('truc', 'leader'));
    expect(leader).toContain(meetingId);
    expect(leader).not.toContain('/repairs');
  });

  it('is done once, however often the button is pressed', async () => {
    const changes = await replacement(0, spare);
    const seen = await revisionOf();
    const replies = await Promise.all([amend(changes, { seen }), amend(changes, { seen })]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(replies[0]?.body).toEqual(replies[1]?.body);
    expect((await amend(changes, { seen })).body).toEqual(replies[0]?.body);
    expect(await sql(`select number from amendments`)).toEqual([{ number: 1 }]);
    expect(await sql(`select number from documents order by number`)).toEqual([{ number: 1 }, { number: 2 }]);
  });

  it('of two at once on the last seat is made by one; the other hears who was quicker, and when', async () => {
    const other = await person('hai', 'board');
    const [meetingId] = meetingIds;
    const taken = await visitAt(meetingId);
    await amend([{ kind: 'release', visitId: taken.id }]);
    const seen = await revisionOf();
    const second = (await aSpecialist(service, committee, ground, 'Lý Văn Hai')).id;
    const sends = (specialistId: SpecialistId): Change[] => [
      { kind: 'send', specialistId, meetingId: meetingId ?? newId<'Meeting'>() },
    ];
    const [one, two] = await Promise.all([
      amend<Amended & Problem>(sends(spare), { seen }),
      amend<Amended & Problem>(sends(second), { seen, by: other }),
    ]);
    expect([one.status, two.status].toSorted()).toEqual([201, 412]);
    const late = one.status === 412 ? one : two;
    expect(late.body.code).toBe('edit.stale');
    expect(late.body.title).toContain(one.status === 412 ? 'Trần Văn hai' : 'Trần Văn ban');
    const there = (await visits()).filter((visit) => visit.meetingId === meetingId);
    expect(there.map(({ state }) => state)).toEqual(['released', 'offered']);
    expect(there[0]?.replacedById).toBe(there[1]?.id);
  });

  it('has numbers without gaps, in its month and in the register, when two months are amended at once', async () => {
    const january = await aMeetingOn('2021-01-12');
    const plan = await published(month('2021-01'));
    const [first] = await sql<{ id: string }>(`select id from month_visits where meeting_id = $1`, january);
    const inJanuary: Change[] = [{ kind: 'release', visitId: first?.id ?? '' }];
    const [a, b] = await Promise.all([amend(await replacement(0, spare)), amend(inJanuary, { plan, of: '2021-01' })]);
    expect([a.status, b.status, a.body.number, b.body.number]).toEqual([201, 201, 1, 1]);
    expect(await sql(`select number from documents order by number`)).toEqual(
      [1, 2, 3, 4].map((number) => ({ number })),
    );
    expect((await amend(await replacement(1, spare))).body).toMatchObject({ number: 2, noticeSymbol: /^05-/ });
  });

  it('is refused where a rule holds that nobody may overrule, or without a reason, and leaves no number behind', async () => {
    await service.as(committee, () =>
      service.work.query(
        `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
         values (current_committee(), $1, $2, '2020-12-01', '2020-12-02', 'sick')`,
        [newId(), spare],
      ),
    );
    const away = await amend<Problem & { errors: { code: string }[] }>(await replacement(0, spare));
    expect([away.status, away.body.code]).toEqual([422, 'plan.amendment_refused']);
    expect(away.body.errors).toMatchObject([
      { code: 'verify.ineligible', detail: 'Không cử người này đến cuộc này được: có lịch bận lúc đó.' },
    ]);
    await movedHoursAreNamed();
    expect((await amend<Problem>(await replacement(1, spare), { reason: ' ' })).body.code).toBe(
      'plan.amendment_reason_missing',
    );
    const atOnce = await aMeetingOn('2020-12-15').catch(() => null);
    expect(atOnce).toBeNull(); // the calendar of a published month is closed
    const [first] = meetingIds;
    const goes = await visitAt(first);
    const twice = await amend<Problem>([
      { kind: 'send', specialistId: goes.specialistId, meetingId: first ?? newId<'Meeting'>() },
    ]);
    expect(twice.body.code).toBe('plan.already_so');
    expect(await sql(`select number from documents`)).toEqual([{ number: 1 }]);
    expect(await sql(`select number from amendments`)).toEqual([]);
  });

  it('overrules by its reason what the board may overrule, and notes it', async () => {
    const [first] = meetingIds;
    const added: Change[] = [{ kind: 'send', specialistId: spare, meetingId: first ?? newId<'Meeting'>() }];
    const cost = await apiOf(service, board)('POST', '/months/2020-12/amendments/cost', { changes: added });
    expect(cost.body).toMatchObject({ can: 'with_reason', breaks: ['verify.too_many_observers'] });
    await amend(added);
    const [{ changes } = { changes: [] as object[] }] = await sql<{ changes: object[] }>(
      `select changes from amendments`,
    );
    expect(changes).toMatchObject([{ kind: 'send', overrules: ['too_many_observers'] }]);
  });

  it('overrules no rule that was not shown to whoever gives the reason', async () => {
    const [first] = meetingIds;
    const changes: Change[] = [{ kind: 'send', specialistId: spare, meetingId: first ?? newId<'Meeting'>() }];
    const send = async (overrules: readonly string[]) =>
      apiOf(service, board)<Problem>(
        'POST',
        '/months/2020-12/amendments',
        { planId, changes, reason: REASON, overrules },
        { 'if-match': `"${await revisionOf()}"` },
      );
    for (const shown of [[], ['verify.above_visit_limit']]) {
      const refused = await send(shown);
      expect([refused.status, refused.body.code]).toEqual([409, 'plan.amendment_breaks_more']);
    }
    expect((await send(['verify.too_many_observers'])).status).toBe(201);
  });

  it('is judged by what the published variant decides otherwise than the policy', async () => {
    const changes = await replacement(1, (await visitAt(meetingIds[0])).specialistId);
    const cost = async () => (await apiOf(service, board)('POST', '/months/2020-12/amendments/cost', { changes })).body;
    expect(await cost()).toMatchObject({ can: 'yes' });
    await sql(`update plans set own_policy = '{"perWeek": 1}' where id = $1`, planId);
    expect(await cost()).toMatchObject({ can: 'with_reason', breaks: ['verify.above_visit_limit'] });
  });

  it('tells each person whom it touches, once, what changed, with the entry of their calendar', async () => {
    const leaving = await visitAt(meetingIds[0]);
    const moving = await visitAt(meetingIds[1]);
    const { body } = await amend([
      { kind: 'release', visitId: leaving.id },
      { kind: 'release', visitId: moving.id },
      { kind: 'send', specialistId: moving.specialistId, meetingId: leaving.meetingId },
      { kind: 'send', specialistId: spare, meetingId: moving.meetingId },
    ]);
    await tell(body.id);
    await tell(body.id);
    const sent = await mails();
    expect(sent.map(({ specialistId }) => specialistId).toSorted()).toEqual(
      [leaving.specialistId, moving.specialistId, spare].toSorted(),
    );
    const to = (id: SpecialistId) => sent.find(({ specialistId }) => specialistId === id);
    expect(to(leaving.specialistId)?.subject).toMatch(/^Không phải dự Thứ Ba 01\/12\/2020: /);
    expect(to(spare)?.subject).toMatch(/^Được cử dự Thứ Tư 02\/12\/2020: /);
    expect(to(moving.specialistId)?.subject).toBe('Đổi lượt dự tháng 12/2020: thôi 1, dự thêm 1 buổi');
    expect(calendarOf(to(leaving.specialistId))).toEqual([`CANCEL ${leaving.id} 1`]);
    expect(calendarOf(to(moving.specialistId))).toEqual([`CANCEL ${moving.id} 1`, `REQUEST ${body.offered[0]} 0`]);
    expect(calendarOf(to(spare))).toEqual([`REQUEST ${body.offered[1]} 0`]);
    expect(to(leaving.specialistId)?.draft.thread).toMatch(/^visits-published\//);
    const duties = `/months/2020-12/duties`;
    const list = await browserOf(service, board).open(duties);
    expect(list.html).toContain(`${duties}/${spare}`);
    expect(list.html).not.toContain(`${duties}/${leaving.specialistId}`);
    expect((await browserOf(service, board).open(`${duties}/${spare}`)).html).toContain('điều chỉnh lần 1');
    expect(to(spare)?.draft.model).toMatchObject({ reason: REASON, number: 1, notice: { symbol: body.noticeSymbol } });
  });

  it('tells the last state once, where it is amended again before its mails are posted', async () => {
    const taken = await visitAt(meetingIds[0]);
    const first = await amend(await replacement(0, spare));
    const back = await amend([
      { kind: 'release', visitId: first.body.offered[0] ?? '' },
      { kind: 'send', specialistId: taken.specialistId, meetingId: taken.meetingId },
    ]);
    await tell(first.body.id);
    await tell(back.body.id);
    const sent = await mails();
    expect(sent.filter(({ specialistId }) => specialistId === spare)).toEqual([]);
    const [off, on] = sent.map(calendarOf);
    expect([off, on]).toEqual([[`CANCEL ${taken.id} 1`], [`REQUEST ${back.body.offered[0]} 0`]]);
    expect(sent[1]?.draft.thread).toBe(`visits-published/${planId}/${taken.specialistId}`);
  });

  it('tells nobody of a visit that is called off at the very moment', async () => {
    const { body } = await amend(await replacement(1, spare));
    const [offered] = body.offered;
    if (!offered) throw new Error('nobody was sent');
    const steps = new EventEmitter();
    const [hasBegun, mayCommit] = [once(steps, 'begun'), once(steps, 'commit')];
    const callingOff = service.work.as(board.actor, () =>
      service.work.run(async () => {
        await service.get(CallOffMeeting).execute(offered, 1, 'Chi bộ hoãn họp');
        steps.emit('begun');
        await mayCommit;
      }),
    );
    await hasBegun;
    // It commits once the mail waits for it or, where it does not, has read the visit as it was.
    const [lines, invitations] = [service.get(VisitsReadModel), service.get(VisitInvitations)];
    const [list, lock] = [lines.list.bind(lines), invitations.lock.bind(invitations)];
    invitations.lock = (ids) => {
      steps.emit('commit');
      return lock(ids);
    };
    lines.list = async (ids) => {
      const read = await list(ids);
      steps.emit('commit');
      await callingOff;
      return read;
    };
    await tell(body.id).finally(() => Object.assign(lines, { list }) && Object.assign(invitations, { lock }));
    expect((await mails()).filter(({ specialistId }) => specialistId === spare)).toEqual([]);
  });

  it('leaves the calendars of the board and of each person as the month now is', async () => {
    const taken = await visitAt(meetingIds[0]);
    const { body } = await amend(await replacement(0, spare));
    const nga = await person('nga', 'specialist', taken.specialistId);
    const own = await browserOf(service, nga).open('/my/visits.ics?month=2020-12');
    expect(own.html).not.toContain(taken.id);
    const all = await browserOf(service, board).open('/months/2020-12/calendar.ics');
    expect(all.html.replaceAll('\r\n ', '')).toContain(body.offered[0]);
    expect(all.html.replaceAll('\r\n ', '')).not.toContain(taken.id);
    const notice = `/my/notices/${body.noticeId}/pdf`;
    expect((await browserOf(service, nga).open(notice)).status).toBe(200);
    const stranger = (await aSpecialist(service, committee, ground, 'Người Khác')).id;
    expect((await browserOf(service, await person('la', 'specialist', stranger)).open(notice)).status).toBe(403);
  });

  it('takes nobody off who has declined meanwhile, and sends somebody instead of them', async () => {
    const [first] = meetingIds;
    const goes = await visitAt(first);
    const nga = await person('nga', 'specialist', goes.specialistId);
    const asked = await replacement(0, spare);
    const declines = apiOf(service, nga)(
      'POST',
      `/visits/${goes.id}/decline`,
      { reason: 'Ốm', kind: 'ill' },
      { 'if-match': `"${goes.revision}"` },
    );
    const [declined, amended] = await Promise.all([declines, amend<Amended & Problem>(asked)]);
    if (amended.status === 201) {
      expect(declined.status).toBeGreaterThanOrEqual(400);
    } else {
      expect([declined.status, amended.body.code]).toEqual([200, 'visit.not_ahead']);
      const sent = await amend([{ kind: 'send', specialistId: spare, meetingId: goes.meetingId }]);
      expect((await visits()).find(({ id }) => id === goes.id)?.replacedById).toBe(sent.body.offered[0]);
      const taken = await apiOf(service, nga)<Problem>(
        'POST',
        `/visits/${goes.id}/take-back`,
        {},
        { 'if-match': '"3"' },
      );
      expect(taken.body.code).toBe('visit.replaced');
    }
  });

  it('is the board’s to make', async () => {
    const changes = await replacement(0, spare);
    for (const role of ['leader', 'specialist'] as const) {
      const who = await person(role, role, role === 'specialist' ? spare : undefined);
      expect((await amend(changes, { by: who })).status).toBe(403);
    }
    expect((await amend<Problem>([{ kind: 'release', visitId: 'x' }])).status).toBe(422);
  });

  // The clock does not go back, so this comes last.
  it('does not reach a meeting that has begun or is over', async () => {
    const changes = await replacement(0, spare);
    for (const at of ['2020-12-01T12:30:00Z', '2020-12-05T02:00:00Z']) {
      await service.clock.moveTo(new Date(at));
      for (const some of [changes, changes.slice(0, 1)]) {
        expect((await amend<Problem>(some)).body).toMatchObject({ code: 'plan.meeting_begun' });
      }
    }
    expect(await sql(`select number from documents`)).toHaveLength(1);
  });
});

/** `REQUEST <visit> <sequence>` of each entry that a mail carries, read by an independent parser. */
function calendarOf(mail: { readonly draft: MailDraft } | undefined): string[] {
  return (mail?.draft.invitations ?? []).map(({ ics }) => {
    const calendar = new ICAL.Component(ICAL.parse(ics) as never);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    const [visitId = ''] = event.uid.split('@');
    return `${String(calendar.getFirstPropertyValue('method'))} ${visitId} ${event.sequence}`;
  });
}
