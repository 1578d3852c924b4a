import type { UnreachablePoints } from './rubric.ts';

/** A score with its reasons, as text. */
export interface ScoreView {
  /** The source of the rubric. */
  readonly source: string;
  readonly isComplete: boolean;
  readonly total: string;
  readonly maximum: string;
  /** The sum of the groups, and how it became the total; null where both are equal. */
  readonly sum: { readonly earned: string; readonly reachable: string; readonly unreachable: UnreachablePoints } | null;
  /** The branch's own total; null where it gave none. */
  readonly self: string | null;
  /** The observer's total minus the branch's own, with its sign. */
  readonly difference: string | null;
  /** Null while answers are missing. */
  readonly rating: string | null;
  readonly gates: readonly string[];
  readonly groups: readonly ScoreGroupView[];
}

export interface ScoreGroupView {
  readonly title: string;
  readonly points: string;
  readonly maximum: string;
  readonly self: string | null;
  /** False while an answer is missing. */
  readonly isKnown: boolean;
  readonly criteria: readonly ScoreCriterionView[];
}

export interface ScoreCriterionView {
  readonly title: string;
  /** Null while an answer is missing. */
  readonly points: string | null;
  readonly maximum: string;
  /** The reason: `85,7% (36/42) · từ 75% đến dưới 90%`. */
  readonly ground: string | null;
}
