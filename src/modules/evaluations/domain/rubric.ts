import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day } from '../../../kernel/month.ts';

import type { Quantity } from './points.ts';
import type { Text } from './text.ts';

/** What is measured from a form's facts; shares keep their numerator and denominator. */
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

/** Facts with a closed list of values on which a condition may rest. */
export const CONDITION_FIELDS = [
  'meetingKind',
  'longExcused',
  'secretaryAlone',
  'notice',
  'materials',
  'minutesUpload',
] as const;
export type ConditionField = (typeof CONDITION_FIELDS)[number];

export const COMPARISONS = ['>=', '>', '<=', '<', '='] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly indicator: IndicatorName; readonly is: Comparison; readonly value: Quantity }
  | { readonly field: ConditionField; readonly in: readonly string[] }
  | { readonly policy: 'exactlyHalfSpeaking'; readonly is: 'upper' | 'lower' };

/** Points under a condition, with the words in which the score explains itself. */
export interface Case {
  readonly when: Condition;
  readonly points: number;
  readonly text: Text;
}

/** The first case that holds gives the points, else `otherwise`; bounds are half-open by the comparison that is used. */
export interface CaseScoring {
  readonly by: 'cases';
  /** The figure that the score shows as its ground. */
  readonly indicator?: IndicatorName;
  readonly cases: readonly Case[];
  readonly otherwise: { readonly points: number; readonly text: Text };
}

/** The observer chooses one of a list. */
export interface ChoiceScoring {
  readonly by: 'choice';
  readonly options: readonly { readonly value: string; readonly points: number; readonly text: Text }[];
}

/** The observer gives points between 0 and the maximum. */
export interface PointsScoring {
  readonly by: 'points';
  readonly step: number;
}

export type Scoring = CaseScoring | ChoiceScoring | PointsScoring;

export interface Criterion {
  readonly id: string;
  readonly title: Text;
  readonly help?: Text;
  readonly maximum: number;
  /** The meetings in which it counts; all, where it is left out. */
  readonly kinds?: readonly MeetingKind[];
  /** Gives the points without asking, as the pre-meeting where the secretary is alone. */
  readonly automatic?: readonly Case[];
  readonly scoring: Scoring;
  /** Added to what the scoring gave, up to the maximum. */
  readonly bonuses?: readonly Case[];
}

export interface Group {
  readonly id: string;
  readonly title: Text;
  /** The section of the form in which its criteria are asked; one of its own, where it is left out. */
  readonly section?: string;
  readonly criteria: readonly Criterion[];
}

/** Criteria of one group that together give no more than `maximum`. */
export interface Cap {
  readonly id: string;
  readonly criteria: readonly string[];
  readonly kinds?: readonly MeetingKind[];
  readonly maximum: number;
  readonly text: Text;
}

/** A total in [from, from of the next better one). Ratings run from the best to the worst, whose `from` is 0. */
export interface Rating {
  readonly id: string;
  readonly from: number;
  readonly text: Text;
}

/** Who reaches `rating` by points but lacks something gets `otherwise`. */
export interface Gate {
  readonly id: string;
  readonly rating: string;
  /** Criteria that must have their maximum; one that does not count in this meeting asks for nothing. */
  readonly full: readonly string[];
  readonly condition?: Condition;
  readonly otherwise: string;
  readonly text: Text;
}

/** One table of points. Where meetings of different kinds have different tables, each has its sheet. */
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

/** What the sources leave open, decided by the committee and shown beside the figures. */
export interface RubricPolicy {
  /** `entitled`: members − exempted − on special duty; `entitled_less_excused`: excused absences are subtracted as well. */
  readonly attendanceFormula: 'entitled' | 'entitled_less_excused';
  /** Whether exactly 50 % of speakers fall into the band above or the band below. */
  readonly exactlyHalfSpeaking: 'upper' | 'lower';
  /**
   * When fewer points than the sheet's maximum can be reached, as in a month without a thematic part: `rescale` the
   * total to the maximum, `grant` the unreachable points, or `leave` the total as it is.
   */
  readonly unreachablePoints: UnreachablePoints;
  readonly requiredMinutes: Readonly<Record<MeetingKind, number>>;
  /** Another duration that the committee has set for branches with fewer members than `membersBelow`. */
  readonly smallBranch: { readonly membersBelow: number; readonly requiredMinutes: number } | null;
}

