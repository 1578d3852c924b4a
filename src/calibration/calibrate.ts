import { type DoubleVisit, helpfulDoubleVisits, type ImpossibleVisit } from './double-visits.ts';
import type { FormRating } from './form-rating.ts';
import { connectionsOf, type Island } from './islands.ts';
import {
  calibrateLevels,
  type BranchLevels,
  type CriterionLevels,
  type LevelsCalibration,
  type ObserverLevels,
} from './levels/levels-calibration.ts';
import {
  type BranchPoints,
  calibratePoints,
  type ObserverPoints,
  type PointsCalibration,
} from './points/points-calibration.ts';
import { ratingsOf, type Scale } from './ratings.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface CalibrationOptions {
  /** Partial-credit if left out. */
  readonly scale?: Scale;
  /** How many double visits are proposed; 10 if left out. */
  readonly doubleVisits?: number;
  /** Visits that cannot be made next month, and are not proposed. */
  readonly impossible?: readonly ImpossibleVisit[];
}

/** What forms say about those who filled them and about the branches. Advisory: no official points are changed by it. */
export interface Calibration {
  readonly version: 1;
  readonly verdict: Verdict;
  readonly forms: number;
  readonly months: readonly string[];
  readonly islands: readonly Island[];
  /** The additive model on points; null where it has nothing to work on. */
  readonly points: Omit<PointsCalibration, 'observers' | 'branches'> | null;
  /** The many-facet Rasch model on the criteria's levels. */
  readonly levels:
    (Omit<LevelsCalibration, 'observers' | 'branches' | 'criteria'> & { readonly leftOut: readonly string[] }) | null;
  readonly criteria: readonly (CriterionLevels & { readonly id: string })[];
  readonly observers: readonly ObserverCalibration[];
  readonly branches: readonly BranchCalibration[];
  readonly doubleVisits: readonly DoubleVisit[];
}

export interface ObserverCalibration {
  readonly id: string;
  /** Position in `islands`. */
  readonly island: number;
  readonly points: ObserverPoints | null;
  readonly levels: ObserverLevels | null;
}

export interface BranchCalibration {
  readonly id: string;
  readonly points: BranchPoints | null;
  readonly levels: BranchLevels | null;
}

/** Equal forms give equal figures, on any machine and in any order of the forms. */
export function calibrate(forms: readonly FormRating[], options: CalibrationOptions = {}): Calibration {
  const { scale = 'partial_credit', doubleVisits = 10, impossible } = options;
  const ratings = ratingsOf(inOrder(forms), scale);
  const connections = connectionsOf(ratings);
  const fitted = calibratePoints(ratings);
  const points = fitted?.calibration ?? null;
  const levels = calibrateLevels(ratings, scale);
  return {
    version: 1,
    verdict: verdictOf(ratings, connections, points, levels),
    forms: ratings.forms,
    months: ratings.months,
    islands: connections.islands,
    points: points && without(points, ['observers', 'branches']),
    levels: levels && {
      ...without(levels, ['observers', 'branches', 'criteria']),
      leftOut: ratings.criteriaLeftOut,
    },
    criteria: ratings.criteria.flatMap(({ id }, k) => {
      const criterion = levels?.criteria[k];
      return criterion === undefined ? [] : [{ id, ...criterion }];
    }),
    observers: ratings.observers.map((id, o) => ({
      id,
      island: connections.islandOf[o] ?? 0,
      points: points?.observers[o] ?? null,
      levels: levels?.observers[o] ?? null,
    })),
    branches: ratings.branches.map((id, b) => ({
      id,
      points: points?.branches[b] ?? null,
      levels: levels?.branches[b] ?? null,
    })),
    doubleVisits: fitted === null ? [] : helpfulDoubleVisits(ratings, fitted.fitted, doubleVisits, impossible),
  };
}

/** Sums depend on their order in the last digits, so forms are put in an order of their own. */
function inOrder(forms: readonly FormRating[]): FormRating[] {
  const keyed = forms.map((form) => {
    const { observer, branch, month = '', meeting = '', branchType = '', points = null, scores } = form;
    const ordered = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1));
    return { form, key: JSON.stringify([observer, branch, month, meeting, branchType, points, ordered]) };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ form }) => form);
}

function without<T extends object, K extends keyof T>(value: T, names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.some((one) => one === name))) as Omit<T, K>;
}
