import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanMonth } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { pageOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

/** The value of a field, in whatever order its attributes stand. */
function inputIn(html: string, name: string): string {
  const tag = [...html.matchAll(/<input[^>]*>/g)].map(([one]) => one).find((one) => one.includes(`name="${name}"`));
  return /value="([^"]*)"/.exec(tag ?? '')?.[1] ?? '';
}

/** One day after the other: later tests are later in the month. */
describe('a month that was approved before its first meeting, and is published after it', () => {
  let service: TestService;
  const JANUARY = month('2021-01');
  const PAGE = '/months/2021-01';
  /** Which of the months was approved with a decision about its first meeting. */
  const PINNED = 3;
  interface Approved {
    readonly committee: Actor;
    readonly board: SignedInPerson;
    readonly leader: SignedInPerson;
  }
  interface Standing {
    readonly planId: string;
    readonly revision: number;
  }
  interface Reply {
    readonly code?: string;
    readonly leftOut: number | readonly { readonly meetingId: string; readonly specialistId: string }[];
  }
  let now: Approved;
  let months: Approved[];
  const sql = <Row>(text: string, ...values: unknown[]) =>
    service.as(now.committee, () => service.work.query<Row>(text, values));
  const api = <Body>(method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}) =>
    apiOf(service, now.board)<Body & Reply>(method, `${PAGE}/plan${path}`, body, headers);
  const standing = async () => (await api<Standing>('GET', '/reviews')).body;
  const leftOut = async () => (await api('GET', '')).body.leftOut as Exclude<Reply['leftOut'], number>;
  const step = async (who: SignedInPerson, name: string, comment = 'Xem.') => {
    const { planId, revision } = await standing();
    const body = { planId, comment };
    const reply = await apiOf(service, who)('POST', `${PAGE}/plan/${name}`, body, { 'if-match': `"${revision}"` });
    expect(reply.status).toBe(200);
  };
  const publish = async (seen?: number) => {
    const { planId, revision } = await standing();
    const { status, body } = await api<{ visits: number }>('POST', '/publication', {
      planId,
      revision,
      ...(seen !== undefined && { leftOut: seen }),
    });
    return body.code === undefined ? [status, body.visits, body.leftOut] : [status, body.code];
  };
  const open = (path: string, form?: Record<string, string>, who = now.board) => pageOf(service, who, path, form);
  const pinFirst = async () => {
    const { planId, revision } = await standing();
    const [first] = await sql<{ specialistId: string; meetingId: string }>(
      `select a.specialist_id as "specialistId", a.meeting_id as "meetingId" from plan_assignments a
       join meetings m on m.id = a.meeting_id order by m.starts_at limit 1`,
    );
    const pinned = await api('POST', '/edits', { planId, kind: 'pin', ...first }, { 'if-match': `"${revision}"` });
    expect(pinned.status).toBe(200);
  };
  const approved = async (isPinned = false): Promise<Approved> => {
    const of = await aCommittee(service);
    const base = await aGround(service, of);
    for (const on of ['2021-01-04', '2021-01-05', '2021-01-06']) {
      await aSpecialist(service, of, base);
      const branchId = await aBranch(service, of, base);
      const at = { day: day(on), time: '19:30', minutes: 90, place: '', note: '' };
      await service.as(of, () => service.get(AddMeeting).execute(JANUARY, { branchId, kind: 'regular', ...at }));
    }
    const person = (role: 'board' | 'leader', name: string) =>
      signIn(service, of, { email: `${role}.${of.committeeId.slice(-8)}@mau.example`, name, role });
    now = {
      committee: of,
      board: await person('board', 'Trần Văn Ban'),
      leader: await person('leader', 'Lê Thị Trực'),
    };
    const seen = (await apiOf(service, now.board)('GET', '/policies/planning')).etag ?? '';
    const policy = { from: '2021-01', values: { needsApproval: true } };
    await apiOf(service, now.board)('PATCH', '/policies/planning', policy, { 'if-match': seen });
    const asBoard = <T>(work: () => Promise<T>) => service.work.as(now.board.actor, work);
    const id = await asBoard(() => service.get(PlanMonth).execute(JANUARY));
    await asBoard(() => service.get(SolveMonth).execute(JANUARY, id, new AbortController().signal));
    expect(await sql(`select 1 from plan_assignments`)).toHaveLength(3);
    if (isPinned) await pinFirst();
    await step(now.board, 'submission');
    await step(now.leader, 'approval');
    return now;
  };
  /** The one of them that no test has used. */
  const next = () => {
    const [one] = months.splice(0, 1);
    if (!one) throw new Error('one more month is approved');
    now = one;
  };

  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-12-31T02:00:00Z'));
    months = [];
    for (let n = 0; n < 6; n++) months.push(await approved(n === PINNED));
  });
  afterAll(() => service.end());

  it('is not published around a meeting that began between the page and the press, unless that was seen', async () => {
    next();
    const { planId, revision } = await standing();
    const seen = { planVersion: planId, seen: String(revision), seenLeftOut: '0' };
    await service.clock.moveTo(new Date('2021-01-04T12:29:59Z'));
    expect(await leftOut()).toEqual([]);
    await service.clock.moveTo(new Date('2021-01-04T12:30:00Z'));
    expect(await leftOut()).toHaveLength(1);
    expect(await publish()).toEqual([409, 'plan.begun_meanwhile']);
    const late = await open(`${PAGE}/publish`, seen);
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('có thêm cuộc họp bắt đầu')]);
    expect(late.html).toContain('name="seenLeftOut" value="1"');
    expect(await sql(`select 1 from visits`)).toEqual([]);
    expect(await open(`${PAGE}/publish`, { ...seen, seenLeftOut: '1' })).toMatchObject({ status: 303 });
    expect(await sql(`select 1 from visits`)).toHaveLength(2);

    expect((await open(PAGE)).text).toContain('nhưng không gửi; chưa ghi nhận ai dự');
    // An earlier system recorded somebody there on that day, as an import brings it.
    await sql(
      `insert into visits (committee_id, id, branch_id, specialist_id, month, held_on, kind, state)
       select m.committee_id, gen_random_uuid(), m.branch_id, s.id, m.month, '2021-01-04', 'regular', 'done'
       from meetings m cross join lateral (select id from specialists limit 1) s where m.starts_at < '2021-01-05'`,
    );
    const known = (await open(PAGE)).text;
    expect(known).toContain('nhưng không gửi; ngày đó có ghi nhận người dự chi bộ');
    expect(known).not.toContain('chưa ghi nhận ai dự.');
  });

  it('tells nobody of what has begun, lists it everywhere, and lets it be entered who went there', async () => {
    next();
    await service.clock.moveTo(new Date('2021-01-05T02:00:00Z'));
    const page = await open(`${PAGE}/publish`);
    expect(page.text).toContain('1 lượt ở 1 cuộc họp đã bắt đầu sẽ không được gửi');
    expect(page.text).toContain('dự kiến cử');
    const road = (await open(PAGE)).text;
    expect(road).toContain('1 lượt ở 1 cuộc họp đã bắt đầu sẽ không được gửi');
    expect(road).toContain('(1 lượt đã bắt đầu không gửi nữa)');
    expect(road).not.toContain('Có thay đổi từ khi');
    expect((await open(`${PAGE}/plan/review`, undefined, now.leader)).text).toContain('không cần lập hay duyệt lại');

    const [out, ...more] = await leftOut();
    if (!out) throw new Error('one has begun');
    expect(more).toEqual([]);
    for (const _ of ['once', 'again']) expect(await publish(1)).toEqual([201, 2, 1]);
    const told = await sql<{ who: string; meetingId: string }>(
      `select specialist_id as who, meeting_id as "meetingId" from visits`,
    );
    expect(told.map(({ meetingId }) => meetingId)).not.toContain(out.meetingId);
    expect(await leftOut()).toEqual([out]);
    const mails = await sql<{ who: string; leftOut: number }>(
      `select content #>> '{draft,to,specialistId}' as who, (content #> '{draft,model,leftOut}')::int as "leftOut"
       from mails where kind = 'visits-published'`,
    );
    expect(mails.map(({ who }) => who).toSorted()).toEqual([...new Set(told.map(({ who }) => who))].toSorted());
    expect(mails.map(({ leftOut: said }) => said)).toEqual(mails.map(() => 1));

    const published = await open(PAGE);
    expect(published.text).toContain('1 lượt ở 1 cuộc họp đã bắt đầu trước khi công bố không được gửi');
    expect(published.text).toMatch(/Dự kiến cử [^.]+, nhưng không gửi; chưa ghi nhận ai dự/);
    const record = `${PAGE}/outside?meeting=${out.meetingId}`;
    expect(published.html).toContain(record);
    const form = await open(record);
    expect(form.html).toMatch(new RegExp(`value="${out.specialistId}"[^>]* selected`));
    const [{ branchId } = { branchId: '' }] = await sql<{ branchId: string }>(
      `select branch_id as "branchId" from meetings where id = $1`,
      out.meetingId,
    );
    const names = ['planId', 'seen', 'day', 'time', 'minutes'];
    const fields = {
      ...Object.fromEntries(names.map((name) => [name, inputIn(form.html, name)])),
      branchId,
      kind: 'regular',
      observer1: out.specialistId,
      reason: 'Đã dự như dự kiến',
    };
    for (const _ of ['once', 'again']) {
      const entered = await open(`${PAGE}/outside`, fields);
      expect([entered.status, entered.location]).toEqual([303, `/meetings/${out.meetingId}`]);
    }
    // It was foreseen, so that it counts towards the share; nobody is mailed about what is over.
    expect(
      await sql(
        `select specialist_id as who, is_outside_plan as outside, counts_as_share as counts from visits where meeting_id = $1`,
        out.meetingId,
      ),
    ).toEqual([{ who: out.specialistId, outside: true, counts: true }]);
    expect(await sql(`select 1 from mails where kind = 'visits-amended'`)).toEqual([]);
    expect((await open(PAGE)).text).not.toContain('chưa ghi nhận ai dự');
  });

  it('is not outdated by what became of a meeting that had begun', async () => {
    next();
    await sql(`update meetings set state = 'cancelled' where starts_at < '2021-01-05'`);
    expect(await publish(1)).toEqual([201, 2, 1]);
  });

  it('is published where a meeting that had begun is taken from the calendar with what was decided about it', async () => {
    next();
    const [out] = await leftOut();
    const decided = `select 1 from plan_decisions where meeting_id = $1`;
    expect(await sql(decided, out?.meetingId)).toHaveLength(1);
    const removed = await open(`${PAGE}/calendar/${out?.meetingId}/remove`, { revision: '1' });
    expect(removed.status).toBe(303);
    expect(await sql(decided, out?.meetingId)).toEqual([]);
    expect((await open(PAGE)).text).not.toContain('Có thay đổi từ khi');
    expect((await open(`${PAGE}/desk`)).status).toBe(200);
    expect(await publish(0)).toEqual([201, 2, 0]);
  });

  it('is not changed at a meeting that has begun once it is a draft again, and is outdated by what is called off', async () => {
    next();
    await step(now.leader, 'return');
    const [out] = await leftOut();
    const { planId, revision } = await standing();
    const refused = await api('POST', '/edits', { planId, kind: 'unassign', ...out }, { 'if-match': `"${revision}"` });
    expect([refused.status, refused.body.code]).toEqual([422, 'plan.edit_refused']);
    await sql(`update meetings set state = 'cancelled' where starts_at > '2021-01-06'`);
    expect((await open(PAGE)).text).toContain('bớt 1 cuộc họp');
    expect((await open(`${PAGE}/publish`)).html).not.toContain('name="seenLeftOut"');
  });

  it('is refused where all of it has begun, and says how to go on', async () => {
    next();
    await service.clock.moveTo(new Date('2021-01-06T14:00:00Z'));
    expect(await publish(3)).toEqual([409, 'plan.all_begun']);
    const page = await open(`${PAGE}/publish`);
    expect(page.text).toContain('không còn ai để báo');
    expect(page.html).not.toContain('name="seenLeftOut"');
  });
});
