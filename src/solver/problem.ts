import type { MeetingKind } from '../kernel/meeting-kind.ts';
import type { BranchRef, DepartmentRef, MeetingRef, SpecialistRef } from '../kernel/id.ts';
/**
 * One month of a committee as the planning engine sees it: pure data, identical to its JSON file (problem.schema.json).
 * Times are whole minutes since 1970-01-01T00:00Z, intervals are half-open, costs and values are whole numbers, places
 * are degrees (WGS 84). `readProblem` fills in what a file leaves out.
 */
export interface PlanProblem {
  readonly version: 1;
  /** The fields in which a branch can be weak and a specialist strong. */
  readonly fields: readonly string[];
  readonly departments: readonly Department[];
  readonly branches: readonly Branch[];
  readonly specialists: readonly Specialist[];
  readonly meetings: readonly Meeting[];
  /** Where given, exactly these pairs are eligible, at these costs; nothing is computed. */
  readonly pairs: readonly ExplicitPair[] | null;
  /** Where given, exactly these meetings exclude each other for one person; times and branches are then ignored. */
  readonly conflicts: readonly ConflictSet[] | null;
  readonly pins: readonly Pin[];
  /** Who must not go, or should go, to a meeting together. */
  readonly pairings?: readonly Pairing[];
  /** Visits that would help to compare observers, in addition to those that connect them. */
  readonly linkageWishes?: readonly LinkageWish[];
  /** The plan that people already know, for a repair or a second version. */
  readonly published: PublishedPlan | null;
  readonly policy: PlanPolicy;
  /** References to things that the problem does not contain, left out when it was read; reported, and not counted. */
  readonly leftOut?: readonly LeftOut[];
}

/** A visit of a person to a branch earns this much in the linkage tier: from 1 to 100, where connecting two parts earns 1. */
export interface LinkageWish {
  readonly specialistId: SpecialistRef;
  readonly branchId: BranchRef;
  readonly worth: number;
}

/** An id that does not exist in the problem, and where it stood. */
export interface LeftOut {
  readonly pointer: string;
  readonly id: string;
}

