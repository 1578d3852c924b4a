const LEAST_LOG = -18;
/** Of the scale. */
const SMALL = 0.01;
const MOST_STRETCH = 32;

/**
 * Variances that a step leaves as they are, found by repeating it and stretching every third step (SQUAREM: Varadhan
 * and Roland 2008) on the scale of logarithms.
 * @param step from variances to better ones
 * @param scale a variance far below which a facet makes no difference
 * @param precision largest change of a logarithm at the end
 */
export function fixedPoint(
  step: (variances: readonly number[]) => readonly number[],
  start: readonly number[],
  { scale, precision, mostSteps }: { readonly scale: number; readonly precision: number; readonly mostSteps: number },
): readonly number[] {
  const logOf = (variances: readonly number[]) =>
    variances.map((variance) => Math.max(Math.log(variance / scale), LEAST_LOG));
  const apply = (logs: readonly number[]) => logOf(step(logs.map((log) => scale * Math.exp(log))));
  let here = logOf(start);
  let isThere = false;
  for (let steps = 0; steps < mostSteps && !isThere;) {
    const once = apply(here);
    const twice = apply(once);
    steps += 2;
    const first = once.map((log, i) => log - (here[i] ?? 0));
    const bend = twice.map((log, i) => log - (once[i] ?? 0) - (first[i] ?? 0));
    // A variance that makes no difference may go on falling.
    const change = Math.max(
      ...twice.map((log, i) => Math.abs(log - (once[i] ?? 0)) * Math.min(1, Math.exp(log) / SMALL)),
    );
    if (change < precision) {
      here = twice;
      isThere = true;
      continue;
    }
    const ratio = Math.hypot(...first) / Math.hypot(...bend);
    const stretch = Math.min(Math.max(Number.isFinite(ratio) ? ratio : 1, 1), MOST_STRETCH);
    const far = here.map((log, i) => log + 2 * stretch * (first[i] ?? 0) + stretch ** 2 * (bend[i] ?? 0));
    // A stretched step that leaves the range of sense is not taken.
    const isSane = far.every((log, i) => Number.isFinite(log) && Math.abs(log - (twice[i] ?? 0)) < 4);
    here = isSane ? far.map((log) => Math.max(log, LEAST_LOG)) : twice;
  }
  return (isThere ? here : apply(here)).map((log) => scale * Math.exp(log));
}