/** One way to earn a year's rating from its months; all that is named must hold. */
export interface YearlyWay {
  readonly averageFrom?: number;
  readonly noneBelow?: string;
  readonly months?: { readonly rating: string; readonly atLeast: number };
}

/** The best rating of which one way holds; the last rule has an empty way, so that every year has a rating. */
export interface YearlyRule {
  readonly rating: string;
  readonly ways: readonly YearlyWay[];
}

/** For which visits a rubric is made: the routine ones of each month, or those of a targeted supervision. */
export const RUBRIC_PURPOSES = ['routine', 'targeted'] as const;
export type RubricPurpose = (typeof RUBRIC_PURPOSES)[number];

/** Versioned data with a start date: what a meeting is measured by. */
export interface Rubric {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly purpose: RubricPurpose;
  readonly title: Text;
  /** Whose policy this is, said wherever a score is shown. */
  readonly source: Text;
  readonly policy: RubricPolicy;
  readonly sheets: readonly Sheet[];
  readonly yearly: readonly YearlyRule[];
}

export interface RubricVersion {
  readonly id: string;
  readonly version: number;
}

/** What must be known of a rubric to choose it; its tables need not be read for that. */
export type RubricHead = Pick<Rubric, 'id' | 'version' | 'effectiveFrom' | 'purpose'>;

/**
 * The rubric that scores the meetings of a day: of those made for the purpose that have begun, the one that began last,
 * of these the highest version, then the first by its id. The kind of meeting chooses among its sheets, not among
 * rubrics, because a kind that is corrected in the form must not change the form.
 */
export function rubricFor<Head extends RubricHead>(
  heads: readonly Head[],
  { on, purpose }: { readonly on: Day; readonly purpose: RubricPurpose },
): Head | null {
  const [first] = heads
    .filter((head) => head.purpose === purpose && head.effectiveFrom <= on)
    .sort((a, b) => compareText(b.effectiveFrom, a.effectiveFrom) || b.version - a.version || compareText(a.id, b.id));
  return first ?? null;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Out of how many points totals are said side by side: the sheets' maximum, or 100 where they have several. */
export function scaleOf({ sheets }: Pick<Rubric, 'sheets'>): number {
  const maxima = [...new Set(sheets.map((sheet) => sheet.maximum))];
  return maxima.length === 1 && maxima[0] !== undefined ? maxima[0] : 100;
}

/** The ratings of all sheets, from the best to the worst, each once. */
export function ratingsOf({ sheets }: Pick<Rubric, 'sheets'>): readonly Rating[] {
  const ratings = new Map<string, Rating>();
  for (const rating of sheets.flatMap((sheet) => sheet.ratings)) {
    if (!ratings.has(rating.id)) ratings.set(rating.id, rating);
  }
  return [...ratings.values()];
}

/** The table by which a meeting of this kind is scored; a valid rubric has exactly one. */
export function sheetFor(rubric: Rubric, kind: MeetingKind): Sheet {
  const sheet = rubric.sheets.find((each) => each.kinds.includes(kind));
  if (!sheet) throw new Error(`rubric ${rubric.id} v${rubric.version} has no sheet for ${kind} meetings`);
  return sheet;
}

/** The minutes that a meeting should last: at least 90, 120 for a combined one, unless the committee set another. */
export function requiredMinutes(policy: RubricPolicy, kind: MeetingKind, members: number | undefined): number {
  const small = policy.smallBranch;
  if (small && members !== undefined && members < small.membersBelow) return small.requiredMinutes;
  return policy.requiredMinutes[kind];
}

export function countsIn(kind: MeetingKind, kinds: readonly MeetingKind[] | undefined): boolean {
  return kinds?.includes(kind) ?? true;
}
