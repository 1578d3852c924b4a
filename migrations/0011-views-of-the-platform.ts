import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views by which modules read tables of the platform and of identity. */
export class ViewsOfThePlatform0011 implements MigrationInterface {
  name = 'ViewsOfThePlatform1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      VIEWS.map(
        ({ name, select }) =>
          `create view ${name} with (security_invoker = true) as ${select}; grant select on ${name} to giaoban_app;`,
      ).join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS.map(({ name }) => `drop view ${name};`).join('\n'));
  }
}

const VIEWS = [
  {
    // Of identity: all committees of the deployment, for work that runs on behalf of each.
    name: 'served_committees',
    select: `select id, code from committees`,
  },
  {
    // Of progress: how far long jobs are.
    name: 'tracked_jobs',
    select: `select committee_id, id, kind, subject, state, state in ('waiting', 'running') as is_open, share, facts
      from job_progress`,
  },
  {
    // Of events: what open pages are told of each; `by` is the account that caused it.
    name: 'announced_events',
    select: `select committee_id, id, seq, xid, name, about, actor ->> 'accountId' as by, occurred_at from events`,
  },
] as const;
