import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { type Day, firstDay, type Month, monthOf } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { SolveId } from '../../application/ports.ts';
import type { PolicyTrial, PolicyTrialId, TrialResult } from '../../domain/policy-trial.ts';
import type {} from '../../errors.ts';

/** Nobody comes back to an older one: the drafts that it was about have changed since. */
const KEPT_DAYS = 30;

/** Changes of the planning policy that were tried, with the plans that would come of them. */
@Injectable()
export class PolicyTrials {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** The old ones go. */
  async insert({ id, from, values, seen, askedAt, askedBy }: PolicyTrial): Promise<void> {
    await this.work.query(`delete from policy_trials where asked_at < $1::timestamptz - make_interval(days => $2)`, [
      askedAt,
      KEPT_DAYS,
    ]);
    await this.work.query(
      `insert into policy_trials (committee_id, id, starts_month, changed, seen, asked_at, asked_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6)`,
      [id, firstDay(from), JSON.stringify(values), seen, askedAt, askedBy],
    );
  }

  /** @throws DomainError plan.trial_not_found */
  get(id: PolicyTrialId): Promise<PolicyTrial> {
    return this.work.run(async () => {
      const [row] = await this.work.query<Omit<PolicyTrial, 'from'> & { from: Day }>(
        `select id, starts_month as "from", changed as values, seen, asked_at as "askedAt", asked_by as "askedBy"
         from policy_trials where id = $1`,
        [id],
      );
      if (!row) throw new DomainError('plan.trial_not_found', {});
      return { ...row, from: monthOf(row.from) };
    });
  }

  /** The plan of a month that was asked for last. */
  async findPlan(id: PolicyTrialId, month: Month): Promise<{ solveId: SolveId; result: TrialResult | null } | null> {
    const [row] = await this.work.query<{ solveId: SolveId; result: TrialResult | null }>(
      `select solve_id as "solveId", result from policy_trial_plans where trial_id = $1 and month = $2`,
      [id, firstDay(month)],
    );
    return row ?? null;
  }

  /** In the place of one that was asked for before. */
  async askForPlan(id: PolicyTrialId, month: Month, solveId: SolveId): Promise<void> {
    await this.work.query(
      `insert into policy_trial_plans (committee_id, trial_id, month, solve_id) values (current_committee(), $1, $2, $3)
       on conflict on constraint policy_trial_plans_pk do update set solve_id = excluded.solve_id, result = null`,
      [id, firstDay(month), solveId],
    );
  }

  async keepPlan(solveId: SolveId, result: TrialResult): Promise<void> {
    await this.work.query(`update policy_trial_plans set result = $2 where solve_id = $1`, [
      solveId,
      JSON.stringify(result),
    ]);
  }
}
