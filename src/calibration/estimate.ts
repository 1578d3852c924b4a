/** A figure with its uncertainty. The truth is between `low` and `high` in 95 of 100 cases. */
export interface Estimate {
  readonly value: number;
  /** Standard error, in the figure's own unit. */
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

const NORMAL_95 = 1.959964;

export function estimateOf(value: number, variance: number): Estimate {
  const se = Math.sqrt(Math.max(variance, 0));
  return { value, se, low: value - NORMAL_95 * se, high: value + NORMAL_95 * se };
}

/** Two-sided chance of a standard normal figure as far from 0 (Abramowitz and Stegun 1964, 7.1.26; to 1.5e-7). */
export function chanceOf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

/**
 * Which of many figures stand out, so that at most a share of those named is expected to be mere chance (Benjamini and
 * Hochberg 1995).
 */
export function standingOut(chances: readonly number[], share = 0.05): boolean[] {
  const order = chances.map((_, i) => i).sort((a, b) => (chances[a] ?? 1) - (chances[b] ?? 1));
  let last = -1;
  order.forEach((one, rank) => {
    if ((chances[one] ?? 1) <= (share * (rank + 1)) / chances.length) last = rank;
  });
  const named = new Set(order.slice(0, last + 1));
  return chances.map((_, i) => named.has(i));
}
