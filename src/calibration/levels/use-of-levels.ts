import { chanceOf, standingOut } from '../estimate.ts';
import type { Residual } from './fit-statistics.ts';

/** How an observer uses the levels; each index is 1 for somebody who uses them as the others do. */
export interface UseOfLevels {
  /** How far the levels spread where branches and criteria differ; well below 1 for who keeps to the middle. */
  readonly spread: { readonly index: number; readonly se: number; readonly standsOut: boolean } | null;
  /** How much the criteria of one form differ; well below 1 where one impression colours all of them. */
  readonly apart: { readonly index: number; readonly z: number; readonly standsOut: boolean } | null;
  /** Every level was the highest, or the lowest. */
  readonly extreme: 'highest' | 'lowest' | null;
}

interface Rated {
  readonly form: number;
  readonly criterion: number;
  readonly level: number;
  readonly expected: number;
  readonly expectedInForm: number;
  readonly varianceInForm: number;
}

const LEAST_FORMS = 5;
const LEAST_CRITERIA = 3;
/** Less is not worth a flag, however certain. */
const NOTABLE_SPREAD = 0.7;
const NOTABLE_APART = 0.7;

/** @param ratingsOf each observer's ratings @param highest level of each criterion */
export class UseOfLevelsCount {
  private readonly rated: Rated[][];

  constructor(
    observers: number,
    private readonly highest: readonly number[],
  ) {
    this.rated = Array.from({ length: observers }, () => []);
  }

  add(observer: number, residual: Residual): void {
    this.rated[observer]?.push({ ...residual });
  }

  /** @param middles what is expected of each criterion on average */
  results(middles: readonly number[]): UseOfLevels[] {
    const found = this.rated.map((ratings) => ({
      spread: spreadOf(ratings, middles),
      apart: apartOf(ratings),
      extreme: this.extremeOf(ratings),
    }));
    const spreadOut = outOf(found.map(({ spread }) => (spread === null ? 0 : (spread.index - 1) / spread.se)));
    const apartOut = outOf(found.map(({ apart }) => apart?.z ?? 0));
    return found.map(({ spread, apart, extreme }, o) => ({
      extreme,
      spread: spread && { ...spread, standsOut: spreadOut[o] === true && spread.index < NOTABLE_SPREAD },
      apart: apart && { ...apart, standsOut: apartOut[o] === true && apart.index < NOTABLE_APART },
    }));
  }

  private extremeOf(ratings: readonly Rated[]): UseOfLevels['extreme'] {
    if (ratings.length === 0) return null;
    if (ratings.every(({ level, criterion }) => level === this.highest[criterion])) return 'highest';
    return ratings.every(({ level }) => level === 0) ? 'lowest' : null;
  }
}

function outOf(z: readonly number[]): boolean[] {
  return standingOut(z.map((value) => (value < 0 ? chanceOf(value) : 1)));
}

/** The slope of the levels given on those expected, both from the criterion's middle; its error by whole forms. */
function spreadOf(ratings: readonly Rated[], middles: readonly number[]): { index: number; se: number } | null {
  const forms = new Set(ratings.map(({ form }) => form));
  if (forms.size < LEAST_FORMS) return null;
  const pairs = ratings.map(({ form, criterion, level, expected }) => {
    const middle = middles[criterion] ?? 0;
    return { form, x: expected - middle, y: level - middle };
  });
  const meanX = pairs.reduce((sum, { x }) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, { y }) => sum + y, 0) / pairs.length;
  const squares = pairs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (squares < 1e-6 * pairs.length) return null;
  const index = pairs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / squares;
  const byForm = new Map<number, number>();
  for (const { form, x, y } of pairs) {
    byForm.set(form, (byForm.get(form) ?? 0) + (x - meanX) * (y - meanY - index * (x - meanX)));
  }
  const error = [...byForm.values()].reduce((sum, value) => sum + value * value, 0);
  const se = Math.sqrt((error * forms.size) / (forms.size - 1)) / squares;
  return se > 0 ? { index, se } : null;
}

/** The scatter of a form's levels around their own mean, beside the scatter that the model expects. */
function apartOf(ratings: readonly Rated[]): { index: number; z: number } | null {
  const forms = new Map<number, Rated[]>();
  for (const rated of ratings) forms.set(rated.form, [...(forms.get(rated.form) ?? []), rated]);
  const whole = [...forms.values()].filter(({ length }) => length >= LEAST_CRITERIA);
  if (whole.length < LEAST_FORMS) return null;
  let [given, wanted, difference, squares] = [0, 0, 0, 0];
  for (const form of whole) {
    const count = form.length;
    const mean = form.reduce((sum, { level }) => sum + level, 0) / count;
    const middle = form.reduce((sum, { expectedInForm }) => sum + expectedInForm, 0) / count;
    const observed = form.reduce((sum, { level }) => sum + (level - mean) ** 2, 0);
    const expected = form.reduce(
      (sum, { expectedInForm, varianceInForm }) =>
        sum + (expectedInForm - middle) ** 2 + varianceInForm * (1 - 1 / count),
      0,
    );
    given += observed;
    wanted += expected;
    difference += observed - expected;
    squares += (observed - expected) ** 2;
  }
  return squares > 0 ? { index: given / wanted, z: difference / Math.sqrt(squares) } : null;
}
