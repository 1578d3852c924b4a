import { DEFAULT_POLICY, mostVisits, type PlanPolicy, type VisitLimit } from '../../../solver/index.ts';
import type { ApprovalRule } from './plan-state.ts';

/** What a committee decides about its planning; data with a start date. */
export interface PlanningPolicy extends ApprovalRule {
  readonly engine: PlanPolicy;
  /** Most visits of one person; null sets no limit. They join the engine's own limits. */
  readonly caps: { readonly day: number | null; readonly evening: number | null; readonly week: number | null };
  /** Observers wanted at a meeting of the month's round. */
  readonly observers: { readonly min: number; readonly max: number };
  /**
   * The round of a month is as large as the people's targets allow, in hundredths: 100 gives each share exactly one
   * branch. What is left over waits for another month, unless its cycle is due.
   */
  readonly roundPercent: number;
  /** A branch at least this weak is in every round. */
  readonly alwaysFromWeakness: number;
  readonly timeLimitSeconds: number;
  readonly seed: number;
}

export const STANDARD_POLICY: PlanningPolicy = {
  engine: DEFAULT_POLICY,
  caps: { day: 2, evening: null, week: 5 },
  observers: { min: 1, max: 1 },
  roundPercent: 100,
  alwaysFromWeakness: 0.7,
  timeLimitSeconds: 60,
  seed: 1,
  needsApproval: false,
};

/** Everything that limits how often somebody goes. */
export function limitsOf({ engine, caps: { day, evening, week } }: PlanningPolicy): readonly VisitLimit[] {
  return [
    ...engine.limits,
    ...(day === null ? [] : [mostVisits(day, 'day')]),
    ...(evening === null ? [] : [mostVisits(evening, 'day', 'evening')]),
    ...(week === null ? [] : [mostVisits(week, 'week')]),
  ];
}
