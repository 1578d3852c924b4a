import type { PlanPolicy, PlanProblem } from '../problem.ts';

/**
 * Months of a committee in order, as they were: who was there, when branches met, who was away. Of the first month the
 * visits before it count as well; what later months say of earlier visits, balances and published plans is made anew
 * from the replay.
 */
export interface History {
  readonly months: readonly HistoryMonth[];
}

export interface HistoryMonth {
  /** For people, such as 2020-07. */
  readonly name: string;
  readonly problem: PlanProblem;
  /** What really happened, where it is known: replayed beside the policy as its yardstick. */
  readonly visits?: readonly { readonly specialistId: string; readonly meetingId: string }[];
}

/** A policy to be tried over the whole history; what it leaves out stays as each month has it. */
export interface TriedPolicy {
  readonly name: string;
  readonly policy: PlanPolicy | null;
}
