import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanMonth, Plans } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { statementsOf } from '../support/statements-of.ts';

const DECEMBER = month('2020-12');
const PEOPLE = 4;

describe('the publication of a plan', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let planId: string;
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
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

  const byApi = (id = planId) => apiOf(service, board)('POST', '/months/2020-12/plan/publication', { planId: id });
  const byPage = (planVersion = planId) => browserOf(service, board).post('/months/2020-12/publish', { planVersion });
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
    expect((await byApi()).body).toEqual(first.body);
    const people = (first.body as unknown as { mails: number }).mails;
    expect(await counts()).toEqual([{ visits: PEOPLE, mails: people, notices: 1, revision: 2 }]);
  });

  it('of another plan is refused by both with the same fact', async () => {
    await byApi();
    const other = await byApi('01a22378-2125-76f8-87c6-b480df481202');
    expect([other.status, other.body.code]).toEqual([409, 'plan.already_published']);
    expect((await byPage('other')).status).toBe(409);
  });

  it('asks little of the database: neither problem nor solution is read, and each row is written once', async () => {
    const statements = await statementsOf(`hashtext('month/'`, byApi);
    expect(statements.filter((text) => text.includes('plan_solutions'))).toEqual([]);
    const about = (pattern: RegExp) => statements.filter((text) => pattern.test(text)).length;
    const written = [/^update "?plans/i, /into "?visits/i, /into mails/i, /into jobs/i];
    expect(written.map(about)).toEqual([1, 1, 1, 1]);
  });
});
