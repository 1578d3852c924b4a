import { Injectable } from '@nestjs/common';
import type { PlanId } from '../../../../kernel/id.ts';
import { firstDay, type Month } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { SolveId } from '../../application/ports.ts';
import type { ReplanGoal, ReplanResult } from '../../domain/replan.ts';

/** What the engine was asked for the rest of a published month, and what it answered. */
export interface Replan {
  readonly solveId: SolveId;
  /** The published plan, as it was when the engine was asked. */
  readonly planId: PlanId;
  readonly revision: number;
  readonly goal: ReplanGoal;
  readonly askedAt: Date;
  /** Null until the engine has answered. */
  readonly result: ReplanResult | null;
}

/** Of each month the last. */
@Injectable()
export class Replans {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async find(month: Month): Promise<Replan | null> {
    const [row] = await this.work.query<Replan>(
      `select solve_id as "solveId", plan_id as "planId", revision, goal, asked_at as "askedAt", result
       from replans where month = $1`,
      [firstDay(month)],
    );
    return row ?? null;
  }

  /** In the place of the one that was asked for before. */
  async ask(month: Month, { solveId, planId, revision, goal, askedAt }: Omit<Replan, 'result'>): Promise<void> {
    await this.work.query(
      `insert into replans (committee_id, month, solve_id, plan_id, revision, goal, asked_at)
       values (current_committee(), $1, $2, $3, $4, $5, $6)
       on conflict on constraint replans_pk do update set solve_id = excluded.solve_id, plan_id = excluded.plan_id,
         revision = excluded.revision, goal = excluded.goal, asked_at = excluded.asked_at, result = null`,
      [firstDay(month), solveId, planId, revision, goal, askedAt],
    );
  }

  async keep(solveId: SolveId, result: ReplanResult): Promise<void> {
    await this.work.query(`update replans set result = $2 where solve_id = $1`, [solveId, JSON.stringify(result)]);
  }
}
