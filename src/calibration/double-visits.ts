import { at } from './algebra/dense-cholesky.ts';
import { counts, type FittedPoints } from './points/points-calibration.ts';
import type { Ratings } from './ratings.ts';

/** Two observers at one meeting of a branch, and what that would tell. */
export interface DoubleVisit {
  readonly observers: readonly [string, string];
  readonly branch: string;
  /** The standard error of the least known severity, in points, before this visit and after it. */
  readonly widestBefore: number;
  readonly widestAfter: number;
  /** By how much the sum of all squared standard errors falls, of 1. */
  readonly narrows: number;
  /** The same as whole numbers for the planner's linkage tier: the pairs that make it, the best worth 100. */
  readonly wishes: readonly LinkageWish[];
}

/** A visit that would help to compare; `worth` is from 1 to 100. */
export interface LinkageWish {
  readonly specialistId: string;
  readonly branchId: string;
  readonly worth: number;
}

/** An observer who cannot be sent to a branch next month. */
export interface ImpossibleVisit {
  readonly observer: string;
  readonly branch: string;
}

/** With more observers, only those who are known least and best are paired. */
const MOST_OBSERVERS = 60;
const MOST_BRANCHES = 20;
/** Pairs that are tried at all branches. */
const MOST_PAIRS = 60;

/**
 * The double visits of next month that would help most: one after another, each the one that leaves the least known
 * severity known best, given those before it; of equal ones the one that tells most about all. What a visit tells is
 * exact for known variances: the difference of the two forms and their mean are two observations with independent
 * errors, so that two updates of rank one give the covariance that a fit with both forms would have.
 * @param count how many visits
 * @param impossible who cannot go to which branch, because of rotation or interest
 */
export function helpfulDoubleVisits(
  ratings: Ratings,
  fitted: FittedPoints,
  count: number,
  impossible: readonly ImpossibleVisit[] = [],
): DoubleVisit[] {
  const covariance = covarianceOf(ratings, fitted);
  const { observers, branches, matrix, size } = covariance;
  const { residual: chance, blocks } = fitted.fit.variances;
  // What is particular to the meeting is in both forms.
  const ofMean = chance / 2 + (blocks[2] ?? 0);
  const ruledOut = new Set(impossible.map(({ observer, branch }) => `${observer} ${branch}`));
  const mayGo = (observer: number, branch: number): boolean =>
    !ruledOut.has(
      `${ratings.observers[observers[observer] ?? 0] ?? ''} ${ratings.branches[branches[branch] ?? 0] ?? ''}`,
    );
  const found: { visit: Candidate; widestBefore: number; widestAfter: number; narrows: number }[] = [];
  const taken = new Set<string>();
  for (let round = 0; round < count; round += 1) {
    const before = summary(matrix, size, observers.length);
    const pairs = pairsOf(observers.length)
      .filter(([a, b]) => !taken.has(`${a} ${b}`))
      .map(([a, b]) => ({ a, b, ...after(covariance, [differenceOf(size, a, b)], [2 * chance]) }))
      .sort((x, y) => x.widest - y.widest || x.total - y.total)
      .slice(0, MOST_PAIRS);
    const best = pairs
      .flatMap(({ a, b }) =>
        branches.flatMap((_, i) => {
          if (!mayGo(a, i) || !mayGo(b, i)) return [];
          const visit = { a, b, branch: i };
          return { visit, ...after(covariance, seen(covariance, visit), [2 * chance, ofMean]) };
        }),
      )
      .reduce<Outcome | null>((least, one) => (least === null || isBetter(one, least) ? one : least), null);
    if (best === null || before.total - best.total < 1e-6 * before.total) break;
    seen(covariance, best.visit).forEach((observed, i) => {
      update(matrix, size, observed, i === 0 ? 2 * chance : ofMean);
    });
    taken.add(`${best.visit.a} ${best.visit.b}`);
    found.push({
      visit: best.visit,
      widestBefore: Math.sqrt(before.widest),
      widestAfter: Math.sqrt(best.widest),
      narrows: (before.total - best.total) / before.total,
    });
  }
  const most = Math.max(...found.map(({ narrows }) => narrows));
  return found.map(({ visit, widestBefore, widestAfter, narrows }) => {
    const branch = ratings.branches[branches[visit.branch] ?? 0] ?? '';
    const pair = [visit.a, visit.b].map((o) => ratings.observers[observers[o] ?? 0] ?? '') as [string, string];
    const worth = Math.max(1, Math.round((100 * narrows) / most));
    const wishes = pair.map((specialistId) => ({ specialistId, branchId: branch, worth }));
    return { observers: pair, branch, widestBefore, widestAfter, narrows, wishes };
  });
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly branch: number;
}

interface Outcome extends Summary {
  readonly visit: Candidate;
}

/** Squared standard errors: the largest, and the sum of all. */
interface Summary {
  readonly widest: number;
  readonly total: number;
}

