import type { Fault } from '../../kernel/domain-error.ts';
import type { CompiledWasm } from '../engine/highs-engine.ts';
import type { WhyNot } from '../explain/why-not.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { Plan, Progress, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';

/** What a thread is started with. */
export interface ThreadStart {
  /** HiGHS, compiled once for all threads. */
  readonly highs: CompiledWasm;
}

/** One task after another is sent to a thread. */
export type ThreadTask = SolveTask | WhyNotTask;

export interface SolveTask {
  readonly kind: 'solve';
  /** As JSON text it spares the thread that asks the copy, and its plan comes back as text as well. */
  readonly problem: PlanProblem | string;
  /** `readProblem` has seen it in the thread that asks. */
  readonly isRead: boolean;
  readonly options: SolveOptions;
}

/** A question about a month that the thread keeps open under its key. */
export interface WhyNotTask {
  readonly kind: 'why_not';
  readonly key: string;
  /** Null where the thread should know it; it says so where it does not. */
  readonly month: SolvedMonth | null;
  readonly wish: PairOfIds;
  readonly options: SolveOptions;
}

export interface SolvedMonth {
  readonly problem: PlanProblem;
  readonly plan: Plan;
}

export interface ThreadRequest {
  readonly task: ThreadTask;
  /** Four bytes; anything but 0 asks the thread to stop. */
  readonly stop: SharedArrayBuffer;
}

export interface ThreadAnswers {
  readonly solve: Plan | string;
  /** Null: the month is not open (any more), and has to be sent along. */
  readonly why_not: WhyNot | null;
}

/** What it sends back: progress, and one of the others at the end. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | {
      readonly kind: 'answer';
      readonly answer: ThreadAnswers[ThreadTask['kind']];
      /** The thread holds so much memory by now that a new one is better for the next task. */
      readonly isSpent: boolean;
    }
  | { readonly kind: 'refused'; readonly count: number; readonly faults: readonly Fault[] }
  | { readonly kind: 'failed'; readonly error: unknown };
