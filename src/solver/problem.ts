import type { MeetingKind } from '../kernel/meeting-kind.ts';
/**
 * The month of one committee as the planning engine sees it: pure data, the same as the JSON file (problem.schema.json).
 * Times are whole minutes since 1970-01-01T00:00Z, intervals are half-open, costs and values are whole numbers,
 * places are degrees (WGS 84). `readProblem` fills what a file may leave out.
 */
export interface PlanProblem {
  readonly version: 1;
  /** The fields in which a branch can be weak and a specialist strong. */
  readonly fields: readonly string[];
  readonly departments: readonly Department[];
  readonly branches: readonly Branch[];
  readonly specialists: readonly Specialist[];
  readonly meetings: readonly Meeting[];
  /** Where given, exactly these pairs are eligible, with these costs; nothing is computed. */
  readonly pairs: readonly ExplicitPair[] | null;
  /** Where given, exactly these meetings exclude each other for one person; neither times nor branches do. */
  readonly conflicts: readonly ConflictSet[] | null;
  readonly pins: readonly Pin[];
  /** Who should not, or should, go to one meeting together. */
  readonly pairings?: readonly Pairing[];
  /** The plan that people already know, when this is a repair or a second version. */
  readonly published: PublishedPlan | null;
  readonly policy: PlanPolicy;
  /** What was left out when this was read, because it refers to what is not there; told, and not counted. */
  readonly leftOut?: readonly LeftOut[];
}

/** An id that nothing has, and where it stood. */
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

/** Whatever has an id may have the name that people give it; the hash and the plan do without it. */
export interface Labelled {
  readonly id: string;
  readonly label?: string;
}

export interface Department extends Labelled {
  /** Fewest and most visits of the whole department in this month. */
  readonly minVisits: number | null;
  readonly maxVisits: number | null;
}

export interface Branch extends Labelled {
  /** Whole months since anybody visited; null where nobody ever did. */
  readonly monthsSinceVisit: number | null;
  /** 0 (sound) to 1 (weakest). */
  readonly weakness: number;
  readonly openDirectives: number;
  /** Under targeted supervision this quarter. */
  readonly supervised: boolean;
}

export interface Specialist extends Labelled {
  readonly departmentId: string;
  /** Strength from 0 to 1, kept to the thousandth. */
  readonly fields: readonly { readonly fieldId: string; readonly strength: number }[];
  readonly minVisits: number;
  readonly maxVisits: number;
  /** The load that is this person's share, in hundredths of a visit. */
  readonly target: number;
  /** Hundredths of a visit done beyond (+) or short of (−) the share of earlier months. */
  readonly balance: number;
  readonly unavailable: readonly Interval[];
  readonly ownBranchId: string | null;
  readonly residenceBranchId: string | null;
  /** Other conflicts of interest, such as a relative's branch. */
  readonly conflictBranchIds: readonly string[];
  /** Branches whose affairs this person knows, for the familiarity term. */
  readonly knownBranchIds: readonly string[];
  /** Where this person starts from. */
  readonly base: Place | null;
  readonly mayLead: boolean;
  /** Whole months since this person last saw a branch; 0 is this very month. */
  readonly lastVisits: readonly { readonly branchId: string; readonly monthsAgo: number }[];
  /** From −1 (would rather not) to 1 (would like to). */
  readonly preferences: readonly { readonly branchId: string; readonly liking: number }[];
  /** Where this person sets out from in those parts of the day that `policy.travel.fromHome` names; else from the base. */
  readonly home?: Place;
  /** Hours of every week on which this person cannot go. */
  readonly awayWeekly?: readonly WeeklyHours[];
  /** Days and parts of the day that this person likes, as `preferences` has branches; what fits adds up. */
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
  readonly branchId: string;
  readonly start: number;
  readonly end: number;
  readonly place: Place | null;
  readonly kind: MeetingKind;
  /** Observers wanted; up to `maxObservers` may come. */
  readonly minObservers: number;
  readonly maxObservers: number;
  /** What each missing observer costs; null has it computed from the branch by `policy.coverage`. */
  readonly value: number | null;
  /** What it costs on top when nobody comes at all. */
  readonly valueIfNone: number;
  /** What each observer between minimum and maximum is worth; never above `value`. */
  readonly valueOfExtra: number;
  /** Must have its minimum, or there is no plan. */
  readonly mandatory: boolean;
  readonly needs: readonly { readonly fieldId: string; readonly weight: number }[];
  /** Rules for whoever goes; a meeting that cannot keep them stays empty. */
  readonly team: TeamRules;
  /** Departments that may send someone; null admits all. */
  readonly departmentIds: readonly string[] | null;
  /** What a visit here weighs in a load, in hundredths of an ordinary one (100), before what the policy adds. */
  readonly points?: number;
}

