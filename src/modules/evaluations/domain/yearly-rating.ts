import { hundredths } from './points.ts';
import type { Hundredths } from './points.ts';
import { sheetFor } from './rubric.ts';
import type { Rubric, YearlyWay } from './rubric.ts';

export interface MonthResult {
  readonly total: Hundredths;
  readonly rating: string;
}

/**
 * Prepared for the yearly rating of branches; not used yet. The rating of a year from its scored months; null where no
 * month was scored.
 */
export function yearlyRating(rubric: Rubric, months: readonly MonthResult[]): string | null {
  if (months.length === 0) return null;
  const order = sheetFor(rubric, undefined).ratings.map((rating) => rating.id);
  return rubric.yearly.find((rule) => rule.ways.some((way) => fulfils(way, months, order)))?.rating ?? null;
}

function fulfils(way: YearlyWay, months: readonly MonthResult[], order: readonly string[]): boolean {
  const { averageFrom, noneBelow, months: wanted } = way;
  const sum = months.reduce((total, each) => total + each.total, 0);
  if (averageFrom !== undefined && sum < hundredths(averageFrom) * months.length) return false;
  if (noneBelow !== undefined && months.some((each) => order.indexOf(each.rating) > order.indexOf(noneBelow)))
    return false;
  if (!wanted) return true;
  return months.filter((each) => each.rating === wanted.rating).length >= wanted.atLeast;
}