export interface Place {
  readonly lat: number;
  readonly lng: number;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Anything with an id may carry a name for people; it is not part of the hash, nor of the plan. */
export interface Labelled {
  readonly id: string;
  readonly label?: string;
}

export interface Department extends Labelled {
  readonly id: DepartmentRef;
  /** Minimum and maximum number of visits of the whole department this month. */
  readonly minVisits: number | null;
  readonly maxVisits: number | null;
}

export interface Branch extends Labelled {
  readonly id: BranchRef;
  /** Whole months since anybody visited; null for never. */
  readonly monthsSinceVisit: number | null;
  /** 0 (sound) to 1 (weakest). */
  readonly weakness: number;
  readonly openDirectives: number;
  /** Under targeted supervision this quarter. */
  readonly supervised: boolean;
}

export interface Specialist extends Labelled {
  readonly id: SpecialistRef;
  readonly departmentId: DepartmentRef;
  /** Strength from 0 to 1, rounded to thousandths. */
  readonly fields: readonly { readonly fieldId: string; readonly strength: number }[];
  readonly minVisits: number;
  readonly maxVisits: number;
  /** This person's fair load of the month, in hundredths of a visit. */
  readonly target: number;
  /** Hundredths of a visit above (+) or below (−) the share, summed over earlier months. */
  readonly balance: number;
  readonly unavailable: readonly Interval[];
  readonly ownBranchId: BranchRef | null;
  readonly residenceBranchId: BranchRef | null;
  /** Other conflicts of interest, such as a relative's branch. */
  readonly conflictBranchIds: readonly BranchRef[];
  /** Branches that this person knows well, for the familiarity term. */
  readonly knownBranchIds: readonly BranchRef[];
  /** The place from which this person sets out. */
  readonly base: Place | null;
  readonly mayLead: boolean;
  /** Whole months since this person last visited a branch; 0 is this very month. */
  readonly lastVisits: readonly { readonly branchId: BranchRef; readonly monthsAgo: number }[];
  /** From −1 (would rather not) to 1 (would like to). */
  readonly preferences: readonly { readonly branchId: BranchRef; readonly liking: number }[];
  /**
   * The place from which this person sets out in the parts of the day that `policy.travel.fromHome` names; otherwise
   * `base`.
   */
  readonly home?: Place;
  /** Hours of every week in which this person cannot go. */
  readonly awayWeekly?: readonly WeeklyHours[];
  /** Liking for days and parts of the day, as `preferences` has it for branches; all entries that match are added. */
  readonly dayPreferences?: readonly DayPreference[];
}

/** Minutes after local midnight; half-open. */
export interface WeeklyHours {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

export interface DayPreference {
  /** Null: every day. */
  readonly weekday: number | null;
  /** Null: all day. */
  readonly part: DayPart | null;
  readonly liking: number;
}

export interface Meeting extends Labelled {
  readonly id: MeetingRef;
  readonly branchId: BranchRef;
  readonly start: number;
  readonly end: number;
  readonly place: Place | null;
  readonly kind: MeetingKind;
  /** Observers wanted; up to `maxObservers` may come. */
  readonly minObservers: number;
  readonly maxObservers: number;
  /** Cost of each missing observer; null: computed from the branch by `policy.coverage`. */
  readonly value: number | null;
  /** Additional cost when nobody comes at all. */
  readonly valueIfNone: number;
  /** Value of each observer between minimum and maximum; never above `value`. */
  readonly valueOfExtra: number;
  /** Must have its minimum, or there is no plan. */
  readonly mandatory: boolean;
  readonly needs: readonly { readonly fieldId: string; readonly weight: number }[];
  /** Rules for those who go together; a meeting that cannot keep them stays empty. */
  readonly team: TeamRules;
  /** Departments that may send someone; null admits all. */
  readonly departmentIds: readonly DepartmentRef[] | null;
  /** What a visit here adds to a load before the policy's additions, in hundredths of an ordinary visit (100). */
  readonly points?: number;
}

export interface TeamRules {
  readonly differentDepartments: boolean;
  /** At least one of them must be allowed to lead. */
  readonly lead: boolean;
}

export const INELIGIBILITIES = [
  'over',
  'leave',
  'conflict_of_interest',
  'rotation_gap',
  'department_rule',
  'too_far',
  'not_listed',
] as const;
export type Ineligibility = (typeof INELIGIBILITIES)[number];

/** Reasons that a board may set aside for one pair; nobody sets aside leave, an interest in the branch, or time. */
export const OVERRULABLE = ['rotation_gap', 'too_far', 'department_rule'] as const satisfies readonly Ineligibility[];
export type Overrulable = (typeof OVERRULABLE)[number];

export const COST_TERMS = ['expertise', 'rotation', 'travel', 'familiarity', 'preference'] as const;
export type CostTerm = (typeof COST_TERMS)[number];

/** Whole-numbered costs by name; explicit pairs may use names of their own. */
export type CostTerms = Readonly<Record<string, number>>;

export interface ExplicitPair {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
  readonly costs: CostTerms;
}

/** A person can attend at most one of these meetings. */
export interface ConflictSet {
  readonly meetingIds: readonly MeetingRef[];
}

export type Pairing =
  /** At most one of them goes to any one meeting. */
  | { readonly kind: 'apart'; readonly specialistIds: readonly SpecialistRef[] }
  /** Both of them at one meeting earn this much in the quality tier. */
  | {
      readonly kind: 'together';
      readonly specialistIds: readonly [SpecialistRef, SpecialistRef];
      readonly reward: number;
    };

export interface Pin {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
  /** `may` demands nothing: it is what remains of a pin that overrules once nobody insists on the visit. */
  readonly kind: 'must' | 'may' | 'must_not';
  /** The pair is eligible in spite of these reasons, at its usual costs; any other reason still stands. Never of `must_not`. */
  readonly overrules?: readonly Overrulable[];
}

export interface PublishedPlan {
  readonly assignments: readonly PublishedAssignment[];
  /** Price of each assignment that is not in the published plan. */
  readonly priceOfNew: number;
  /** Meetings moved or otherwise changed since publication: accepted visits to them no longer bind. */
  readonly changedMeetingIds: readonly MeetingRef[];
  /**
   * Meetings that began before this minute are over: their published visits stay and count, whatever the rules say, and
   * nobody else is sent. Left out where the whole month lies ahead.
   */
  readonly settledBefore?: number;
}

export interface PublishedAssignment {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
  /** Stays, whatever it costs, while the person is still eligible and the meeting has not changed. */
  readonly accepted: boolean;
  /** Price of taking it back. */
  readonly price: number;
}

export const TIERS = ['coverage', 'fairness', 'quality', 'stability', 'linkage'] as const;
export type Tier = (typeof TIERS)[number];

export interface PlanPolicy {
  /** Each tier exactly once, the most important first; a repair puts stability above fairness. */
  readonly tiers: readonly Tier[];
  /** A person may visit a branch again only after more than this many months. */
  readonly rotationGapMonths: number;
  /** At most one visit per person and branch within the month. */
  readonly oncePerBranch: boolean;
  /** From the end of the gap to this many months, the rotation cost falls to 0. */
  readonly rotationFadeMonths: number;
  readonly travel: TravelPolicy;
  readonly coverage: CoveragePolicy;
  readonly weights: CostWeights;
  /** Maximum visits of one person in a day, an evening, a week and so on; all of them hold. */
  readonly limits: readonly VisitLimit[];
  readonly rest: RestPolicy;
  readonly calendar: CalendarPolicy;
  /** Additions to the load of certain visits; left out, and without points of meetings, every visit weighs the same. */
  readonly load?: LoadPolicy;
}

/** In hundredths of an ordinary visit, added to its own weight; all entries that match are added. */
export interface LoadPolicy {
  readonly evening?: number;
  readonly combined?: number;
  readonly thematic?: number;
  /** For visits farther than this many km by road from where the person sets out. */
  readonly far?: { readonly km: number; readonly points: number };
}

/** Visits count on the local day on which their meeting begins. */
export interface VisitLimit {
  readonly most: number;
  /**
   * A week begins on Monday; `days` is every run of so many days, `month` the whole planned period. `meetings` counts
   * the named ones alone: with a `most` of 1 they exclude each other in addition to what the clock excludes.
   */
  readonly per: 'day' | 'week' | 'days' | 'month' | 'interval' | 'meetings';
  /** Length of the run; for `days` only. */
  readonly days: number | null;
  /** For `interval` only: meetings that begin from `from` to before `to`. */
  readonly from: number | null;
  readonly to: number | null;
  /** For `meetings` only. */
  readonly meetingIds?: readonly MeetingRef[];
  /** Only visits in this part of the day count; null: all. */
  readonly part: DayPart | null;
  /** Null: everybody. */
  readonly specialistIds: readonly SpecialistRef[] | null;
}

export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/**
 * What must lie between two visits of one person on different days; visits on the same day are subject to `limits`
 * only.
 */
export interface RestPolicy {
  /** Whole days without a visit. */
  readonly daysBetween: number;
  /** Whole evenings without a visit between two evening visits: 1 means "not two evenings in a row". */
  readonly eveningsBetween: number;
  /** Minutes from the end of one visit to the start of the next. */
  readonly overnightMinutes: number;
}

/** The committee's time zone, and when parts of the day begin, in minutes after local midnight. */
export interface CalendarPolicy {
  readonly timeZone: string;
  readonly afternoonFrom: number;
  readonly eveningFrom: number;
}

export interface TravelPolicy {
  readonly speedKmh: number;
  /** Road distance in percent of the straight line: 130 means three tenths longer. */
  readonly detourPercent: number;
  /** Minutes between two visits in addition to the way. */
  readonly bufferMinutes: number;
  /** A pair farther than this from where the person sets out is not eligible; null: no limit. */
  readonly maxKm: number | null;
  /** Parts of the day in which people who have a home set out from there. */
  readonly fromHome?: readonly DayPart[];
  /** The length assumed for a way of which an end is unknown; null or left out: it is not counted at all. */
  readonly unknownKm?: number | null;
}

/** Determines the value of meetings whose `value` is null; see `coverageValue`. */
export interface CoveragePolicy {
  readonly base: number;
  readonly perMonthSinceVisit: number;
  /** Each branch is to be visited at least once in this many months; null: no cycle. */
  readonly cycleMonths: number | null;
  /** Added when this month is the last chance to keep the cycle, and again for each month that the cycle is overdue. */
  readonly cycleDue: number;
  readonly weakness: number;
  readonly perOpenDirective: number;
  readonly supervised: number;
}

export interface CostWeights {
  /** Cost of having none of the needed strength. */
  readonly expertise: number;
  /** Cost right after the rotation gap. */
  readonly rotation: number;
  /** Cost of a kilometre from where the person sets out. */
  readonly travel: number;
  /** Cost of not knowing the branch. */
  readonly familiarity: number;
  /** Cost of the strongest dislike, gain of the strongest liking. */
  readonly preference: number;
}

export const DEFAULT_POLICY: PlanPolicy = {
  tiers: TIERS,
  rotationGapMonths: 2,
  oncePerBranch: true,
  rotationFadeMonths: 12,
  travel: { speedKmh: 20, detourPercent: 130, bufferMinutes: 10, maxKm: null },
  coverage: {
    base: 100,
    perMonthSinceVisit: 10,
    cycleMonths: 6,
    cycleDue: 200,
    weakness: 50,
    perOpenDirective: 15,
    supervised: 100,
  },
  weights: { expertise: 100, rotation: 60, travel: 8, familiarity: 10, preference: 20 },
  limits: [],
  rest: { daysBetween: 0, eveningsBetween: 0, overnightMinutes: 0 },
  calendar: { timeZone: 'Asia/Ho_Chi_Minh', afternoonFrom: 720, eveningFrom: 1020 },
};

/** A limit for everybody of at most so many visits per day, week or month. */
export function mostVisits(most: number, per: 'day' | 'week' | 'month', part: DayPart | null = null): VisitLimit {
  return { most, per, days: null, from: null, to: null, part, specialistIds: null };
}
