import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { Plan } from '../plan.ts';
import type { PlanPolicy, PlanProblem } from '../problem.ts';

/**
 * Consecutive months of a committee as they were: who was there, when branches met, who was away. Earlier visits and
 * balances are read from the first month only; for later months the replay works them out, and published plans are left out.
 */
export interface History {
  readonly months: readonly HistoryMonth[];
}

export interface HistoryMonth {
  /** A name to show, such as 2020-07. */
  readonly name: string;
  readonly problem: PlanProblem;
  /** The visits that were really made, where they are known; they are replayed for comparison. */
  readonly visits?: readonly { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }[];
}

/** A policy to replay the whole history with; parts it leaves out stay as each month has them. */
export interface TriedPolicy {
  readonly name: string;
  readonly policy: PlanPolicy | null;
  /** Plans a month itself, where more than the engine's policy is tried; `policy` is then not used. */
  readonly planner?: ReplayPlanner;
}

/** Makes the plan of a month of which `recalled` says who saw which branch when, and each balance, in this replay. */
export type ReplayPlanner = (
  recalled: PlanProblem,
  month: HistoryMonth,
) => Promise<{ readonly problem: PlanProblem; readonly plan: Plan }>;
