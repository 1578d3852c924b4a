import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day } from '../../kernel/month.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { VisitState } from '../../modules/visits/index.ts';
import type { DeliveryView } from '../mails/delivery.view.ts';
import type { OutdatedDraft } from './draft-standing.ts';
import type { MonthProgress } from './month-progress.ts';
import type { JobProgress, Option } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/month`: the planner's screen, a month at a glance. */
export interface MonthPage {
  readonly monthProgress: MonthProgress;
  readonly state: PlanState;
  readonly published: { readonly at: Date; readonly by: string; readonly onBehalfOf: string | null } | null;
  /** How the mails of a published month are doing; null before that, and for those who do not plan. */
  readonly delivery: DeliveryView | null;
  /** Where the page hears that somebody changes what it shows; not while a plan is being solved, which reloads it. */
  readonly changesHref: string | null;
  /** While the plan is being solved. */
  readonly progress: JobProgress | null;
  /** Where the draft that is shown no longer fits. */
  readonly outdated: OutdatedDraft | null;
  /** What the draft changes against the one before; null where there was none, or where nothing differs. */
  readonly difference: DifferenceView | null;
  /** The year whose announced days off have not been entered. */
  readonly missingListOf: number | null;
  /** How many things to look at before publication; 0 once it is published. */
  readonly warnings: number;
  /** What became of the last attempt to plan, where there is nothing to show for it. */
  readonly trouble: Sentence | null;
  /** The facts that cannot hold together, where the state is `infeasible`. */
  readonly conflicts: readonly Sentence[];
  /** Null before the first plan. */
  readonly figures: PlanFigures | null;
  /** How wide screens show the month; phones and paper always show days. */
  readonly view: 'people' | 'days';
  readonly filters: MonthFilters;
  /** Every day of the month, in order. */
  readonly days: readonly MonthDay[];
  readonly people: readonly PersonRow[];
  /** Visits of those who are shown, for each of `days`. */
  readonly totals: readonly number[];
  /** Days with meetings only. */
  readonly agenda: readonly AgendaDay[];
  readonly uncoveredCount: number;
  /** The first of them; the others are folded away. */
  readonly uncovered: readonly UncoveredMeeting[];
  readonly moreUncovered: readonly UncoveredMeeting[];
  /** Whose turn comes later; nobody is missed there. */
  readonly notDue: readonly UncoveredMeeting[];
  readonly actions: MonthActions;
}

/** `empty`: there is nothing to plan yet, or no plan was asked for. */
export type PlanState = 'empty' | 'solving' | 'infeasible' | 'draft' | 'submitted' | 'published';

/** A figure with its ground. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

export interface PlanFigures {
  /** Meetings with somebody there, of those that want somebody this month. */
  readonly meetings: Ratio;
  /** Meetings whose turn comes later, and where nobody goes. */
  readonly notDue: number;
  /** Of those who are not away all month; `off` is how far the furthest is from their share of the month, in visits. */
  readonly load: { readonly average: number; readonly least: number; readonly most: number; readonly off: number };
  /** Weak branches with somebody there. */
  readonly weakBranches: Ratio;
  /** Of the weak branches with somebody there, those where somebody is strong in the field. */
  readonly matchedFields: number;
  /** Of the ways whose ends are known; null where none is. */
  readonly kilometres: number | null;
  /** Visits whose way is not counted, because an end of it is not known. */
  readonly waysUnknown: number;
  readonly quality: PlanQuality;
}

export interface PlanQuality {
  readonly status: 'optimal' | 'feasible' | 'stopped';
  /** The proven distance from the optimum, of 1; 0 where it is reached. */
  readonly gap: number | null;
  /** Whether the checker, which knows nothing of the solver, came to the same. */
  readonly isVerified: boolean;
  readonly seconds: number;
}

export interface MonthFilters {
  readonly q: string;
  readonly departments: readonly Option[];
  /** Which meetings the list by day shows. */
  readonly show: readonly { readonly value: 'all' | 'uncovered' | 'not_due'; readonly selected: boolean }[];
  readonly isActive: boolean;
}

export interface MonthDay {
  readonly day: Day;
  readonly isToday: boolean;
  readonly kind: 'work' | 'weekend' | 'holiday';
  /** The name of the holiday. */
  readonly holiday: string | null;
  /** Meetings that want somebody. */
  readonly meetings: number;
  readonly uncovered: number;
}

export interface PersonRow {
  readonly specialistId: string;
  readonly name: string;
  readonly department: string;
  readonly visits: number;
  /** What this month asks of them, earlier months included, in visits. */
  readonly share: number;
  /** A whole visit or more beyond it. */
  readonly isHigh: boolean;
  readonly max: number;
  /** One for each of `days`. */
  readonly cells: readonly MonthCell[];
}

export interface MonthCell {
  readonly kind: 'work' | 'weekend' | 'holiday';
  /** Why this person is away on that day; null: is there. */
  readonly away: AbsenceKind | null;
  /** No meeting at all on that day: the column is thin. */
  readonly isThin: boolean;
  readonly meetings: readonly CellMeeting[];
}

export interface CellMeeting {
  readonly meetingId: string;
  /** As short as a chip, such as `P8.5`. */
  readonly short: string;
  readonly branch: string;
  /** `HH:mm` */
  readonly from: string;
  readonly kind: MeetingKind;
  readonly isPinned: boolean;
  /** Of the visit, once it is published. */
  readonly state: VisitState | null;
  /** What the search is about. */
  readonly isFound: boolean;
  /** The person is away then. */
  readonly isClash: boolean;
}

export interface AgendaDay {
  readonly day: Day;
  readonly meetings: readonly AgendaMeeting[];
}

export interface AgendaMeeting {
  readonly meetingId: string;
  readonly from: string;
  readonly to: string;
  readonly branch: string;
  readonly place: string;
  readonly kind: MeetingKind;
  readonly people: readonly { readonly name: string; readonly department: string }[];
  /** `meeting.state.<state>` names it. */
  readonly state: 'covered' | 'partial' | 'uncovered' | 'not_due' | 'unplanned';
  /** Why nobody or too few go there; null where enough do. */
  readonly reason: Sentence | null;
}

export interface UncoveredMeeting {
  readonly meetingId: string;
  readonly day: Day;
  readonly from: string;
  readonly branch: string;
  readonly reason: Sentence;
}

/** Null: not now, or not for this reader. */
export interface MonthActions {
  /** Takes a POST; makes the month's meetings from the branches' rules. */
  readonly calendarAction: string | null;
  /** Takes a POST. */
  readonly planAction: string | null;
  /** A page that asks once more. */
  readonly publishHref: string | null;
  readonly notice: NoticeLinks | null;
}

/** The duty notice, and the page that each person takes along. */
export interface NoticeLinks {
  readonly pdfHref: string;
  readonly docxHref: string;
  readonly pagesPdfHref: string;
  readonly pagesDocxHref: string;
}

export interface DifferenceView {
  readonly visitsBefore: number;
  readonly visitsAfter: number;
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly branch: string;
    readonly day: Day;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}
