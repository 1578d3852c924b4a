import { DEFAULT_POLICY, mostVisits, type PlanPolicy, type VisitLimit } from '../../../solver/index.ts';
import type { ApprovalRule } from './plan-state.ts';
import type { WarningPolicy } from './plan-warnings.ts';

/** What a committee decides about planning; dated. */
export interface PlanningPolicy extends ApprovalRule {
  readonly engine: PlanPolicy;
  /** Maximum visits of one person; null: no limit. They are added to the limits of the engine policy. */
  readonly caps: { readonly day: number | null; readonly evening: number | null; readonly week: number | null };
  /** Observers wanted at a meeting of the month's round. */
  readonly observers: { readonly min: number; readonly max: number };
  /** What it is worth that two people who should go together do. */
  readonly togetherReward: number;
  /** Whether at least one of those who go to a meeting must be allowed to lead. */
  readonly teamNeedsLead: boolean;
  /**
   * The size of a month's round in per cent of all shares together: with 100 there are as many places as shares. Other
   * meetings wait for another month, unless their cycle is due.
   */
  readonly roundPercent: number;
  /** A branch at least this weak is part of every round. */
  readonly alwaysFromWeakness: number;
  /** What is to be looked at before publication, although it breaks no rule. */
  readonly warnings: WarningPolicy;
  /** Whether a swap that two people have agreed on waits for the board. */
  readonly swapsNeedBoard: boolean;
  /** Whether a visit to a meeting that was not in the calendar counts towards the person's share. */
  readonly outsideCounts: boolean;
  readonly timeLimitSeconds: number;
  readonly seed: number;
}

export const STANDARD_POLICY: PlanningPolicy = {
  engine: { ...DEFAULT_POLICY, travel: { ...DEFAULT_POLICY.travel, fromHome: [] } },
  caps: { day: 2, evening: null, week: 5 },
  observers: { min: 1, max: 1 },
  togetherReward: 50,
  teamNeedsLead: false,
  roundPercent: 100,
  alwaysFromWeakness: 0.7,
  warnings: { day: 3, evening: 2, week: 6, km: 15, newcomerAlone: true },
  swapsNeedBoard: false,
  outsideCounts: false,
  timeLimitSeconds: 60,
  seed: 1,
  needsApproval: false,
  submitterMayApprove: false,
};

/** All limits on how often somebody goes. */
export function limitsOf({ engine, caps: { day, evening, week } }: PlanningPolicy): readonly VisitLimit[] {
  return [
    ...engine.limits,
    ...(day === null ? [] : [mostVisits(day, 'day')]),
    ...(evening === null ? [] : [mostVisits(evening, 'day', 'evening')]),
    ...(week === null ? [] : [mostVisits(week, 'week')]),
  ];
}
