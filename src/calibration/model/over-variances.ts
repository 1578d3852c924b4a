import { at, DenseCholesky } from '../algebra/dense-cholesky.ts';

/** Variances that the forms admit, and how likely they are beside the others. */
export interface LikelyVariances {
  readonly variances: readonly number[];
  readonly weight: number;
}

const STEP = 0.1;
const MOST_MOVES = 4;
const LONGEST_MOVE = 1.2;
const CLOSE = 0.05;
/** The radius of the outer points, relative to one standard deviation in each direction. */
const RADIUS = 1.1;
const HOPELESS = 40;
/** Of the curvature: a standard deviation may be wrong by a factor of fifteen, and is not let go further. */
const LEAST_CURVATURE = 0.15;
/** The search begins no nearer to a variance of 0, where the likelihood is flat. */
const LEAST_SHARE = 0.003;

/**
 * A few sets of variances that stand for all that are likely, in the manner of Rue, Martino and Chopin (2009, section
 * 6.5): the most likely one and a central composite design around it, each weighted by its density. Standard deviations
 * are equally likely beforehand, within reason (Gelman 2006), so that a variance estimated as 0 still leaves room for others. Without
 * this, intervals would be too narrow where few observers tell little about how much observers differ.
 * @param logLikelihood of variances
 * @param scale a standard deviation that would be large; twice as much is hardly believed
 */
export function likelyVariances(
  logLikelihood: (variances: readonly number[]) => number,
  start: readonly number[],
  scale: number,
): LikelyVariances[] {
  const total = start.reduce((a, b) => a + b, 0);
  const variancesAt = (logs: readonly number[]) => logs.map((log) => Math.exp(2 * log));
  // Of two or three observers any difference is possible, so that a bound from the scale itself is needed.
  const belief = (log: number) => log - Math.exp(2 * log) / (2 * scale ** 2);
  const density = (logs: readonly number[]) => {
    const prior = logs.reduce((sum, log) => sum + belief(log), 0);
    // Out of all reason, where a fit has no meaning and may have no solution.
    return prior < -HOPELESS ? -Infinity : prior + logLikelihood(variancesAt(logs));
  };
  let mode = start.map((variance) => Math.log(Math.max(variance, LEAST_SHARE * total)) / 2);
  let shape = shapeAt(density, mode);
  for (let move = 0; move < MOST_MOVES; move += 1) {
    const step = boundedStep(shape);
    const next = mode.map((log, i) => log + at(step, i));
    const height = density(next);
    if (height < shape.height - CLOSE) {
      const half = mode.map((log, i) => log + at(step, i) / 4);
      if (density(half) <= shape.height) break;
      mode = half;
    } else mode = next;
    const gain = height - shape.height;
    shape = shapeAt(density, mode);
    if (Math.abs(gain) < CLOSE) break;
  }
  const { height, curvature } = shape;
  const points = [
    { logs: mode, log: Math.log(1 - 1 / RADIUS ** 2) },
    ...directions(mode.length).map((direction, _, all) => {
      const logs = mode.map((log, i) => log + RADIUS * at(scaled(curvature, direction), i));
      const normal = (RADIUS ** 2 * mode.length) / 2;
      return { logs, log: Math.log(1 / RADIUS ** 2 / all.length) + normal + density(logs) - height };
    }),
  ].filter(({ log }) => Number.isFinite(log));
  const highest = Math.max(...points.map(({ log }) => log));
  const sum = points.reduce((whole, { log }) => whole + Math.exp(log - highest), 0);
  return points.map(({ logs, log }) => ({ variances: variancesAt(logs), weight: Math.exp(log - highest) / sum }));
}

interface Shape {
  readonly height: number;
  readonly slope: Float64Array;
  /** The negative second derivatives, made positive definite. */
  readonly curvature: DenseCholesky;
}

/** Slope and curvature by differences. */
function shapeAt(density: (logs: readonly number[]) => number, here: readonly number[]): Shape {
  const m = here.length;
  const away = (i: number, a: number, j = i, b = 0) =>
    density(here.map((log, k) => log + (k === i ? a : 0) + (k === j ? b : 0)));
  const height = density(here);
  const up = here.map((_, i) => away(i, STEP));
  const down = here.map((_, i) => away(i, -STEP));
  const slope = Float64Array.from(up, (value, i) => (value - (down[i] ?? NaN)) / (2 * STEP));
  const matrix = new Float64Array(m * m);
  for (let i = 0; i < m; i += 1) {
    matrix[i * m + i] = (2 * height - (up[i] ?? NaN) - (down[i] ?? NaN)) / STEP ** 2;
    for (let j = 0; j < i; j += 1) {
      const both = away(i, STEP, j, STEP) - (up[i] ?? NaN) - (up[j] ?? NaN) + height;
      matrix[i * m + j] = -both / STEP ** 2;
      matrix[j * m + i] = -both / STEP ** 2;
    }
  }
  return { height, slope, curvature: positive(matrix, m) };
}

/** The factor of a matrix, with as much added to its diagonal as it needs, and a little in any case. */
function positive(matrix: Float64Array, m: number): DenseCholesky {
  for (let added = LEAST_CURVATURE; ; added *= 2) {
    const raised = Float64Array.from(matrix);
    for (let i = 0; i < m; i += 1) raised[i * m + i] = at(matrix, i * m + i) + added;
    try {
      return new DenseCholesky(raised, m);
    } catch (error) {
      if (!(error instanceof RangeError) || added > 1e6) throw error;
    }
  }
}

function boundedStep({ slope, curvature }: Shape): Float64Array {
  const step = curvature.solve(slope);
  const longest = Math.max(...step.map(Math.abs));
  return longest > LONGEST_MOVE ? step.map((value) => (value * LONGEST_MOVE) / longest) : step;
}

/** A direction of independent standard deviations, in those of the curvature: `L⁻ᵀ · direction`. */
function scaled(curvature: DenseCholesky, direction: readonly number[]): Float64Array {
  return curvature.backSolve(Float64Array.from(direction));
}

/** Of equal length: along each axis both ways, and to each corner. */
function directions(m: number): number[][] {
  const stars = Array.from({ length: 2 * m }, (_, i) =>
    Array.from({ length: m }, (__, k) => (k === i >> 1 ? Math.sqrt(m) * (i % 2 === 0 ? 1 : -1) : 0)),
  );
  const corners = Array.from({ length: 2 ** m }, (_, i) =>
    Array.from({ length: m }, (__, k) => (((i >> k) & 1) === 0 ? 1 : -1)),
  );
  return [...stars, ...corners];
}
