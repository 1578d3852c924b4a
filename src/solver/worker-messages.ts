import type { Fault } from '../kernel/domain-error.ts';
import type { Plan, Progress, SolveOptions } from './plan.ts';
import type { PlanProblem } from './problem.ts';

/** What a worker thread is started with. */
export interface WorkerTask {
  /** As JSON text it spares the thread that asks the copy, and its plan comes back as text as well. */
  readonly problem: PlanProblem | string;
  /** `readProblem` has seen it in the thread that asks. */
  readonly isRead: boolean;
  readonly options: SolveOptions;
  /** Four bytes; anything but 0 asks the worker to stop. */
  readonly stop: SharedArrayBuffer;
}

/** What it sends back: progress, and one of the others at the end. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'plan'; readonly plan: Plan | string }
  | { readonly kind: 'refused'; readonly count: number; readonly faults: readonly Fault[] }
  | { readonly kind: 'failed'; readonly error: unknown };
