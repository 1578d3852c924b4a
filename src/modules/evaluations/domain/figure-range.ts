import { compareRatios, type Quantity, type Ratio, ratioOf } from './points.ts';
import type { IndicatorName } from './rubric.ts';

/** What a figure can be: counts are whole numbers from 0, shares run from 0 to `most`, or have no end. */
export interface FigureRange {
  readonly kind: 'count' | 'share';
  readonly most: Ratio | null;
}

const WHOLE: Ratio = { numerator: 1, denominator: 1 };
const COUNT: FigureRange = { kind: 'count', most: null };
const SHARE: FigureRange = { kind: 'share', most: WHOLE };

export const FIGURE_RANGES: Readonly<Record<IndicatorName, FigureRange>> = {
  attendance: SHARE,
  speaking: SHARE,
  targets: SHARE,
  duration: { kind: 'share', most: null },
  minutes: COUNT,
  minutes_short: COUNT,
  members: COUNT,
  absent_unexcused: COUNT,
  absent_excused: COUNT,
  opinions: COUNT,
};

/** Whether a bound lies outside of what the figure can be, such as 90 for a share that was meant as 90 %. */
export function isBeyond(indicator: IndicatorName, value: Quantity): boolean {
  const { most } = FIGURE_RANGES[indicator];
  const bound = ratioOf(value);
  return most !== null && bound !== null && compareRatios(bound, most) > 0;
}

/** One end of a part of a range; null is no end. */
export interface End {
  readonly at: Ratio;
  readonly isIncluded: boolean;
}

export interface Interval {
  readonly low: End;
  readonly high: End | null;
}

/** The interval between two ends, cut to what the figure can be; null where nothing lies in it. */
export function intervalOf(range: FigureRange, low: End | null, high: End | null): Interval | null {
  const zero: End = { at: { numerator: 0, denominator: 1 }, isIncluded: true };
  const top = range.most ? { at: range.most, isIncluded: true } : null;
  const from = range.kind === 'count' ? wholeLow(later(low, zero)) : later(low, zero);
  const cut = earlier(high, top);
  const to = range.kind === 'count' && cut ? wholeHigh(cut) : cut;
  if (to) {
    const sign = compareRatios(from.at, to.at);
    if (sign > 0 || (sign === 0 && !(from.isIncluded && to.isIncluded))) return null;
  }
  return { low: from, high: to };
}

/** What two intervals have in common; null where that is nothing. */
export function common(range: FigureRange, a: Interval, b: Interval): Interval | null {
  return intervalOf(range, later(a.low, b.low), earlier(a.high, b.high));
}

/** -1: the second begins after a hole, 0: at once, 1: before the first has ended. */
export function joins(range: FigureRange, { high }: Interval, { low }: Interval): -1 | 0 | 1 {
  if (!high) return 1;
  if (range.kind === 'count') {
    const gap = low.at.numerator / low.at.denominator - high.at.numerator / high.at.denominator - 1;
    return gap > 0 ? -1 : gap < 0 ? 1 : 0;
  }
  const sign = compareRatios(high.at, low.at);
  if (sign !== 0) return sign > 0 ? 1 : -1;
  return high.isIncluded === low.isIncluded ? (high.isIncluded ? 1 : -1) : 0;
}

export function compareLows(a: Interval, b: Interval): number {
  const sign = compareRatios(a.low.at, b.low.at);
  return sign === 0 ? Number(b.low.isIncluded) - Number(a.low.isIncluded) : sign;
}

function later(low: End | null, other: End): End {
  if (!low) return other;
  const sign = compareRatios(low.at, other.at);
  return sign > 0 || (sign === 0 && !low.isIncluded) ? low : other;
}

function earlier(high: End | null, other: End | null): End | null {
  if (!high || !other) return high ?? other;
  const sign = compareRatios(high.at, other.at);
  return sign < 0 || (sign === 0 && !high.isIncluded) ? high : other;
}

/** The first whole number from here on. */
function wholeLow({ at, isIncluded }: End): End {
  const up = Math.ceil(at.numerator / at.denominator);
  return whole(!isIncluded && up * at.denominator === at.numerator ? up + 1 : up);
}

/** The last whole number up to here. */
function wholeHigh({ at, isIncluded }: End): End {
  const down = Math.floor(at.numerator / at.denominator);
  return whole(!isIncluded && down * at.denominator === at.numerator ? down - 1 : down);
}

function whole(numerator: number): End {
  return { at: { numerator, denominator: 1 }, isIncluded: true };
}
