import type { Day } from '../../kernel/month.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { MonthProgress } from './month-progress.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/people`: the load of each person in a month. */
export interface PeoplePage {
  readonly monthProgress: MonthProgress;
  readonly filters: { readonly q: string; readonly departments: readonly Option[]; readonly isActive: boolean };
  readonly summary: {
    readonly people: number;
    readonly visits: number;
    readonly average: number;
    readonly least: number;
    readonly most: number;
    /** People above their target, people below it. */
    readonly above: number;
    readonly below: number;
    readonly away: number;
  };
  readonly people: readonly PersonLoad[];
}

export interface PersonLoad {
  readonly specialistId: string;
  readonly name: string;
  readonly department: string;
  readonly fields: readonly string[];
  readonly visits: number;
  readonly target: number;
  readonly min: number;
  readonly max: number;
  /** Visits more (+) or fewer (−) than their share in the months before. */
  readonly balance: number;
  readonly away: readonly { readonly from: Day; readonly to: Day; readonly reason: AbsenceKind }[];
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly day: Day;
    readonly from: string;
    readonly branch: string;
    /** A state of the visit; null before the month is published. */
    readonly state: string | null;
  }[];
}
