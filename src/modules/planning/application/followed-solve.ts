import { Injectable } from '@nestjs/common';
import { isDomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { Plan, PlanProblem, Progress } from '../../../solver/index.ts';
import { AuditTrail } from '../../audit/index.ts';
import { throttledProgress } from '../../engine/index.ts';
import { type SolveFailure, solveFailure } from '../domain/solve-failure.ts';
import { Solves } from '../infra/repositories/solves.ts';
import type { SolveId, Stops } from './ports.ts';

interface Followed<A> {
  /** Asks the engine; outside of any transaction. */
  readonly solve: (report: (progress: Progress) => void, stops: Stops) => Promise<A>;
  /** Stores an answer in which something was found. */
  readonly keep: (answer: A) => Promise<void>;
  /** What the engine is asked, to say whose facts contradict each other. */
  readonly problem: () => PlanProblem;
}

/** Runs the engine for a solve whose progress pages show, and which people may stop. */
@Injectable()
export class FollowedSolve {
  constructor(
    private readonly work: UnitOfWork,
    private readonly solves: Solves,
    private readonly audit: AuditTrail,
  ) {}

  async run<A extends { readonly plan: Pick<Plan, 'status'> }>(
    month: Month,
    solveId: SolveId,
    stopping: AbortSignal,
    { solve, keep, problem }: Followed<A>,
  ): Promise<void> {
    const asksToStop = new AbortController();
    const stops = { asked: asksToStop.signal, atOnce: stopping };
    let hasPlan = false;
    try {
      const reporting = throttledProgress((progress) => {
        // A later question of the same solve begins anew, but what was found before is still there.
        hasPlan ||= progress.incumbent !== null;
        return this.work.run(() => this.solves.report(solveId, { ...progress, hasPlan }));
      }, asksToStop);
      const answer = await solve(reporting.onProgress, stops).finally(() => reporting.end());
      if (answer.plan.status === 'unknown') {
        // Nothing was found: whatever there was before is better than an empty plan in its place.
        await this.notMade(
          month,
          solveId,
          asksToStop.signal.aborted ? 'cancelled' : { contradictions: [], isLate: true },
        );
      } else await keep(answer);
    } catch (error) {
      // The process ends, or the database is away: the job comes again and solves anew.
      if (stopping.aborted || isDomainError(error, 'database.unavailable')) throw error;
      if (asksToStop.signal.aborted) await this.notMade(month, solveId, 'cancelled');
      else {
        await this.notMade(month, solveId, solveFailure(error, problem()));
        throw error;
      }
    }
  }

  /** What there was before stays as it is. */
  notMade(month: Month, solveId: SolveId, why: 'cancelled' | SolveFailure): Promise<void> {
    return this.work.run(async () => {
      if (why === 'cancelled') await this.solves.move(solveId, why);
      else await this.solves.fail(solveId, why);
      const about = await this.solves.aboutOf(solveId);
      const details = { about, state: why === 'cancelled' ? why : 'failed' };
      this.audit.record({ action: 'plan.not_made', subject: { kind: 'month', id: month }, details });
    });
  }
}
