import type { StopSignal } from '../engine/stop.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { Plan, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { type WhyNot, whyNot } from './why-not.ts';

/** A solved month that is kept open for questions. */
export class OpenMonth {
  static of(problem: PlanProblem, plan: Plan): Promise<OpenMonth> {
    return Promise.resolve(new OpenMonth(readProblem(problem), plan));
  }

  private constructor(
    private readonly problem: PlanProblem,
    private readonly plan: Plan,
  ) {}

  whyNot(wish: PairOfIds, options: SolveOptions, signal: StopSignal): Promise<WhyNot> {
    return whyNot(this.problem, this.plan, wish, options, signal);
  }

  close(): void {
    // Nothing outside of JavaScript's own memory is held yet.
  }
}
