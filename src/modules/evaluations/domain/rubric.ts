import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day } from '../../../kernel/month.ts';

import type { Quantity } from './points.ts';
import type { Text } from './text.ts';

/** Figures computed from a form's answers; shares keep numerator and denominator. */
export const INDICATORS = [
  'attendance',
  'speaking',
  'targets',
  'duration',
  'minutes',
  'minutes_short',
  'members',
  'absent_unexcused',
  'absent_excused',
  'opinions',
] as const;
export type IndicatorName = (typeof INDICATORS)[number];

/** Answers with a fixed list of values that a condition may use. */
export const CONDITION_VALUES = {
  meetingKind: MEETING_KINDS,
  longExcused: ['yes', 'no'],
  secretaryAlone: ['yes', 'no'],
  notice: ['members_and_superior', 'members_only', 'none'],
  materials: ['a_day_before', 'later', 'none'],
  minutesUpload: ['within_two_days', 'late', 'not_due'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ConditionField = keyof typeof CONDITION_VALUES;
export const CONDITION_FIELDS = Object.keys(CONDITION_VALUES) as ConditionField[];

export const COMPARISONS = ['>=', '>', '<=', '<', '='] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly indicator: IndicatorName; readonly is: Comparison; readonly value: Quantity }
  | { readonly field: ConditionField; readonly in: readonly string[] }
  /** A choice among a committee's own questions, by its id: one of these, or any of these where several are chosen. */
  | { readonly answer: string; readonly in: readonly string[] }
  /** A number among them. */
  | { readonly answer: string; readonly is: Comparison; readonly value: number }
  | { readonly policy: 'exactlyHalfSpeaking'; readonly is: 'upper' | 'lower' };

/** Points under a condition, with the words in which the score is explained. */
export interface Case {
  readonly when: Condition;
  readonly points: number;
  readonly text: Text;
}

/**
 * The first case that holds gives the points, else `otherwise`; whether a bound is included depends on its comparison.
 */
export interface CaseScoring {
  readonly by: 'cases';
  /** The figure that the score shows as its reason. */
  readonly indicator?: IndicatorName;
  readonly cases: readonly Case[];
  readonly otherwise: { readonly points: number; readonly text: Text };
}

/** A part of a figure's range; a bound that is left out is open. `from` and `upTo` include the bound itself. */
export interface Band {
  readonly from?: Quantity;
  readonly above?: Quantity;
  readonly below?: Quantity;
  readonly upTo?: Quantity;
  readonly points: number;
  readonly text: Text;
}

/** Every value of the figure lies in exactly one of the bands. */
export interface BandScoring {
  readonly by: 'bands';
  readonly indicator: IndicatorName;
  readonly bands: readonly Band[];
}

/** The observer chooses an option from a list. */
export interface ChoiceScoring {
  readonly by: 'choice';
  readonly options: readonly { readonly value: string; readonly points: number; readonly text: Text }[];
}

/** The observer gives points between 0 and the maximum. */
export interface PointsScoring {
  readonly by: 'points';
  readonly step: number;
}

export type Scoring = CaseScoring | BandScoring | ChoiceScoring | PointsScoring;

export interface Criterion {
  readonly id: string;
  readonly title: Text;
  readonly help?: Text;
  readonly maximum: number;
  /** The kinds of meeting in which it counts; all, if left out. */
  readonly kinds?: readonly MeetingKind[];
  /** Cases that give the points without a question, such as the pre-meeting where the secretary is alone. */
  readonly automatic?: readonly Case[];
  readonly scoring: Scoring;
  /** Added to the points of the scoring, up to the maximum. */
  readonly bonuses?: readonly Case[];
}

export interface Group {
  readonly id: string;
  readonly title: Text;
  /** The section of the form for its criteria; a section of its own, if left out. */
  readonly section?: string;
  readonly criteria: readonly Criterion[];
}

/** Criteria of one group that together give at most `maximum`. */
export interface Cap {
  readonly id: string;
  readonly criteria: readonly string[];
  readonly kinds?: readonly MeetingKind[];
  readonly maximum: number;
  readonly text: Text;
}

/**
 * Given for totals from `from` to below the `from` of the next better rating. Ratings are listed from best to worst,
 * and the worst has `from` 0.
 */
export interface Rating {
  readonly id: string;
  readonly from: number;
  readonly text: Text;
}

/** Whoever has the points for `rating` but does not meet the gate's conditions gets `otherwise`. */
export interface Gate {
  readonly id: string;
  readonly rating: string;
  /** Criteria that must have their maximum; a criterion that does not count in a meeting is ignored. */
  readonly full: readonly string[];
  readonly condition?: Condition;
  readonly otherwise: string;
  readonly text: Text;
}

/** A table of points. Where kinds of meeting differ in their tables, each has its own sheet. */
export interface Sheet {
  readonly id: string;
  readonly title: Text;
  readonly kinds: readonly MeetingKind[];
  readonly maximum: number;
  readonly groups: readonly Group[];
  readonly caps: readonly Cap[];
  readonly ratings: readonly Rating[];
  readonly gates: readonly Gate[];
}

export type UnreachablePoints = 'rescale' | 'grant' | 'leave';
export type NotYetDue = 'grant' | 'leave_out';

/** What the sources leave open; decided by the committee and shown beside the figures. */
export interface RubricPolicy {
  /**
   * `entitled`: members − exempted − on special duty; `entitled_less_excused`: excused absences are subtracted as well.
   */
  readonly attendanceFormula: 'entitled' | 'entitled_less_excused';
  /** Whether exactly 50 % of speakers belongs to the band above or below. */
  readonly exactlyHalfSpeaking: 'upper' | 'lower';
  /**
   * What happens when fewer points than the sheet's maximum can be reached, as in a month without a thematic part:
   * `rescale` the total to the maximum, `grant` the unreachable points, or `leave` the total as it is.
   */
  readonly unreachablePoints: UnreachablePoints;
  /**
   * What was not due yet when the form was sent, such as the upload of the minutes: `grant` its points, as versions do
   * that say nothing of it, or `leave_out` its criterion, so that the meeting could not reach them.
   */
  readonly notYetDue?: NotYetDue;
  readonly requiredMinutes: Readonly<Record<MeetingKind, number>>;
  /** A different duration for branches with fewer members than `membersBelow`. */
  readonly smallBranch: { readonly membersBelow: number; readonly requiredMinutes: number } | null;
}

/** One way to earn a yearly rating from the months; all conditions given must hold. */
export interface YearlyWay {
  readonly averageFrom?: number;
  readonly noneBelow?: string;
  readonly months?: { readonly rating: string; readonly atLeast: number };
}

/**
 * The best rating with a way that holds; the last rule has a way without conditions, so that every year has a rating.
 */
export interface YearlyRule {
  readonly rating: string;
  readonly ways: readonly YearlyWay[];
}

/** What a rubric is used for: the monthly routine visits, or those of a targeted supervision. */
export const RUBRIC_PURPOSES = ['routine', 'targeted'] as const;
export type RubricPurpose = (typeof RUBRIC_PURPOSES)[number];

/** Dated and versioned data by which meetings are scored. */
export interface Rubric {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly purpose: RubricPurpose;
  /** The kinds of meeting that it is for; all, if left out. */
  readonly kinds?: readonly MeetingKind[];
  /** The types of branches that it is for, by code; all, if left out. */
  readonly branchTypes?: readonly string[];
  readonly title: Text;
  /** The source of the policy, shown with every score. */
  readonly source: Text;
  readonly policy: RubricPolicy;
  readonly sheets: readonly Sheet[];
  readonly yearly: readonly YearlyRule[];
}

export interface RubricVersion {
  readonly id: string;
  readonly version: number;
}

/** The maximum that totals are shown against: the sheets' maximum, or 100 where they differ, of one rubric or several. */
export function scaleOf({ sheets }: Pick<Rubric, 'sheets'>): number {
  const maxima = [...new Set(sheets.map((sheet) => sheet.maximum))];
  return maxima.length === 1 && maxima[0] !== undefined ? maxima[0] : 100;
}

/** The ratings of all sheets, each once, from best to worst. */
export function ratingsOf({ sheets }: Pick<Rubric, 'sheets'>): readonly Rating[] {
  const ratings = new Map<string, Rating>();
  for (const rating of sheets.flatMap((sheet) => sheet.ratings)) {
    if (!ratings.has(rating.id)) ratings.set(rating.id, rating);
  }
  return [...ratings.values()];
}

/**
 * The sheet for meetings of this kind; a valid rubric has exactly one for each of its kinds. A form whose kind is not
 * given yet, or not one of the rubric's, is shown by the first sheet.
 */
export function sheetFor({ id, version, sheets }: Rubric, kind: MeetingKind | undefined): Sheet {
  const sheet = sheets.find((each) => kind !== undefined && each.kinds.includes(kind)) ?? sheets[0];
  if (!sheet) throw new Error(`rubric ${id} v${version} has no sheet`);
  return sheet;
}

/**
 * The minutes that a meeting should last: at least 90, at least 120 for a combined one, unless the committee has set
 * another duration.
 */
export function requiredMinutes(policy: RubricPolicy, kind: MeetingKind, members: number | undefined): number {
  const small = policy.smallBranch;
  if (small && members !== undefined && members < small.membersBelow) return small.requiredMinutes;
  return policy.requiredMinutes[kind];
}

export function countsIn(kind: MeetingKind, kinds: readonly MeetingKind[] | undefined): boolean {
  return kinds?.includes(kind) ?? true;
}
