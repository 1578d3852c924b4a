import type { Actor } from '../../src/kernel/actor.ts';
import { readConfig } from '../../src/config/config.ts';
import type { SpecialistId } from '../../src/kernel/id.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { Calendars, type MailDraft } from '../../src/modules/notifications/index.ts';
import { AnswerVisit, VisitCalendars, VisitInvitations, VisitsReadModel } from '../../src/modules/visits/index.ts';
import { VisitMails } from '../../src/modules/visits/infra/visit-mails.ts';
import { PlanMonth, Plans, PublishPlan } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist, type Ground } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';
import { statementsOf } from '../support/statements-of.ts';

const DECEMBER = month('2020-12');
const PEOPLE = 4;

describe('the publication of a plan', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let planId: string;
  let ground: Ground;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
    for (let n = 0; n < PEOPLE; n++) {
      await aSpecialist(service, committee, ground);
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day(`2020-12-0${n + 1}`), time: '19:30', minutes: 90, place: '', note: '' };
      await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    }
    board = await signIn(service, committee, {
      email: `ban.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Trần Văn Ban',
      role: 'board',
    });
    const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
    const solveId = await asBoard(() => service.get(PlanMonth).execute(DECEMBER));
    await asBoard(() => service.get(SolveMonth).execute(DECEMBER, solveId, new AbortController().signal));
    planId = (await service.as(committee, () => service.get(Plans).findHeader(DECEMBER)))?.id ?? '';
  });

  const byApi = (id = planId) =>
    apiOf(service, board)('POST', '/months/2020-12/plan/publication', { planId: id, revision: 1 });
  const byPage = (planVersion = planId) =>
    browserOf(service, board).post('/months/2020-12/publish', { planVersion, seen: '1' });
  const counts = () =>
    service.as(committee, () =>
      service.work.query(
        `select (select count(*) from month_visits) as visits, (select count(*) from mails) as mails,
           (select count(*) from documents) as notices, (select revision from plans) as revision`,
      ),
    );

  it('is done once, and says the same to whoever asks again, by the page or by the interface', async () => {
    const [first, second] = await Promise.all([byApi(), byApi()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body).toMatchObject({ visits: PEOPLE, mails: expect.any(Number) as unknown });
    expect(second.body).toEqual(first.body);
    const { status, location } = await byPage();
    expect([status, location]).toEqual([303, '/months/2020-12']);
    const back = await browserOf(service, board).open('/months/2020-12/publish');
    expect([back.status, back.location]).toEqual([303, '/months/2020-12']);
    expect((await byApi()).body).toEqual(first.body);
    const people = (first.body as unknown as { mails: number }).mails;
    expect(await counts()).toEqual([{ visits: PEOPLE, mails: people, notices: 1, revision: 2 }]);
  });

  it('wants the revision that was looked at, by the page as by the interface', async () => {
    const browser = browserOf(service, board);
    for (const sent of [
      { planVersion: planId },
      { planVersion: planId, seen: '' },
      { planVersion: planId, seen: 'x' },
    ]) {
      expect((await browser.post('/months/2020-12/publish', sent)).status).toBe(428);
    }
    expect((await browser.post('/months/2020-12/publish', { planVersion: planId, seen: '7' })).status).toBe(412);
    expect((await apiOf(service, board)('POST', '/months/2020-12/plan/publication', { planId })).status).toBe(422);
    expect(await counts()).toEqual([{ visits: 0, mails: 0, notices: 0, revision: 1 }]);
  });

  it('by a deputy is told with whose place they took', async () => {
    const { actor: principal } = await signIn(service, committee, {
      email: `truong.${committee.committeeId.slice(-8)}@mau.example`,
      name: 'Lê Thị Trưởng',
      role: 'board',
    });
    if (principal.accountId === null) throw new Error('people sign in with accounts');
    const deputy: Actor = { ...board.actor, onBehalfOf: principal.accountId };
    await service.work.as(deputy, () =>
      service.get(PublishPlan).execute(DECEMBER, { planId, revision: 1, leftOut: 0 }),
    );
    const { html } = await browserOf(service, board).open('/months/2020-12');
    expect(html).toContain('Trần Văn Ban (thay mặt Lê Thị Trưởng)');
  });

  it('and a change of what the committee decides for its month do not pass each other by', async () => {
    const seen = (await apiOf(service, board)('GET', '/policies/planning')).etag ?? '';
    const sent = { from: '2020-12', values: { perDay: 1, maxKm: 30 } };
    const change = () => apiOf(service, board)('PATCH', '/policies/planning', sent, { 'if-match': seen });
    const waits = () =>
      service.work.query(
        `select from pg_locks where locktype = 'advisory' and not granted
         and classid = (hashtext('policies')::bigint & 4294967295)::oid
         and objid = (hashtext($1)::bigint & 4294967295)::oid`,
        [committee.committeeId],
      );
    let changed: ReturnType<typeof change> | undefined;
    await service.work.as(board.actor, async () => {
      await service.work.run(async () => {
        await service.get(PublishPlan).execute(DECEMBER, { planId, revision: 1, leftOut: 0 });
        let isAnswered = false;
        changed = change().finally(() => (isAnswered = true));
        await until(async () => isAnswered || (await waits()).length > 0);
      });
    });
    expect(await changed).toMatchObject({ status: 409, body: { code: 'policy.starts_too_early' } });
    expect(await service.as(committee, () => service.work.query(`select from planning_policies`))).toEqual([]);
  });

  it('and a change at the same instant are done one after the other, whichever comes first', async () => {
    const seen = (await apiOf(service, board)('GET', '/policies/planning')).etag ?? '';
    const sent = { from: '2020-12', values: { perDay: 1, maxKm: 30 } };
    const [changed, published] = await Promise.all([
      apiOf(service, board)('PATCH', '/policies/planning', sent, { 'if-match': seen }),
      byApi(),
    ]);
    const outcomes = [
      `${changed.status} ${changed.body.code ?? ''}`,
      `${published.status} ${published.body.code ?? ''}`,
    ];
    expect([
      ['200 ', '409 plan.outdated'],
      ['409 policy.starts_too_early', '201 '],
    ]).toContainEqual(outcomes);
  });

  it('of another plan is refused by both with the same fact', async () => {
    await byApi();
    const other = await byApi('01a22378-2125-76f8-87c6-b480df481202');
    expect([other.status, other.body.code]).toEqual([409, 'plan.already_published']);
    expect((await byPage('other')).status).toBe(409);
  });

  it('asks little of the database: neither problem nor solution is read, and no person adds a statement', async () => {
    const statements = await statementsOf(`hashtext('month/'`, byApi);
    const asking = statements.filter((text) => text.includes('plan_solutions'));
    expect(asking.filter((text) => !text.startsWith('select count(*)'))).toEqual([]);
    const about = (pattern: RegExp) => statements.filter((text) => pattern.test(text)).length;
    const written = [/^update "?plans/i, /into "?visits/i, /into mails/i, /into jobs/i];
    expect(written.map(about)).toEqual([1, 1, 1, 1]);
    const writes = statements.filter((text) => /^(insert|update|delete)/i.test(text));
    expect(writes.filter((text, index) => writes.indexOf(text) !== index)).toEqual([]);
  });

  describe('and what becomes of it in calendars', () => {
    const visitRows = () => service.as(committee, () => service.get(VisitsReadModel).listOfMonth(DECEMBER));
    const identified = async (publicUrl: string, mailFrom: string) => {
      const config = readConfig({ PUBLIC_URL: publicUrl, MAIL_FROM: mailFrom });
      const invitations = new VisitInvitations(service.work, new Calendars(config, service.clock), service.clock);
      const calendars = new VisitCalendars(service.work, service.get(VisitsReadModel), invitations, config);
      const lines = await visitRows();
      return service.as(committee, () => calendars.identified(lines.slice(0, 1)));
    };
    const mailsOf = (kind: string) =>
      service.as(committee, () =>
        service.work.query<{ key: string; to: string; draft: MailDraft; subject: string }>(
          `select key, to_address as to, content -> 'draft' as draft, subject from mails where kind = $1 order by key`,
          [kind],
        ),
      );

    it('every visit is known by what it went out with, whatever the settings become', async () => {
      await byApi();
      const [before] = await identified('https://one.example', 'Giao Ban <mot@one.example>');
      const [after] = await identified('https://two.example', 'Khác <hai@two.example>');
      expect(after?.identity).toEqual(before?.identity);
      const sent = (await mailsOf('visits-published')).flatMap(({ draft }) => draft.invitations ?? []);
      const ics = sent.map((each) => each.ics.replaceAll('\r\n ', '')).join('');
      expect(ics).toContain(`UID:${before?.identity.uid ?? ''}`);
      expect(ics).toContain(before?.identity.organizer.address);
      expect(sent[0]?.fileName).toMatch(/^2020-12-0\d 1930 .+\.ics$/);
    });

    it('a higher sequence tells of another time or place, once, and of nothing else', async () => {
      await byApi();
      const sequence = async () => (await identified('https://one.example', 'Giao Ban <mot@one.example>'))[0]?.identity;
      const first = await sequence();
      expect(await sequence()).toEqual(first);
      await service.clock.moveTo(new Date('2020-11-26T02:00:00Z'));
      await service.as(committee, () =>
        service.work.query(
          `update meetings set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour'`,
        ),
      );
      const moved = await sequence();
      expect([moved?.uid, moved?.sequence]).toEqual([first?.uid, 1]);
      expect(moved?.changedAt.getTime()).toBeGreaterThan(first?.changedAt.getTime() ?? 0);
      expect(await sequence()).toEqual(moved);
      await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
    });

    it('a refusal takes the visit out again, in the thread of its invitation, and the board hears of it', async () => {
      await byApi();
      const [line] = await visitRows();
      if (!line) throw new Error('no visit');
      const { accountId: _, ...actor } = committee;
      const person: Actor = { ...actor, accountId: null, specialistId: line.specialistId };
      const declined = await service.work.as(person, () =>
        service.get(AnswerVisit).decline(line.id, line.revision, { kind: 'ill', reason: 'Ốm' }),
      );
      expect(declined.state).toBe('declined');
      const mails = service.get(VisitMails);
      await service.as(committee, () => mails.withdraw(line.id));
      await service.as(committee, () => mails.mailBoard({ id: 'e1', facts: { visitId: line.id } }));
      await service.as(committee, () => mails.mailBoard({ id: 'e1', facts: { visitId: line.id } }));
      const [cancelled, ...others] = await mailsOf('visit-cancelled');
      expect(others).toEqual([]);
      const [card] = cancelled?.draft.invitations ?? [];
      const ics = card?.ics.replaceAll('\r\n ', '') ?? '';
      expect(ics).toContain('METHOD:CANCEL');
      expect(ics).toContain('SEQUENCE:1');
      expect(ics).toContain(`UID:${line.id}@`);
      expect(cancelled?.draft.thread).toMatch(/^visits-published\//);
      expect(cancelled?.to).toBe(line.email);
      const told = await mailsOf('visit-declined');
      expect(told.map(({ to, subject }) => [to, subject])).toEqual([
        [
          `ban.${committee.committeeId.slice(-8)}@mau.example`,
          `${line.specialist} không dự được Thứ Ba 01/12/2020: ${line.branch}`,
        ],
      ]);
      expect(told[0]?.draft.model).toMatchObject({
        reason: 'Ốm',
        link: expect.stringContaining('/months/2020-12') as string,
      });
    });
  });

  it('may be read by those whom it orders, and by nobody else who only visits', async () => {
    await byApi();
    const [row] = await service.as(committee, () =>
      service.work.query<{ noticeId: string; specialistId: SpecialistId }>(
        `select p.notice_id as "noticeId", v.specialist_id as "specialistId" from plans p join month_visits v on v.plan_id = p.id limit 1`,
      ),
    );
    const other = await aSpecialist(service, committee, ground, 'Người Khác');
    const who = async (specialistId: SpecialistId, email: string) =>
      browserOf(service, await signIn(service, committee, { email, name: 'Ai Đó', role: 'specialist', specialistId }));
    const path = `/my/notices/${row?.noticeId ?? ''}`;
    const tail = committee.committeeId.slice(-8);
    const ordered = await who(row?.specialistId ?? other.id, `a.${tail}@mau.example`);
    expect((await ordered.open(`${path}/pdf`)).status).toBe(200);
    expect((await ordered.open(`${path}/xlsx`)).status).toBe(404);
    const stranger = await who(other.id, `b.${tail}@mau.example`);
    expect((await stranger.open(`${path}/pdf`)).status).toBe(403);
  });

  it('says what became of its mails, to the board and to administrators, who may send them again', async () => {
    await byApi();
    const month = async () => (await browserOf(service, board).open('/months/2020-12')).html;
    expect(await month()).toContain('Chưa có máy chủ thư nên không thư nào ra ngoài');
    expect(await month()).not.toContain('/mails/again');
    const [failed] = await service.as(committee, () =>
      service.work.query<{ id: string }>(
        `with failed as (
           update mails set state = 'failed', fault = 'recipient', last_error = '550 5.1.1 no such user', attempts = 1
           where id = (select id from mails order by id limit 1) returning id)
         select id from failed`,
      ),
    );
    const html = await month();
    expect(html).toContain('550 5.1.1 no such user');
    expect(html).toContain('1 thư không gửi được');
    expect(html).toContain(`/mails/${failed?.id ?? ''}/again?month`);
    const tail = committee.committeeId.slice(-8);
    const role = async (name: 'admin' | 'leader') =>
      browserOf(service, await signIn(service, committee, { email: `${name}.${tail}@mau.example`, name, role: name }));
    const [admin, leader] = [await role('admin'), await role('leader')];
    expect((await leader.open('/mails')).status).toBe(403);
    expect((await leader.open('/months/2020-12')).html).not.toContain('550 5.1.1');
    expect((await admin.open('/mails')).html).toContain('Máy chủ không nhận địa chỉ này');
    const { html: metrics } = await admin.open('/metrics');
    expect(metrics).toMatch(/^giaoban_mails\{state="failed"\} [1-9]/m);
    expect((await admin.post(`/mails/${failed?.id ?? ''}/again`)).location).toBe('/mails');
    expect((await admin.post(`/mails/${failed?.id ?? ''}/again`)).location).toBe('/mails');
    expect((await admin.open('/mails')).html).not.toContain('Máy chủ không nhận địa chỉ này');
    const states = await service.as(committee, () =>
      service.work.query(`select state, attempts, fault from mails where id = $1`, [failed?.id]),
    );
    expect(states).toEqual([{ state: 'queued', attempts: 0, fault: null }]);
    expect((await browserOf(service, board).post('/mails/again?month=2020-12')).location).toBe('/months/2020-12');
  });
});
