import { ownerDatabase } from '../../src/platform/database/database.ts';
import { JobsAndEvents0009 } from '../../migrations/0009-jobs-and-events.ts';
import { newId } from '../../src/kernel/id.ts';
import { goBackTo } from '../support/released-database.ts';
import { cloneDatabase } from '../support/template.ts';

/** Number of migrations before that of the jobs. */
const BEFORE = 8;

/** The library's table, as far as it is carried over. */
const LIBRARY = `
  create schema pgboss;
  create type pgboss.job_state as enum ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');
  create table pgboss.job (id uuid primary key, name text, data jsonb, state pgboss.job_state, retry_count int default 0,
    start_after timestamptz default now(), singleton_key text, created_on timestamptz default now(),
    completed_on timestamptz, output jsonb);`;

describe('jobs of the release before', () => {
  it('are carried over with all that they still have to do', async () => {
    const cloned = await cloneDatabase();
    await goBackTo(cloned.url, BEFORE);
    const owner = await ownerDatabase(cloned.url).initialize();
    const runner = owner.createQueryRunner();
    const migration = new JobsAndEvents0009();
    await runner.query(LIBRARY);
    const committeeId = newId<'Committee'>();
    await runner.query(
      `insert into committees (id, code, name, time_zone, created_at) values ($1, 'mau', 'Mẫu', 'Asia/Ho_Chi_Minh', now())`,
      [committeeId],
    );
    const actor = { accountId: null, committeeId, roles: ['board'], specialistId: null };
    const job = (queue: string, name: string, key: string, state: string, over: object = {}) =>
      runner.query(
        `insert into pgboss.job select * from jsonb_populate_record(null::pgboss.job, $1) `,
        [
          {
            id: newId(),
            name: queue,
            data: { name, actor, payload: { key } },
            state,
            retry_count: 0,
            start_after: '2026-01-01T00:00:00Z',
            created_on: '2026-01-01T00:00:00Z',
            singleton_key: `${name}/${committeeId}/${key}`,
            ...over,
          },
        ].map((row) => JSON.stringify(row)),
      );
    await job('mail', 'mail.send', 'waits', 'created');
    await job('mail', 'mail.send', 'again', 'retry', { retry_count: 3 });
    await job('heavy', 'plan.solve', '2026-01', 'active', { retry_count: 1 });
    await job('work', 'briefing.render', 'lost', 'failed', { retry_count: 5, output: { message: 'no font' } });
    await job('work', 'briefing.render', 'done', 'completed');

    const solve = newId();
    await runner.query(
      `insert into engine_solves (committee_id, id, state, problem, options, progress, asked_at, updated_at)
       values ($1, $2, 'running', '{}', '{}', '{"tierIndex": 2}', now(), now())`,
      [committeeId, solve],
    );
    await runner.query(
      `insert into job_progress (committee_id, id, kind, subject, state, facts, created_at, updated_at)
       values ($1, $2, 'plan.solve', '2026-01', 'running', '{"progress": {"tierIndex": 1}}', now(), now())`,
      [committeeId, newId()],
    );

    await migration.up(runner);
    const progress = `select kind, subject, state, facts from job_progress order by kind`;
    const tracked = [
      { kind: 'engine.solve', subject: solve, state: 'running', facts: { tierIndex: 2 } },
      { kind: 'plan.solve', subject: '2026-01', state: 'running', facts: { tierIndex: 1 } },
    ];
    expect(await runner.query(progress)).toEqual(tracked);
    const rows = (await runner.query(
      `select queue, name, key, payload, actor, state, attempts, error, committee_id = $1 as ours from jobs order by key`,
      [committeeId],
    )) as object[];
    const { committeeId: _, ...who } = actor;
    const carried = { actor: who, ours: true, error: null, attempts: 0 };
    expect(rows).toEqual([
      {
        ...carried,
        queue: 'heavy',
        name: 'plan.solve',
        key: '2026-01',
        payload: { key: '2026-01' },
        state: 'retry',
        attempts: 1,
      },
      {
        ...carried,
        queue: 'mail',
        name: 'mail.send',
        key: 'again',
        payload: { key: 'again' },
        state: 'retry',
        attempts: 3,
      },
      {
        ...carried,
        queue: 'work',
        name: 'briefing.render',
        key: 'lost',
        payload: { key: 'lost' },
        state: 'dead',
        attempts: 5,
        error: 'no font',
      },
      { ...carried, queue: 'mail', name: 'mail.send', key: 'waits', payload: { key: 'waits' }, state: 'waiting' },
    ]);
    expect(await runner.query(`select to_regnamespace('pgboss') as schema`)).toEqual([{ schema: null }]);
    await migration.down(runner);
    expect(await runner.query(`select id, state, progress from engine_solves`)).toEqual([
      { id: solve, state: 'running', progress: { tierIndex: 2 } },
    ]);
    await migration.up(runner);
    expect(await runner.query(progress)).toEqual(tracked);
    await runner.release();
    await owner.destroy();
    await cloned.drop();
  });
});
