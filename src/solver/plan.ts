import type { BranchRef, DepartmentRef, MeetingRef, SpecialistRef } from '../kernel/id.ts';
import type { Certificate } from './certificate/certificate.ts';
import type { CostTerms, Ineligibility, Tier, VisitLimit } from './problem.ts';

/**
 * The answer of the engine: pure data, identical to its JSON file (plan.schema.json). Everything but `effort` depends
 * on problem, options and seed alone, unless a time limit stopped the run.
 */
export interface Plan {
  readonly version: 1;
  /** Name and version of the engine. */
  readonly engine: string;
  readonly seed: number;
  /** SHA-256 of the problem in canonical order; reordering its lists does not change it. */
  readonly inputHash: string;
  readonly status: PlanStatus;
  readonly stoppedBy: StoppedBy;
  /** How far the status is proven; null without a plan. */
  readonly proof: Proof | null;
  /** In the order of the policy. */
  readonly tiers: readonly TierResult[];
  readonly assignments: readonly Assignment[];
  readonly unmet: readonly UnmetMeeting[];
  readonly loads: readonly Load[];
  /**
   * For an infeasible problem: facts that cannot all be kept, while without any one of them the others could; empty
   * where the time was too short to find them.
   */
  readonly conflict: readonly Fact[];
  /** The time was too short to leave out of `conflict` all that is there without need. */
  readonly conflictMayBeSmaller?: true;
  readonly certificate: Certificate | null;
  readonly effort: Effort;
}

/** `unknown`: stopped before any plan was found. `proof` says by what `optimal` and `infeasible` are proven. */
export type PlanStatus = 'optimal' | 'feasible' | 'infeasible' | 'unknown';
/** `by_hand`: no search ended, people made the plan. */
export type StoppedBy = 'proof' | 'time_limit' | 'work_limit' | 'cancelled' | 'by_hand';

export interface Proof {
  /** `verified`: the certificate re-proves it all. `search`: "by search, verified within `gap`". `none`: not proven. */
  readonly kind: 'verified' | 'search' | 'none';
  /** The first tier that the certificate does not prove; null when it proves all. */
  readonly tier: Tier | null;
  /** How much better that tier could be at most by the certificate: null where it has no bound, 0 when proven. */
  readonly gap: number | null;
}

export interface TierResult {
  readonly tier: Tier;
  readonly objective: number;
  /** By the search, no plan that is as good in all earlier tiers has less; null where the run stopped before. */
  readonly bound: number | null;
  /** The same bound as proven by the certificate. */
  readonly verifiedBound: number | null;
  /** objective − bound. */
  readonly gap: number | null;
}

export interface Assignment {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
  readonly costs: CostTerms;
  /** Sum of `costs`. */
  readonly cost: number;
  readonly pinned: boolean;
  /** Whether the assignment was in the published plan; null without one. */
  readonly published: boolean | null;
}

export interface UnmetMeeting {
  readonly meetingId: MeetingRef;
  readonly present: number;
  readonly missing: number;
  /** The value of the empty seats. */
  readonly lost: number;
  /** Everybody who is eligible and not sent, with what they do instead. */
  readonly candidates: readonly Candidate[];
  readonly ineligible: readonly { readonly specialistId: SpecialistRef; readonly reasons: readonly Ineligibility[] }[];
  /**
   * The two lists are left out, because earlier meetings already used up the limit on their size; `explain` computes
   * them on demand.
   */
  readonly abridged?: true;
}

export interface Candidate {
  readonly specialistId: SpecialistRef;
  readonly situation: Situation;
}

/** `free`: could go; only a rule on others, a quota or a tier stands against it. */
export type Situation =
  | { readonly kind: 'elsewhere'; readonly meetingIds: readonly MeetingRef[] }
  /** These visits are too close in time; rest must lie between. */
  | { readonly kind: 'needs_rest'; readonly meetingIds: readonly MeetingRef[] }
  /** These visits are as many as the limit allows. */
  | { readonly kind: 'limit_reached'; readonly limit: VisitLimit; readonly meetingIds: readonly MeetingRef[] }
  | { readonly kind: 'full'; readonly load: number }
  | { readonly kind: 'pinned_out' }
  | { readonly kind: 'department_full'; readonly departmentId: DepartmentRef }
  | { readonly kind: 'same_department'; readonly specialistId: SpecialistRef }
  | { readonly kind: 'kept_apart'; readonly specialistId: SpecialistRef }
  | { readonly kind: 'needs_lead' }
  | { readonly kind: 'free' };

