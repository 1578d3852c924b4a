/** How closely a fraction must meet a price, relative to it; from what a simplex keeps down to what a double holds. */
const TOLERANCES = [1e-8, 1e-10, 1e-12, 1e-14];
/** The sums of a bound at a larger scale mostly exceed a double. */
const LARGEST = 2 ** 34;
/** So many times the denominator of one price mostly make all others whole. */
const MOST_TIMES = 64;
/** So far from a whole number a scaled price may lie, for the digits that the simplex has lost. */
const NEARLY_WHOLE = 1e-3;

/**
 * Scales at which all these prices are probably whole, smallest first. Optimal prices are fractions of one common
 * denominator, which those of held tiers mostly show; but the simplex keeps some of them to a few digits less than the
 * denominator needs, so it is begun from each of them.
 */
export function fractionScales(prices: Float64Array): number[] {
  const priced = [...prices].map(Math.abs).filter((price) => price > 0);
  const scales = priced.flatMap((first) =>
    TOLERANCES.map((tolerance) =>
      priced.reduce((scale, price) => scale * timesUntilWhole(price * scale), denominatorOf(first, tolerance)),
    ),
  );
  return [...new Set(scales)].filter((scale) => scale > 1 && scale <= LARGEST).sort((a, b) => a - b);
}

/** The denominator of the simplest fraction this close to a number, by its continued fraction. */
function denominatorOf(price: number, tolerance: number): number {
  let [below, numerator] = [0, 1];
  let [above, denominator] = [1, 0];
  for (let rest = price; denominator <= LARGEST; rest = 1 / (rest - Math.floor(rest))) {
    const whole = Math.floor(rest);
    [below, numerator] = [numerator, whole * numerator + below];
    [above, denominator] = [denominator, whole * denominator + above];
    if (Math.abs(price - numerator / denominator) <= tolerance * price || rest === whole) break;
  }
  return denominator;
}

/** The least multiple of the number that is nearly whole; 1 where none of the first ones is. */
function timesUntilWhole(price: number): number {
  for (let times = 1; times <= MOST_TIMES; times += 1) {
    if (Math.abs(times * price - Math.round(times * price)) <= NEARLY_WHOLE) return times;
  }
  return 1;
}
