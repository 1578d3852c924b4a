import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day } from '../../kernel/month.ts';
import type { AbsenceKind } from '../../kernel/vocabulary.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { VisitState } from '../../modules/visits/index.ts';
import type { Tier } from '../../solver/index.ts';
import type { DeliveryView } from '../mails/delivery.view.ts';
import type { OutdatedDraft } from './outdated-draft.ts';
import type { MonthProgress } from './month-progress.ts';
import type { MonthReview } from './review-lines.ts';
import type { OwnChoice } from './own-choices.ts';
import type { JobProgress, Option } from '../../platform/views/page-context.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/month`: the overview of a month's plan. */
export interface MonthPage {
  readonly monthProgress: MonthProgress;
  readonly state: PlanState;
  readonly published: { readonly at: Date; readonly by: string; readonly onBehalfOf: string | null } | null;
  /** The delivery of a published month's mails; null before that, and for people who do not plan. */
  readonly delivery: DeliveryView | null;
  /**
   * The address of the stream that announces changes by others; null while a plan is being solved, because that reloads
   * the page.
   */
  readonly changesHref: string | null;
  /** By what the plan was made instead of the committee's policy. */
  readonly ownChoices: readonly OwnChoice[];
  /** While the plan is being solved. */
  readonly progress: JobProgress | null;
  /** How far its approval is; null where there is no plan, and where nobody need approve it or has. */
  readonly review: MonthReview | null;
  /** Set where the draft shown is outdated. */
  readonly outdated: OutdatedDraft | null;
  /** What the engine proposes to a draft that people have changed waits on the desk since then. */
  readonly proposal: { readonly at: Date; readonly href: string } | null;
  /** What the draft changes compared with the previous one; null where there was none, or where nothing differs. */
  readonly difference: DifferenceView | null;
  /** Who or what took part in the month before and has left the directory, so that this plan does without. */
  readonly leftOut: readonly { readonly name: string; readonly href: string }[];
  /** The year whose announced days off have not been entered. */
  readonly missingListOf: number | null;
  /** Number of things to look at before publication; 0 once it is published. */
  readonly warnings: number;
  /** Why the last attempt to plan failed, where there is no result to show. */
  readonly trouble: Sentence | null;
  /** Facts that contradict each other, where the state is `infeasible`. */
  readonly conflicts: readonly Sentence[];
  /** Null before the first plan. */
  readonly figures: PlanFigures | null;
  /** The view on wide screens; phones and print always show days. */
  readonly view: 'people' | 'days';
  readonly filters: MonthFilters;
  /** Every day of the month, in order. */
  readonly days: readonly MonthDay[];
  readonly people: readonly PersonRow[];
  /** Visits of the people shown, for each of `days`. */
  readonly totals: readonly number[];
  /** Only days with meetings. */
  readonly agenda: readonly AgendaDay[];
  readonly uncoveredCount: number;
  /** The first ones; the others are folded. */
  readonly uncovered: readonly UncoveredMeeting[];
  readonly moreUncovered: readonly UncoveredMeeting[];
  /** Meetings that are not due; nobody is missing there. */
  readonly notDue: readonly UncoveredMeeting[];
  /** Meetings that had begun before anybody was told of the plan, and to which nobody was sent. */
  readonly over: readonly UncoveredMeeting[];
  /** Of a draft and of what came of it; null where nothing is left out. */
  readonly leftOutDuties: LeftOutPart | null;
  readonly actions: MonthActions;
}

/** `empty`: there is nothing to plan yet, or no plan was requested. */
export type PlanState = 'empty' | 'solving' | 'infeasible' | 'draft' | 'published';

/** A figure with its counts. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

export interface PlanFigures {
  /** Meetings with somebody assigned, out of those that are due. */
  readonly meetings: Ratio;
  /** Meetings that are not due, and to which nobody goes. */
  readonly notDue: number;
  /** Over people who are not away all month; `off` is the largest distance from a share, in visits. */
  readonly load: { readonly average: number; readonly least: number; readonly most: number; readonly off: number };
  /** Weak branches with somebody assigned. */
  readonly weakBranches: Ratio;
  /** Of the weak branches with somebody assigned, those where a person is strong in the field. */
  readonly matchedFields: number;
  /** Sum over the ways whose ends are known; null where none is. */
  readonly kilometres: number | null;
  /** Visits whose way is not counted, because an end is unknown. */
  readonly waysUnknown: number;
  readonly quality: PlanQuality;
}

export interface PlanQuality {
  readonly status: 'optimal' | 'feasible' | 'stopped';
  /** The proven gap to the optimum, as a share of 1; 0 where the plan is optimal. */
  readonly gap: number | null;
  /** The goal to which the gap belongs; all more important ones are reached. */
  readonly gapOf: Tier | null;
  /** Whether the independent verifier confirmed the plan. */
  readonly isVerified: boolean;
  /** Meetings to which others go than when the plan was published; the rest was said of the plan as it was then. */
  readonly changed: number;
  readonly seconds: number;
}

