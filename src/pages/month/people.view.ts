import type { Day } from '../../kernel/month.ts';
import type { OutdatedDraft } from './outdated-draft.ts';
import type { Hours } from '../../kernel/hours.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { MonthProgress } from './month-progress.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { BalanceMonth } from './balance-months.ts';

/** `pages/people`: the load of each person in a month. */
export interface PeoplePage {
  readonly monthProgress: MonthProgress;
  /** Everybody's load over the whole year. */
  readonly yearHref: string;
  readonly filters: { readonly q: string; readonly departments: readonly Option[]; readonly isActive: boolean };
  /** The order asked for; empty for that of the register. */
  readonly sort: string;
  /** The columns by which the list can be sorted. */
  readonly heads: Readonly<Record<PeopleSort, SortHead>>;
  readonly summary: {
    readonly people: number;
    /** Whether there is a plan, so that visits can be counted. */
    readonly isPlanned: boolean;
    readonly visits: number;
    readonly average: number;
    readonly least: number;
    readonly most: number;
    /** The largest distance from a share in visits, and how many people are a whole visit or more above or below it. */
    readonly off: number;
    readonly above: number;
    readonly below: number;
    /** People with days away, and those away all month. */
    readonly away: number;
    readonly awayAllMonth: number;
  };
  /** Set where the draft shown is outdated. */
  readonly outdated: OutdatedDraft | null;
  readonly people: readonly PersonLoad[];
  /** People of whom nothing is asked this month. */
  readonly awayAllMonth: readonly PersonLoad[];
}

export type PeopleSort = 'name' | 'load' | 'target' | 'bounds' | 'balance' | 'fields' | 'away' | 'meetings';

export interface PersonLoad {
  readonly specialistId: SpecialistRef;
  readonly name: string;
  readonly department: string;
  readonly fields: readonly string[];
  /** Null before the first plan. */
  readonly visits: number | null;
  /** Visits outside the plan that count towards no share, on top of these. */
  readonly besides: number;
  /** The share of this month by itself, and with the balance of earlier months. */
  readonly target: number;
  readonly share: number;
  readonly isHigh: boolean;
  readonly min: number;
  readonly max: number;
  /** Visits above (+) or below (−) their share in earlier months. */
  readonly balance: number;
  readonly origin: BalanceOrigin;
  readonly away: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly reason: AbsenceKind;
    readonly hours: Hours | null;
  }[];
  readonly meetings: readonly {
    readonly meetingId: MeetingRef;
    readonly day: Day;
    readonly from: string;
    readonly branch: string;
    /** The state of the visit; null before publication. */
    readonly state: string | null;
  }[];
}

/** How a balance came about, in visits. */
export interface BalanceOrigin {
  /** The balance from before the service was used. */
  readonly carriedIn: number;
  /** Latest first. */
  readonly months: readonly BalanceMonth[];
  /** Today's balance; null where it is the one with which the plan was made. */
  readonly today: number | null;
}