export interface Load {
  readonly specialistId: SpecialistRef;
  readonly visits: number;
  /**
   * The summed weight of the visits, in hundredths of an ordinary visit; left out where every visit weighs the same.
   */
  readonly points?: number;
  readonly minVisits: number;
  readonly maxVisits: number;
  /** Hundredths of a visit, as in the problem. */
  readonly target: number;
  readonly balance: number;
  /** 100 · visits (or their points) + balance − target. */
  readonly deviation: number;
  /** deviation², the cost of this load in the fairness tier. */
  readonly price: number;
}

/** A fact that a user entered and can change; sentences are made from it elsewhere. */
export type Fact =
  | {
      readonly kind: 'pin';
      readonly specialistId: SpecialistRef;
      readonly meetingId: MeetingRef;
      readonly pin: 'must' | 'must_not';
    }
  | { readonly kind: 'accepted'; readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }
  | { readonly kind: 'mandatory'; readonly meetingId: MeetingRef }
  | { readonly kind: 'team_lead'; readonly meetingId: MeetingRef }
  | { readonly kind: 'team_departments'; readonly meetingId: MeetingRef }
  | { readonly kind: 'sending_departments'; readonly meetingId: MeetingRef }
  | { readonly kind: 'most_observers'; readonly meetingId: MeetingRef; readonly limit: number }
  | { readonly kind: 'min_visits'; readonly specialistId: SpecialistRef; readonly limit: number }
  | { readonly kind: 'max_visits'; readonly specialistId: SpecialistRef; readonly limit: number }
  | { readonly kind: 'unavailable'; readonly specialistId: SpecialistRef; readonly from: number; readonly to: number }
  | {
      readonly kind: 'away_weekly';
      readonly specialistId: SpecialistRef;
      /** 1 = Monday; hours in minutes after local midnight. */
      readonly weekday: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'conflict_of_interest'; readonly specialistId: SpecialistRef; readonly branchId: BranchRef }
  | { readonly kind: 'rotation_gap'; readonly specialistId: SpecialistRef; readonly branchId: BranchRef }
  | { readonly kind: 'max_distance'; readonly limit: number }
  | { readonly kind: 'once_per_branch' }
  | { readonly kind: 'apart'; readonly specialistIds: readonly SpecialistRef[] }
  | ({ readonly kind: 'visit_limit' } & VisitLimit)
  | { readonly kind: 'days_between'; readonly limit: number }
  | { readonly kind: 'evenings_between'; readonly limit: number }
  | { readonly kind: 'overnight_rest'; readonly limit: number }
  | { readonly kind: 'department_min'; readonly departmentId: DepartmentRef; readonly limit: number }
  | { readonly kind: 'department_max'; readonly departmentId: DepartmentRef; readonly limit: number };

export interface Effort {
  readonly elapsedMs: number;
  readonly pairs: number;
  readonly linearPrograms: number;
  readonly searchNodes: number;
  readonly certificateLeaves: number;
}

export interface SolveOptions {
  readonly seed?: number;
  /** In wall time; the best plan so far is returned with its proven gap. */
  readonly timeLimitMs?: number;
  /** Search nodes per tier. Unlike a time limit it ends a run at the same plan on every machine. */
  readonly nodeLimit?: number;
  /** Leaves of the certificate per tier. */
  readonly leafLimit?: number;
  /**
   * A plan that was asked for by stopping is checked by the independent verifier like any other, which takes about as
   * long as building the model. Otherwise it is handed over at once.
   */
  readonly checkStopped?: boolean;
}

export interface Progress {
  readonly phase: 'model' | 'search' | 'proof' | 'conflict';
  readonly tier: Tier | null;
  readonly tierIndex: number;
  readonly tierCount: number;
  readonly incumbent: number | null;
  readonly bound: number | null;
  readonly elapsedMs: number;
}

export type OnProgress = (progress: Progress) => void;