export interface MonthFilters {
  readonly q: string;
  readonly departments: readonly Option[];
  /** The filter of the list by day. */
  readonly show: readonly { readonly value: 'all' | 'uncovered' | 'not_due'; readonly selected: boolean }[];
  readonly isActive: boolean;
}

export interface MonthDay {
  readonly day: Day;
  readonly isToday: boolean;
  readonly kind: 'work' | 'weekend' | 'holiday';
  /** The name of the holiday. */
  readonly holiday: string | null;
  /** Number of meetings that are due. */
  readonly meetings: number;
  readonly uncovered: number;
}

export interface PersonRow {
  readonly specialistId: SpecialistRef;
  readonly name: string;
  readonly department: string;
  readonly visits: number;
  /** Their share of this month in visits, the balance of earlier months included. */
  readonly share: number;
  /** Whether the load is a whole visit or more above it. */
  readonly isHigh: boolean;
  readonly max: number;
  /** One for each of `days`. */
  readonly cells: readonly MonthCell[];
}

export interface MonthCell {
  readonly kind: 'work' | 'weekend' | 'holiday';
  /** Why this person is away on that day; null: present. */
  readonly away: AbsenceKind | null;
  /** No meeting at all on that day: the column is narrow. */
  readonly isThin: boolean;
  readonly meetings: readonly CellMeeting[];
}

export interface CellMeeting {
  readonly meetingId: MeetingRef;
  /** Short enough for a chip, such as `P8.5`. */
  readonly short: string;
  readonly branch: string;
  /** `HH:mm` */
  readonly from: string;
  readonly kind: MeetingKind;
  readonly isPinned: boolean;
  /** The state of the visit, once published. */
  readonly state: VisitState | null;
  /** Whether the search matches it. */
  readonly isFound: boolean;
  /** Whether the person is away then. */
  readonly isClash: boolean;
}

export interface AgendaDay {
  readonly day: Day;
  readonly meetings: readonly AgendaMeeting[];
}

export interface AgendaMeeting {
  readonly meetingId: MeetingRef;
  readonly from: string;
  readonly to: string;
  readonly branch: string;
  readonly place: string;
  readonly kind: MeetingKind;
  readonly people: readonly { readonly name: string; readonly department: string }[];
  /** `meeting.state.<state>` names it. */
  readonly state: 'covered' | 'partial' | 'uncovered' | 'not_due' | 'over' | 'unplanned';
  /** Why nobody or too few people go there; null where enough do. */
  readonly reason: Sentence | null;
}

/** Assignments of a plan of which nobody is told, because their meetings had begun. */
export interface LeftOutPart {
  /** How many, and whether that is so or would be. */
  readonly title: Sentence;
  readonly meetings: readonly {
    readonly meetingId: MeetingRef;
    readonly day: Day;
    readonly from: string;
    readonly branch: string;
    /** Who would have gone. */
    readonly planned: readonly string[];
  }[];
}

export interface UncoveredMeeting {
  readonly meetingId: MeetingRef;
  readonly day: Day;
  readonly from: string;
  readonly branch: string;
  readonly reason: Sentence;
  /** Where somebody is found for it; null in a draft, once it has begun, and for who may not send anybody. */
  readonly repairsHref: string | null;
  /** Where it is entered who went to a meeting that had begun before anybody was told; null where that cannot be. */
  readonly recordHref: string | null;
}

/** Null: not possible at present, or not for this reader. */
export interface MonthActions {
  /** Takes a POST that makes the month's meetings from the branches' rules. */
  readonly calendarAction: string | null;
  /** Takes a POST. */
  readonly planAction: string | null;
  /** Where the draft is changed by hand. */
  readonly deskHref: string | null;
  /** Where a draft is submitted that must be approved. */
  readonly submitHref: string | null;
  readonly variantsHref: string | null;
  /** A page that asks once more. */
  readonly publishHref: string | null;
  /** Where the published plan is changed. */
  readonly amendHref: string | null;
  /** Where the engine plans again what a published month has left. */
  readonly replanHref: string | null;
  /** Where a meeting that is not in the calendar is entered with those who go there. */
  readonly outsideHref: string | null;
  /** What was amended, and the plan as published and now. */
  readonly amendmentsHref: string | null;
  /** Where the plan is downloaded and printed. */
  readonly exportHref: string | null;
  readonly notice: NoticeLinks | null;
}

/** The duty notice, and each person's page to be handed out. */
export interface NoticeLinks {
  /** Its page, with the signed copy. */
  readonly href: string;
  readonly htmlHref: string;
  readonly pdfHref: string;
  readonly docxHref: string;
  readonly pagesPdfHref: string;
  readonly pagesDocxHref: string;
}

export interface DifferenceView {
  readonly visitsBefore: number;
  readonly visitsAfter: number;
  readonly meetings: readonly {
    readonly meetingId: MeetingRef;
    readonly branch: string;
    readonly day: Day;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}
