import ICAL from 'ical.js';
import type { SpecialistId, VisitId } from '../../src/kernel/id.ts';
import { AmendmentMails } from '../../src/modules/planning/infra/amendment-mails.ts';
import type { MailDraft } from '../../src/modules/notifications/index.ts';
import { aPublishedMonth, type PublishedMonthInTest } from '../support/a-published-month.ts';
import { apiOf } from '../support/api.ts';
import { aBranch } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { aService, type SignedInPerson, type TestService } from '../support/service.ts';

const REASON = 'Chi bộ họp bất thường về nhân sự';

interface Sent {
  readonly meetingId: string;
  readonly number: number;
  readonly visits: readonly VisitId[];
  readonly isPast: boolean;
}
interface Made {
  readonly id: VisitId;
  readonly specialistId: SpecialistId;
  readonly state: string;
  readonly isOutside: boolean;
  readonly counts: boolean;
}

describe('a visit outside the plan', () => {
  let service: TestService;
  let month: PublishedMonthInTest;

  beforeAll(async () => {
    service = await aService({ works: false });
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    month = await aPublishedMonth(service, ['2020-12-01', '2020-12-02']);
    await service.clock.moveTo(new Date('2020-12-01T02:00:00Z'));
  });

  it('is refused before the month is published, with the ways that are still open', async () => {
    const { status, html } = await browserOf(service, month.board).open('/months/2021-03/outside');
    expect(status).toBe(409);
    expect(html).toContain('chưa công bố nên chưa ghi lượt dự ngoài kế hoạch');
    expect(html).toContain('href="/months/2021-03/calendar/add"');
    expect(html).toContain('href="/months/2021-03/desk"');
  });

  const revision = async () =>
    (await month.sql<{ revision: number }>(`select revision from plans where id = $1`, month.planId))[0]?.revision ?? 0;
  const request = async (more: Record<string, unknown> = {}) => ({
    planId: month.planId,
    branchId: await aBranch(service, month.committee, month.ground),
    kind: 'thematic',
    day: '2020-12-04',
    time: '19:30',
    minutes: 90,
    observers: [{ specialistId: month.spare }] as unknown[],
    reason: REASON,
    ...more,
  });
  const send = async <T = Sent>(body: object, seen?: number, by: SignedInPerson = month.board) =>
    apiOf(service, by)<T>('POST', '/months/2020-12/outside-visits', body, {
      'if-match': `"${seen ?? (await revision())}"`,
    });
  const made = (ids: readonly VisitId[]) =>
    month.sql<Made>(
      `select id, specialist_id as "specialistId", state, is_outside_plan as "isOutside", counts_as_share as counts
       from visits where id = any($1::uuid[]) order by id`,
      ids,
    );
  const tellAll = () =>
    service.work.as(month.board.actor, () =>
      service.work.run(async () => {
        const [last] = await service.work.query<{ id: never }>(
          `select id from amendments order by number desc limit 1`,
        );
        if (last) await service.get(AmendmentMails).mail(last.id);
      }),
    );
  const mails = () =>
    month.sql<{ to: string; subject: string; draft: MailDraft; text: string }>(
      `select to_address as to, subject, content -> 'draft' as draft from mails where kind = 'visits-amended' order by id`,
    );
  const loads = (id: SpecialistId) =>
    month.sql<{ visits: number }>(`select visits from month_loads where specialist_id = $1`, id);

  it('enters the meeting with its visit in one step, once however often it is sent', async () => {
    const body = await request();
    const seen = await revision();
    const replies = await Promise.all([send(body, seen), send(body, seen)]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(replies[1]?.body).toEqual(replies[0]?.body);
    const [visit] = await made(replies[0]?.body.visits ?? []);
    expect(visit).toMatchObject({ specialistId: month.spare, state: 'offered', isOutside: true, counts: false });
    expect(await month.sql(`select 1 from meetings where branch_id = $1`, body.branchId)).toHaveLength(1);
    const page = await browserOf(service, month.board).open(`/meetings/${replies[0]?.body.meetingId}`);
    expect(page.html).toContain('<span class="chip">ngoài kế hoạch</span>');
  });

  it('may send somebody to a branch a second time in the month', async () => {
    const first = await request();
    expect((await send(first)).status).toBe(201);
    const again = await send(await request({ branchId: first.branchId, day: '2020-12-18' }));
    expect([again.status, (await made(again.body.visits)).map(({ specialistId }) => specialistId)]).toEqual([
      201,
      [month.spare],
    ]);
  });

  it('counts towards the share only where the policy says so', async () => {
    await send(await request());
    expect((await loads(month.spare))[0]?.visits ?? 0).toBe(0);
    await month.sql(
      `insert into planning_policies (committee_id, starts_on, content) values (current_committee(), '2020-12-01', '{"outsideCounts": true}')`,
    );
    await send(await request({ day: '2020-12-11' }));
    expect((await loads(month.spare))[0]?.visits).toBe(1);
  });

  it('tells whoever goes there, with a calendar entry, and says that it is outside the plan', async () => {
    await send(await request());
    await tellAll();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.draft.model).toMatchObject({ outside: 'besides', isAgreed: false });
    const [file] = mail?.draft.invitations ?? [];
    const event = new ICAL.Component(ICAL.parse(file?.ics ?? '') as never).getFirstSubcomponent('vevent');
    expect(new ICAL.Event(event ?? undefined).startDate.toString()).toBe('2020-12-04T19:30:00');
    const page = await browserOf(service, await month.account(month.spare)).open('/my/visits?month=2020-12');
    expect(page.html).toContain('Ngoài kế hoạch; không tính vào phần lượt dự');
  });

  it('sends a leader as an observer: entered in the register once, with an own visit beside that of a specialist', async () => {
    const leader = await month.person('lanh-dao', 'leader');
    const byAccount = { accountId: leader.actor.accountId, department: 'BTC' };
    const { status, body } = await send(await request({ observers: [{ specialistId: month.spare }, byAccount] }));
    expect(status).toBe(201);
    const visits = await made(body.visits);
    expect(visits).toHaveLength(2);
    const entries = await month.sql<{ id: SpecialistId; name: string; most: number }>(
      `select id, name, max_visits as most from specialist_profiles where max_visits = 0`,
    );
    expect(entries).toMatchObject([{ name: 'Trần Văn lanh-dao', most: 0 }]);
    expect(visits.map(({ specialistId }) => specialistId)).toContain(entries[0]?.id);
    await tellAll();
    expect((await mails()).map(({ to }) => to)).toContain(
      leader.actor.accountId && entries[0] ? await addressOf(entries[0].id) : '',
    );

    const again = await send(await request({ day: '2020-12-12', observers: [byAccount] }));
    expect(again.status).toBe(201);
    expect(await month.sql(`select 1 from specialist_profiles where max_visits = 0`)).toHaveLength(1);
    const own = await browserOf(service, await month.account(entries[0]?.id as SpecialistId)).open(
      '/my/visits?month=2020-12',
    );
    expect(own.status).toBe(200);
  });

  it('sends whoever has an account by the name that they have there', async () => {
    const leader = await month.person('leader', 'leader');
    await month.sql(`update accounts set name = 'Thường trực (mẫu)' where id = $1`, leader.actor.accountId);
    const observer = { accountId: leader.actor.accountId, department: 'BTC' };
    expect((await send(await request({ day: '2020-12-14', observers: [observer] }))).status).toBe(201);
    expect(await month.sql(`select 1 from specialist_profiles where name = 'Thường trực (mẫu)'`)).toHaveLength(1);
  });
  const addressOf = async (id: SpecialistId) =>
    (await month.sql<{ email: string }>(`select email from specialist_profiles where id = $1`, id))[0]?.email ?? '';

  it('refuses what nobody can overrule, and stores nothing then', async () => {
    const [going] = await month.visits();
    const body = await request({ day: '2020-12-01', observers: [{ specialistId: going?.specialistId }] });
    const { status, body: problem } = await send<{ code: string }>(body);
    expect([status, problem.code]).toEqual([422, 'plan.outside_refused']);
    expect(await month.sql(`select 1 from meetings where branch_id = $1`, body.branchId)).toEqual([]);
  });

  it.each([
    ['an older plan', {}, -1, 412, 'edit.stale'],
    ['nobody', { observers: [] }, 0, 422, 'plan.outside_nobody'],
    ['no reason', { reason: ' ' }, 0, 422, 'plan.amendment_reason_missing'],
    ['another month', { day: '2021-01-04' }, 0, 422, 'meeting.outside_month'],
    [
      'an unknown account',
      { observers: [{ accountId: '0190a000-0000-7000-8000-000000000001' }] },
      0,
      422,
      'directory.observer_unknown',
    ],
  ])('refuses %s', async (_, more, older, status, code) => {
    await send(await request());
    const reply = await send<{ code: string }>(
      await request({ day: '2020-12-10', ...more }),
      (await revision()) + older,
    );
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('refuses a meeting that the calendar has at that time', async () => {
    const body = await request();
    await send(body);
    const reply = await send<{ code: string }>({ ...body, time: '20:00', reason: 'Lần nữa' });
    expect([reply.status, reply.body.code]).toEqual([409, 'meeting.in_calendar']);
  });

  it('is entered on its page, which keeps what was typed where something is missing', async () => {
    const office = browserOf(service, month.board);
    const page = await office.open('/months/2020-12/outside');
    expect(page.status).toBe(200);
    const branchId = await aBranch(service, month.committee, month.ground);
    const typed = {
      planId: month.planId,
      seen: String(await revision()),
      branchId,
      kind: 'regular',
      day: '2020-12-15',
      time: '18:00',
      minutes: '90',
      reason: REASON,
    };
    const missing = await office.post('/months/2020-12/outside', typed);
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('Hãy chọn ít nhất một người dự.');
    expect(missing.html).toContain(REASON);
    const done = await office.post('/months/2020-12/outside', { ...typed, observer1: month.spare });
    expect(done.status).toBe(303);
    const people = await office.open('/months/2020-12/people');
    expect(people.html).toContain('thêm 1 lượt ngoài kế hoạch');
    const list = await office.open('/months/2020-12/amendments');
    expect(list.html).toContain('dự ngoài kế hoạch');
  });

  // The clock of a service never goes back, so this comes last.
  it('records a meeting that is over, without a mail; its form can be sent', async () => {
    await service.clock.moveTo(new Date('2020-12-09T02:00:00Z'));
    const { body } = await send(await request());
    expect(body.isPast).toBe(true);
    expect(await made(body.visits)).toMatchObject([{ state: 'accepted' }]);
    await tellAll();
    expect(await mails()).toEqual([]);
    const page = await browserOf(service, await month.account(month.spare)).open('/my/visits?month=2020-12');
    expect(page.html).toContain(`/my/visits/${body.visits[0]}/form`);
    // Two working days after the meeting have passed, but nobody was asked before today.
    expect(page.html).toContain('11/12/2020');
    expect(page.html).not.toContain('chậm');
  });
});