export interface TeamRules {
  readonly differentDepartments: boolean;
  /** At least one of them may lead. */
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

export const COST_TERMS = ['expertise', 'rotation', 'travel', 'familiarity', 'preference'] as const;
export type CostTerm = (typeof COST_TERMS)[number];

/** Whole-numbered costs by name; explicit pairs may name their own terms. */
export type CostTerms = Readonly<Record<string, number>>;

export interface ExplicitPair {
  readonly specialistId: string;
  readonly meetingId: string;
  readonly costs: CostTerms;
}

/** Of these meetings one person can attend at most one. */
export interface ConflictSet {
  readonly meetingIds: readonly string[];
}

export type Pairing =
  /** At most one of them goes to a meeting. */
  | { readonly kind: 'apart'; readonly specialistIds: readonly string[] }
  /** Both of them at one meeting are worth so much quality. */
  | { readonly kind: 'together'; readonly specialistIds: readonly [string, string]; readonly reward: number };

export interface Pin {
  readonly specialistId: string;
  readonly meetingId: string;
  readonly kind: 'must' | 'must_not';
}

export interface PublishedPlan {
  readonly assignments: readonly PublishedAssignment[];
  /** Price of each assignment that was not published. */
  readonly priceOfNew: number;
  /** Meetings moved or otherwise changed since: their accepted visits are free again. */
  readonly changedMeetingIds: readonly string[];
  /**
   * Meetings that began before this minute are over: the published visits there stay and count, whatever the rules say,
   * and nobody else goes. Left out where the whole month lies ahead.
   */
  readonly settledBefore?: number;
}

export interface PublishedAssignment {
  readonly specialistId: string;
  readonly meetingId: string;
  /** Stays, whatever it costs, while the person can still go and the meeting has not changed. */
  readonly accepted: boolean;
  /** Price of taking it back. */
  readonly price: number;
}

export const TIERS = ['coverage', 'fairness', 'quality', 'stability', 'linkage'] as const;
export type Tier = (typeof TIERS)[number];

export interface PlanPolicy {
  /** Each tier once, the most important first; a repair puts stability above fairness. */
  readonly tiers: readonly Tier[];
  /** A person sees a branch again after more than this many months. */
  readonly rotationGapMonths: number;
  /** One visit per person and branch within the month. */
  readonly oncePerBranch: boolean;
  /** From the end of the gap to this many months the rotation cost fades to nothing. */
  readonly rotationFadeMonths: number;
  readonly travel: TravelPolicy;
  readonly coverage: CoveragePolicy;
  readonly weights: CostWeights;
  /** Most visits of one person in a day, an evening, a week and the like; all of them hold. */
  readonly limits: readonly VisitLimit[];
  readonly rest: RestPolicy;
  readonly calendar: CalendarPolicy;
  /** What some visits add to a load; left out, and without points of meetings, every visit weighs the same. */
  readonly load?: LoadPolicy;
}

/** In hundredths of an ordinary visit, on top of it; what fits adds up. */
export interface LoadPolicy {
  readonly evening?: number;
  readonly combined?: number;
  readonly thematic?: number;
  /** Beyond so many km by road from where the person sets out. */
  readonly far?: { readonly km: number; readonly points: number };
}

/** Visits count by the local day on which their meeting begins. */
export interface VisitLimit {
  readonly most: number;
  /** A week begins on Monday; `days` is every run of so many days, `month` all that is planned. */
  readonly per: 'day' | 'week' | 'days' | 'month' | 'interval';
  /** Of `days` alone. */
  readonly days: number | null;
  /** Of `interval` alone: meetings that begin from `from` to before `to`. */
  readonly from: number | null;
  readonly to: number | null;
  /** Only visits in this part of the day count; null counts all. */
  readonly part: DayPart | null;
  /** Null: everybody. */
  readonly specialistIds: readonly string[] | null;
}

export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What must lie between two visits of one person on different days; visits of the same day are left to `limits`. */
export interface RestPolicy {
  /** Whole days without a visit. */
  readonly daysBetween: number;
  /** Whole evenings without a visit, from one evening visit to the next: 1 is “not two evenings running”. */
  readonly eveningsBetween: number;
  /** Minutes from the end of the one to the start of the other. */
  readonly overnightMinutes: number;
}

/** Where and when the days of the committee begin, in minutes after local midnight. */
export interface CalendarPolicy {
  readonly timeZone: string;
  readonly afternoonFrom: number;
  readonly eveningFrom: number;
}

export interface TravelPolicy {
  readonly speedKmh: number;
  /** Roads against the straight line: 130 means three tenths longer. */
  readonly detourPercent: number;
  /** Between the end of one visit, the way, and the start of the next. */
  readonly bufferMinutes: number;
  /** Beyond this distance from where a person sets out a pair is too far; null sets no limit. */
  readonly maxKm: number | null;
  /** Parts of the day in which people who have a home set out from there. */
  readonly fromHome?: readonly DayPart[];
  /** A way of which an end is unknown counts as so long; left out, it is not counted at all. */
  readonly unknownKm?: number;
}

/** Makes the value of a meeting whose `value` is null; see `coverageValue`. */
export interface CoveragePolicy {
  readonly base: number;
  readonly perMonthSinceVisit: number;
  /** Each branch at least once in so many months; null sets no cycle. */
  readonly cycleMonths: number | null;
  /** Added when this month is the last to keep the cycle, and again for each month that it is broken. */
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
  /** Cost of a kilometre from the base. */
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

/** Everybody makes at most so many visits per day, week and so on. */
export function mostVisits(most: number, per: 'day' | 'week' | 'month', part: DayPart | null = null): VisitLimit {
  return { most, per, days: null, from: null, to: null, part, specialistIds: null };
}

/** A specialist with nothing special, for builders and tests. */
export function aSpecialistOf(departmentId: string, id: string): Specialist {
  return {
    id,
    departmentId,
    fields: [],
    minVisits: 0,
    maxVisits: 8,
    target: 0,
    balance: 0,
    unavailable: [],
    ownBranchId: null,
    residenceBranchId: null,
    conflictBranchIds: [],
    knownBranchIds: [],
    base: null,
    mayLead: false,
    lastVisits: [],
    preferences: [],
  };
}
