import type { Day, Month } from '../../kernel/month.ts';
import type { OutdatedDraft } from './draft-standing.ts';
import type { Hours } from '../../kernel/hours.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { MonthProgress } from './month-progress.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/people`: the load of each person in a month. */
export interface PeoplePage {
  readonly monthProgress: MonthProgress;
  readonly filters: { readonly q: string; readonly departments: readonly Option[]; readonly isActive: boolean };
  /** The columns that the list can be ordered by. */
  readonly sorts: Readonly<Record<PeopleSort, SortLink>>;
  readonly summary: {
    readonly people: number;
    /** Before the first plan there are no visits to count. */
    readonly isPlanned: boolean;
    readonly visits: number;
    readonly average: number;
    readonly least: number;
    readonly most: number;
    /** How far the furthest is from their share, in visits, and how many are a whole visit or more above or below it. */
    readonly off: number;
    readonly above: number;
    readonly below: number;
    /** With days away; of them all month. */
    readonly away: number;
    readonly awayAllMonth: number;
  };
  /** Where the draft that is shown no longer fits. */
  readonly outdated: OutdatedDraft | null;
  readonly people: readonly PersonLoad[];
  /** Of whom nothing is asked this month. */
  readonly awayAllMonth: readonly PersonLoad[];
}

export type PeopleSort = 'name' | 'load' | 'target' | 'balance';

export interface SortLink {
  /** Orders by it, or turns the order about. */
  readonly href: string;
  readonly order: 'ascending' | 'descending' | null;
}

export interface PersonLoad {
  readonly specialistId: string;
  readonly name: string;
  readonly department: string;
  readonly fields: readonly string[];
  /** Null before the first plan. */
  readonly visits: number | null;
  /** What the month asks by itself, and with what earlier months left over. */
  readonly target: number;
  readonly share: number;
  readonly isHigh: boolean;
  readonly min: number;
  readonly max: number;
  /** Visits more (+) or fewer (−) than their share in the months before. */
  readonly balance: number;
  readonly origin: BalanceOrigin;
  readonly away: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly reason: AbsenceKind;
    readonly hours: Hours | null;
  }[];
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly day: Day;
    readonly from: string;
    readonly branch: string;
    /** A state of the visit; null before the month is published. */
    readonly state: string | null;
  }[];
}

/** How a balance came about, in visits. */
export interface BalanceOrigin {
  /** Brought along from the time before the service. */
  readonly carriedIn: number;
  /** The latest first. */
  readonly months: readonly {
    readonly month: Month;
    readonly visits: number;
    readonly share: number;
    readonly difference: number;
  }[];
  /** What it adds up to today; null where the plan was made with just that. */
  readonly today: number | null;
}