/** The joint covariance of some observers' effects, some branches' and the mean, in this order. */
export interface JointCovariance {
  readonly observers: readonly number[];
  readonly branches: readonly number[];
  readonly matrix: Float64Array;
  readonly size: number;
}

/** Of all observers, or of those who are known least and best; and of the branches that are known best. */
export function covarianceOf(ratings: Ratings, { design, fit, chosen }: FittedPoints): JointCovariance {
  const spread = fit.system.spread('fine').effects;
  const people = ratings.observers.length;
  const forms = counts(people, ratings.observerOf, chosen);
  const byError = (from: number) => (a: number, b: number) => at(spread, from + b) - at(spread, from + a) || a - b;
  const rated = ratings.observers
    .map((_, o) => o)
    .filter((o) => (forms[o] ?? 0) > 0)
    .sort(byError(0));
  const half = MOST_OBSERVERS / 2;
  const observers = rated.length <= MOST_OBSERVERS ? rated : [...rated.slice(0, half), ...rated.slice(-half)];
  const branches = ratings.branches
    .map((_, b) => b)
    .sort(byError(people))
    .slice(-MOST_BRANCHES);
  const positions = [...observers, ...branches.map((b) => people + b)];
  const size = positions.length + 1;
  const matrix = new Float64Array(size * size);
  const ofMean = fit.system.ofFixed(0);
  positions.forEach((position, i) => {
    const unit = new Float64Array(design.size);
    unit[position] = 1;
    const { random } = fit.system.solve(unit, new Float64Array(1));
    positions.forEach((other, j) => (matrix[i * size + j] = at(random, other)));
    matrix[i * size + size - 1] = at(ofMean.random, position);
    matrix[(size - 1) * size + i] = at(ofMean.random, position);
  });
  matrix[size * size - 1] = ofMean.variance;
  return { observers, branches, matrix, size };
}

/** Each once. */
function pairsOf(count: number): [number, number][] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, i): [number, number] => [a, a + 1 + i]),
  );
}

function differenceOf(size: number, a: number, b: number): Float64Array {
  const observed = new Float64Array(size);
  observed[a] = 1;
  observed[b] = -1;
  return observed;
}

/** What the two forms of a visit say: their difference, and their mean. */
function seen({ observers, size }: JointCovariance, { a, b, branch }: Candidate): Float64Array[] {
  const mean = new Float64Array(size);
  mean[a] = 0.5;
  mean[b] = 0.5;
  mean[observers.length + branch] = 1;
  mean[size - 1] = 1;
  return [differenceOf(size, a, b), mean];
}

/** What would be left, without changing the covariance. */
function after(
  { observers, matrix, size }: JointCovariance,
  observed: readonly Float64Array[],
  errors: readonly number[],
): Summary {
  const gains: Float64Array[] = [];
  observed.forEach((one, k) => {
    const gain = times(matrix, size, one);
    for (const known of gains) {
      const share = product(known, one);
      for (let i = 0; i < size; i += 1) gain[i] = at(gain, i) - share * at(known, i);
    }
    const scale = 1 / Math.sqrt((errors[k] ?? NaN) + product(gain, one));
    gains.push(gain.map((value) => value * scale));
  });
  let [widest, total] = [0, 0];
  for (let i = 0; i < observers.length; i += 1) {
    const variance = gains.reduce((left, gain) => left - at(gain, i) ** 2, at(matrix, i * size + i));
    widest = Math.max(widest, variance);
    total += variance;
  }
  return { widest, total };
}

/** Rank one: the covariance once `observed` is known with this squared error. */
function update(matrix: Float64Array, size: number, observed: Float64Array, error: number): void {
  const gain = times(matrix, size, observed);
  const scale = 1 / (error + product(gain, observed));
  for (let i = 0; i < size; i += 1) {
    const factor = scale * at(gain, i);
    for (let j = 0; j < size; j += 1) matrix[i * size + j] = at(matrix, i * size + j) - factor * at(gain, j);
  }
}

function times(matrix: Float64Array, size: number, vector: Float64Array): Float64Array {
  const result = new Float64Array(size);
  for (let j = 0; j < size; j += 1) {
    const value = at(vector, j);
    if (value === 0) continue;
    for (let i = 0; i < size; i += 1) result[i] = at(result, i) + value * at(matrix, j * size + i);
  }
  return result;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) {
    const value = at(b, i);
    if (value !== 0) sum += value * at(a, i);
  }
  return sum;
}

function summary(matrix: Float64Array, size: number, count: number): Summary {
  let [widest, total] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    widest = Math.max(widest, at(matrix, i * size + i));
    total += at(matrix, i * size + i);
  }
  return { widest, total };
}

/** Equal but for rounding counts as equal, so that the order does not depend on it. */
function isBetter(one: Summary, other: Summary): boolean {
  const difference = one.widest - other.widest;
  return Math.abs(difference) > 1e-9 * other.widest ? difference < 0 : one.total < other.total * (1 - 1e-9);
}
