import type pg from 'pg';
import { serviceActor } from '../../src/modules/identity/index.ts';
import { month } from '../../src/kernel/month.ts';
import { inputHash, type PlanProblem, readProblem } from '../../src/solver/index.ts';
import { BriefingInputReadModel } from '../../src/modules/briefings/infra/briefing-input-read-model.ts';
import { type ImportId, TakeBackImport } from '../../src/modules/directory/index.ts';
import { migrate } from '../../src/platform/database/database.ts';
import { aReleasedMonth, type ReleasedMonth } from '../support/a-released-month.ts';
import { apiOf } from '../support/api.ts';
import { browserOf } from '../support/pages.ts';
import { onDatabase } from '../support/postgres.ts';
import { aReleasedDatabase, goBackTo, RELEASED } from '../support/released-database.ts';
import { aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import type { ClonedDatabase } from '../support/template.ts';

const DECEMBER = month('2020-12');
/** Tables of release 0007 that later migrations have changed. */
const MOVED = ['plans', 'visits', 'import_changes', 'submissions', 'rubrics', 'briefings'];

/** Every row of the tables as JSON, whatever columns they have. */
async function dump(client: pg.Client): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of MOVED) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t order by t::text`,
    );
    // Ids of findings are new at each migration.
    tables[table] = rows.map(({ row: { finding_ids: _, ...row } }) => row);
  }
  return tables;
}

describe('a database of the release before', () => {
  let database: ClonedDatabase;
  let released: ReleasedMonth;
  let before: Record<string, unknown[]>;
  beforeAll(async () => {
    database = await aReleasedDatabase();
    [released, before] = await onDatabase(database.url, async (client) => [
      await aReleasedMonth(client),
      await dump(client),
    ]);
  });
  afterAll(() => database.drop());

  it('goes up, down and up again with all that it holds', async () => {
    await migrate(database.url);
    const up = await onDatabase(database.url, dump);
    await goBackTo(database.url, RELEASED);
    expect(await onDatabase(database.url, dump)).toEqual(before);
    await migrate(database.url);
    expect(await onDatabase(database.url, dump)).toEqual(up);
  });

  describe('once it is taken along', () => {
    let service: TestService;
    let board: SignedInPerson;
    let nga: SignedInPerson;
    beforeAll(async () => {
      service = await aService({ works: false, databaseUrl: database.url });
      await service.clock.moveTo(new Date('2020-12-10T02:00:00Z'));
      const actor = serviceActor(released.committeeId);
      board = await signIn(service, actor, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
      const [first] = released.specialists;
      if (!first) throw new Error('there is a specialist');
      nga = await signIn(service, actor, { ...first, role: 'specialist', specialistId: first.id });
    });
    afterAll(() => service.end());

    const page = async (path: string) => {
      const { status, html } = await browserOf(service, board).open(path);
      expect([path, status]).toEqual([path, 200]);
      return html.replace(/\s+/g, ' ');
    };
    const api = async <T>(path: string) => (await apiOf(service, board)<T>('GET', path)).body;

    it('has the plan that was published, question, answer and duties', async () => {
      const { id, problem, plan } = released.published;
      expect(await api('/months/2020-12/plan')).toMatchObject({
        id,
        state: 'published',
        status: plan.status,
        assignments: 4,
        isVerified: true,
      });
      const asked = await api<PlanProblem>('/months/2020-12/plan/problem.json');
      expect(asked).toMatchObject(JSON.parse(JSON.stringify(problem)) as object);
      expect(inputHash(readProblem(asked))).toBe(plan.inputHash);
      expect(asked.specialists.map(({ label }) => label)).not.toContain(undefined);
      expect(await api('/months/2020-12/plan/plan.json')).toEqual(JSON.parse(JSON.stringify(plan)));
      const duties = await onDatabase(database.url, async (client) =>
        client.query(`select meeting_id, specialist_id from plan_assignments where plan_id = $1 order by 1`, [id]),
      );
      expect(duties.rows).toEqual(
        plan.assignments
          .map(({ meetingId, specialistId }) => ({ meeting_id: meetingId, specialist_id: specialistId }))
          .sort((a, b) => (a.meeting_id < b.meeting_id ? -1 : 1)),
      );
    });

    it('shows the month: who goes where, what was declined, what is reported, what the briefing says', async () => {
      const plan = await page('/months/2020-12');
      expect(plan).toContain('1 / 3'); // visits made, of those that stand
      expect(plan).toContain('2 / 3'); // forms
      expect(await page('/months/2020-12/people')).toContain('Phạm Thị Hoa');
      expect(await page('/months/2020-12/calendar')).toContain('Chi bộ Khu phố 4');
      expect(await page('/months/2020-12/briefing')).toContain(released.section);
      expect(await api('/months/2020-12/forms')).toMatchObject({ expected: 3, accepted: 1, toReview: 1, missing: 1 });
      const { visits } = await service.as(serviceActor(released.committeeId), () =>
        service.get(BriefingInputReadModel).read(DECEMBER, service.clock.now()),
      );
      const outcomes = new Map(visits.map(({ id, outcome, form }) => [id as string, [outcome, form !== null]]));
      expect(released.visits.map((id) => outcomes.get(id))).toEqual([
        ['pending', false],
        ['attended', true],
        ['pending', false],
        ['declined', false],
      ]);
      const own = (await apiOf(service, nga)<{ visits: { id: string }[] }>('GET', '/my/visits?month=2020-12')).body;
      const [first] = released.specialists;
      const hers = released.published.plan.assignments.filter(({ specialistId }) => specialistId === first?.id);
      expect(own.visits).toHaveLength(hers.length);
    });

    it('refuses a draft that knows nothing of what December left over for each person', async () => {
      const actor = serviceActor(released.committeeId);
      const loads = await service.as(actor, () =>
        service.work.query<{ visits: number; share: number }>(
          `select visits, share from month_loads where month = $1`,
          ['2020-12-01'],
        ),
      );
      expect(loads).toHaveLength(released.specialists.length);
      expect(loads.reduce((sum, { visits }) => sum + visits, 0)).toBe(3);
      expect(loads.map(({ share }) => share)).toEqual(loads.map(() => 200));
      const reply = await apiOf(service, board)('POST', '/months/2021-01/plan/publication', {
        planId: released.draft.id,
        revision: 1,
      });
      expect([reply.status, reply.body]).toMatchObject([409, { code: 'plan.outdated' }]);
    });

    it('lets an import be taken back that had brought a visit', async () => {
      const actor = serviceActor(released.committeeId);
      const taken = await service.as(actor, () => service.get(TakeBackImport).execute(released.importId as ImportId));
      expect(taken.state).toBe('taken_back');
    });
  });
});
