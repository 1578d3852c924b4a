import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTables, tenantTable } from './tenant-table.ts';

/** Changes of the planning policy that are looked at before anything is kept, and the plans that would come of them. */
export class PolicyTrials0041 implements MigrationInterface {
  name = 'PolicyTrials1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRIALS + PLANS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropTables('policy_trial_plans', 'policy_trials'));
  }
}

const TRIALS = tenantTable(
  'policy_trials',
  `
    id uuid not null,
    -- The month from which on it would count.
    starts_month date not null constraint policy_trials_month_ck check (extract(day from starts_month) = 1),
    -- By field, what differs from the policy that its editor saw.
    changed jsonb not null,
    -- The revision of the policy that its editor saw.
    seen integer not null,
    asked_at timestamptz not null,
    asked_by uuid,
    constraint policy_trials_pk primary key (committee_id, id)`,
);

const PLANS = tenantTable(
  'policy_trial_plans',
  `
    trial_id uuid not null,
    month date not null constraint policy_trial_plans_month_ck check (extract(day from month) = 1),
    solve_id uuid not null,
    -- Null until the engine has answered, and where it found no plan.
    result jsonb,
    constraint policy_trial_plans_pk primary key (committee_id, trial_id, month),
    constraint policy_trial_plans_trial_fk foreign key (committee_id, trial_id)
      references policy_trials (committee_id, id) on delete cascade`,
);
