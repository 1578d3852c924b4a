import { at } from './algebra/dense-cholesky.ts';
import type { Connections } from './islands.ts';
import type { LevelsCalibration } from './levels/levels-calibration.ts';
import type { PointsCalibration } from './points/points-calibration.ts';
import type { Ratings } from './ratings.ts';

/** Whether the observers' scores can be compared; said before any figure. */
export interface Verdict {
  readonly kind: 'comparable' | 'with_care' | 'cannot';
  /** What stands in the way, the gravest first; empty where nothing does. */
  readonly reasons: readonly Reason[];
}

export type Reason =
  | { readonly code: 'one_observer' }
  | { readonly code: 'one_branch' }
  | { readonly code: 'too_few_forms' }
  | { readonly code: 'nothing_differs' }
  /** Nobody has rated a branch that somebody else has rated. */
  | { readonly code: 'nothing_shared' }
  /** Groups of observers without a branch in common, none of which has nearly all forms. */
  | { readonly code: 'islands'; readonly islands: readonly (readonly string[])[] }
  /** Nearly all forms hang together; these observers are apart from them. */
  | { readonly code: 'apart'; readonly observers: readonly string[] }
  /** These hang on one observer's forms of one branch. */
  | {
      readonly code: 'weak_link';
      readonly observers: readonly string[];
      readonly observer: string;
      readonly branch: string;
    }
  | { readonly code: 'always_extreme'; readonly observers: readonly string[] }
  | { readonly code: 'few_forms'; readonly forms: number }
  /** What is seen of the differences between observers is chance for the most part. */
  | { readonly code: 'little_difference'; readonly reliability: number }
  | { readonly code: 'mostly_highest'; readonly share: number }
  | { readonly code: 'without_points'; readonly forms: number };

/** An island with this share of the forms is the mainland; the others are apart from it. */
const MAINLAND = 0.8;
const WEAK_LINKS = 3;
const FEW_FORMS = 4;
const LEAST_RELIABILITY = 0.5;
const MOSTLY = 0.5;
const MANY_WITHOUT_POINTS = 0.1;

export function verdictOf(
  ratings: Ratings,
  connections: Connections,
  points: PointsCalibration | null,
  levels: LevelsCalibration | null,
): Verdict {
  const impossible = impossibleBecause(ratings, connections, points ?? levels);
  if (impossible !== null) return { kind: 'cannot', reasons: [impossible, ...extremes(ratings, levels)] };
  const reasons = [
    ...apartOf(connections),
    ...weakLinksOf(connections),
    ...extremes(ratings, levels),
    ...fewForms(ratings),
    ...littleDifference(points ?? levels),
    ...mostlyHighest(ratings),
    ...withoutPoints(ratings, points),
  ];
  return { kind: reasons.length === 0 ? 'comparable' : 'with_care', reasons };
}

function impossibleBecause(ratings: Ratings, { islands }: Connections, any: object | null): Reason | null {
  if (ratings.forms === 0) return { code: 'too_few_forms' };
  if (ratings.observers.length < 2) return { code: 'one_observer' };
  if (ratings.branches.length < 2) return { code: 'one_branch' };
  if (any === null) return { code: isAllTheSame(ratings) ? 'nothing_differs' : 'too_few_forms' };
  if (islands.every(({ observers }) => observers.length === 1)) return { code: 'nothing_shared' };
  const [main] = islands;
  if (main !== undefined && main.forms >= MAINLAND * ratings.forms) return null;
  return { code: 'islands', islands: islands.map(({ observers }) => observers) };
}

/** No criterion has two levels, and no two forms have different points. */
function isAllTheSame({ points, criteria }: Ratings): boolean {
  return criteria.length === 0 && new Set(points).size < 2;
}

function apartOf({ islands }: Connections): Reason[] {
  const observers = islands.slice(1).flatMap((island) => island.observers);
  return observers.length === 0 ? [] : [{ code: 'apart', observers }];
}

function weakLinksOf({ weakLinks }: Connections): Reason[] {
  return weakLinks
    .slice(0, WEAK_LINKS)
    .map(({ apart, observer, branch }) => ({ code: 'weak_link', observers: apart, observer, branch }));
}

function extremes(ratings: Ratings, levels: LevelsCalibration | null): Reason[] {
  const observers = ratings.observers.filter((_, o) => levels?.observers[o]?.extreme === 'highest');
  return observers.length === 0 ? [] : [{ code: 'always_extreme', observers }];
}

function fewForms({ forms, observers }: Ratings): Reason[] {
  const each = forms / observers.length;
  return each < FEW_FORMS ? [{ code: 'few_forms', forms: each }] : [];
}

function littleDifference(model: { readonly reliability: number } | null): Reason[] {
  if (model === null || model.reliability >= LEAST_RELIABILITY) return [];
  return [{ code: 'little_difference', reliability: model.reliability }];
}

function mostlyHighest({ points }: Ratings): Reason[] {
  const given = points.filter((value) => !Number.isNaN(value));
  const highest = given.reduce((most, value) => Math.max(most, value), -Infinity);
  const share = given.filter((value) => value === highest).length / Math.max(given.length, 1);
  return share >= MOSTLY ? [{ code: 'mostly_highest', share }] : [];
}

function withoutPoints({ points, forms }: Ratings, calibration: PointsCalibration | null): Reason[] {
  if (calibration === null) return [];
  let without = 0;
  for (let f = 0; f < forms; f += 1) if (Number.isNaN(at(points, f))) without += 1;
  return without >= MANY_WITHOUT_POINTS * forms ? [{ code: 'without_points', forms: without }] : [];
}
