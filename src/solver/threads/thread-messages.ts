import type { Fault } from '../../kernel/domain-error.ts';
import type { CompiledWasm } from '../engine/highs-engine.ts';
import type { AskedPlan, WhyNot } from '../explain/why-not.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { Plan, Progress, SolveOptions } from '../plan.ts';
import type { Pin, PlanProblem } from '../problem.ts';
import type { KnownPlan, MonthEvent } from '../repair/month-event.ts';
import type { Repairs, RepairsOptions } from '../repair/repairs.ts';

/** The data that a thread is started with. */
export interface ThreadStart {
  /** HiGHS, compiled once for all threads. */
  readonly highs: CompiledWasm;
}

/** What is sent to a thread, one task after another. */
export type ThreadTask = SolveTask | WhyNotTask | RepairsTask;

export interface SolveTask {
  readonly kind: 'solve';
  /** As JSON text the problem need not be cloned by the asking thread, and the plan comes back as text too. */
  readonly problem: PlanProblem | string;
  /** Whether `readProblem` has checked it in the asking thread. */
  readonly isRead: boolean;
  readonly options: SolveOptions;
}

/** A question about a month that the thread keeps open under its key. */
export interface WhyNotTask {
  readonly kind: 'why_not';
  readonly key: string;
  /** Null where the thread should already have it open. It answers null where it cannot open it with what is sent along. */
  readonly month: WholeMonth | DecidedMonth | null;
  readonly wish: PairOfIds;
  readonly options: SolveOptions;
}

/** The best repairs of one break in a published month. */
export interface RepairsTask {
  readonly kind: 'repairs';
  readonly problem: PlanProblem;
  readonly known: KnownPlan;
  readonly events: readonly MonthEvent[];
  readonly options: RepairsOptions;
}

export interface SolvedMonth {
  readonly problem: PlanProblem;
  readonly plan: AskedPlan;
}

/** All that is needed to open a month. */
export interface WholeMonth extends SolvedMonth {
  /** Whether `readProblem` has checked it in the asking thread. */
  readonly isRead: boolean;
  /** See `groundOf`. */
  readonly ground: string | null;
}

/** A month that is opened from one with the same ground: its pins, and the plan asked about. */
export interface DecidedMonth {
  readonly ground: string;
  readonly pins: readonly Pin[];
  readonly plan: AskedPlan;
}

export interface ThreadRequest {
  readonly task: ThreadTask;
  /** Four bytes; any value but 0 asks the thread to stop. */
  readonly stop: SharedArrayBuffer;
}

export interface ThreadAnswers {
  readonly solve: Plan | string;
  /** Null: the month is not open (any more) and has to be sent along. */
  readonly why_not: WhyNot | null;
  readonly repairs: Repairs;
}

/** What a thread sends: progress, and one of the other messages at the end. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | {
      readonly kind: 'answer';
      readonly answer: ThreadAnswers[ThreadTask['kind']];
      /** The thread uses so much memory that the next task should get a new one. */
      readonly isSpent: boolean;
    }
  | { readonly kind: 'refused'; readonly count: number; readonly faults: readonly Fault[] }
  | { readonly kind: 'failed'; readonly error: unknown };
