import type { AccountId, Id } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Replay } from '../../../solver/index.ts';
import type { PolicyValue, PolicyValues } from '../../policies/index.ts';

export type BacktestId = Id<'Backtest'>;

/** What would have become of months that are over under another policy. */
export interface Backtest {
  readonly id: BacktestId;
  /** The first month that is not replayed. */
  readonly before: Month;
  /** At most so many months before it. */
  readonly months: number;
  /** What was tried otherwise than the policy in force, by field. */
  readonly changes: readonly TriedChange[];
  readonly askedAt: Date;
  readonly askedBy: AccountId | null;
  /** Null while it runs, and where it was stopped or failed. */
  readonly result: BacktestResult | null;
}

export interface TriedChange {
  readonly field: string;
  readonly before: PolicyValue;
  readonly after: PolicyValue;
}

export interface BacktestResult {
  /** All replays are measured by this cycle. */
  readonly cycleMonths: number;
  readonly actual: Replay;
  readonly inForce: Replay;
  readonly tried: Replay;
}

/** The fields that differ, in their order. */
export function triedChanges(inForce: PolicyValues, tried: PolicyValues): readonly TriedChange[] {
  return Object.entries(tried).flatMap(([field, after]) => {
    const before = inForce[field] ?? null;
    return before === after ? [] : [{ field, before, after }];
  });
}

/** The measures by which replays are compared, and whether more is better. */
export const BACKTEST_MEASURES = {
  cycle: 'more',
  visits: 'more',
  spread: 'less',
  deviation: 'less',
  distance: 'less',
} as const;
export type BacktestMeasure = keyof typeof BACKTEST_MEASURES;

/** From this share of the former value on a difference is told; smaller ones are chance. */
const TOLD_FROM = 0.01;

export interface Compared {
  readonly measure: BacktestMeasure;
  readonly before: number;
  readonly after: number;
  readonly verdict: 'better' | 'worse' | 'same';
}

/**
 * What a replay comes to by each measure: share in the cycle, visits, how far the loads of all months are apart, how far
 * people are from their shares in the mean of the months (both in visits), kilometres.
 */
export function measuresOf({ total, months }: Replay): Readonly<Record<BacktestMeasure, number>> {
  const fromShares = months.reduce((sum, { figures }) => sum + figures.load.spread, 0);
  return {
    cycle: total.cycleKept,
    visits: total.visits,
    spread: total.load.spread,
    deviation: months.length === 0 ? 0 : fromShares / months.length,
    distance: total.metres / 1000,
  };
}

export function compareReplays(inForce: Replay, tried: Replay): readonly Compared[] {
  const [before, after] = [measuresOf(inForce), measuresOf(tried)];
  return (Object.keys(BACKTEST_MEASURES) as BacktestMeasure[]).map((measure): Compared => {
    const change = after[measure] - before[measure];
    const isTold = Math.abs(change) > TOLD_FROM * Math.max(Math.abs(before[measure]), 1e-9);
    const isBetter = change > 0 === (BACKTEST_MEASURES[measure] === 'more');
    return {
      measure,
      before: before[measure],
      after: after[measure],
      verdict: !isTold ? 'same' : isBetter ? 'better' : 'worse',
    };
  });
}
