import { Injectable } from '@nestjs/common';
import { type Plan, type PlanProblem, type Progress, solveInWorker } from '../../../solver/index.ts';
import { Engine } from '../application/ports.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';

/** The planning engine in a thread of its own. */
@Injectable()
export class WorkerEngine extends Engine {
  async solve(
    problem: PlanProblem,
    { seed, timeLimitSeconds }: PlanningPolicy,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<{ plan: Plan; isVerified: boolean }> {
    const plan = await solveInWorker(problem, { seed, timeLimitMs: timeLimitSeconds * 1000 }, onProgress, signal);
    return { plan, isVerified: plan.proof?.kind === 'verified' };
  }
}
