import type { Hours, PartOfDay } from '../../../kernel/hours.ts';
import type { BranchId, BranchRef, DepartmentRef, MeetingRef, SpecialistRef } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { Place } from '../../../solver/index.ts';
import type { CarriedBalance } from './carried-balance.ts';
import type { Pairing } from '../../directory/index.ts';
import type { KeptDecision } from './plan-decision.ts';

/** All facts of a committee that planning a month depends on. */
export interface MonthFacts {
  readonly month: Month;
  /** IANA name of the committee's zone. */
  readonly zone: string;
  readonly fields: readonly string[];
  readonly departments: readonly string[];
  readonly branches: readonly BranchFacts[];
  readonly specialists: readonly SpecialistFacts[];
  readonly meetings: readonly MeetingFacts[];
  /** Where the month has begun before it is planned: what is over, and what was visited. */
  readonly settled?: SettledFacts | null;
  /** Those that are registered, whatever month they count for. */
  readonly pairings?: readonly Pairing[];
  /** Of the plan of the month that counts. */
  readonly decisions: readonly KeptDecision[];
}

export interface SettledFacts {
  /** Meetings that began before then are over; null where all of them lie ahead. */
  readonly before: Date | null;
  /** The number of visits that people have made in the month by then, without any plan. */
  readonly visits: Readonly<Record<string, number>>;
}

/** Weight or strength, from 0 to 1, by the code of the field. */
export type FieldWeights = Readonly<Record<string, number>>;

export interface BranchFacts {
  readonly id: BranchRef;
  /** Whole months from the last visit to the planned month; null for never. */
  readonly monthsSinceVisit: number | null;
  readonly weakFields: FieldWeights;
  readonly openDirectives: number;
}

export interface SpecialistFacts {
  readonly id: SpecialistRef;
  readonly departmentId: DepartmentRef;
  readonly fields: FieldWeights;
  readonly minVisits: number;
  readonly maxVisits: number;
  /** The share of a whole month, in hundredths of a visit. */
  readonly target: number;
  readonly balance: CarriedBalance;
  readonly mayLead: boolean;
  readonly ownBranchId: BranchRef | null;
  readonly residenceBranchId: BranchRef | null;
  readonly conflictBranchIds: readonly BranchRef[];
  readonly base: Place | null;
  /** Where the person lives: the place of the branch of their residence. */
  readonly home?: Place | null;
  /** Days away, half-open; with hours, only between these hours on each of the days. */
  readonly absences: readonly { readonly from: Day; readonly before: Day; readonly hours?: Hours | null }[];
  readonly lastVisits: readonly { readonly branchId: BranchRef; readonly monthsAgo: number }[];
  /** Branches where this person would help to compare observers, and how much: from 1 to 100. */
  readonly wishes?: readonly { readonly branchId: BranchRef; readonly worth: number }[];
  /** Weekdays (1: Monday), or parts of them, on which this person would rather not go. */
  readonly ratherNot?: readonly { readonly weekday: number; readonly part: PartOfDay | null }[];
}

export interface MeetingFacts {
  readonly id: MeetingRef;
  readonly branchId: BranchId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: Place | null;
  readonly kind: MeetingKind;
}
