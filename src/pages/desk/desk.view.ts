import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingRef, PlanRef, SpecialistRef } from '../../kernel/id.ts';
import type { MonthProgress } from '../month/month-progress.ts';
import type { ProposalView } from './proposal.view.ts';

/** `pages/desk`: edits the plan of a month by hand. */
export interface DeskPage {
  readonly monthProgress: MonthProgress;
  readonly state: DeskState;
  /** The same, for browsers without modules. */
  readonly tables: DeskTables;
  /** What the engine proposes since people have changed its plan; null where it proposes nothing. */
  readonly proposal: ProposalView | null;
  /** Takes a POST; null where the engine is at work, or the plan is no draft any more. */
  readonly planAction: string | null;
}

export interface DeskTables {
  readonly meetings: readonly (DeskMeeting & { readonly people: readonly DeskPerson[] })[];
  /** `share` in visits. */
  readonly people: readonly (DeskPerson & { readonly visits: number })[];
}

/**
 * What the desk shows, embedded in its page and sent again after each change: `GET /months/:month/desk/state`.
 * Elsewhere in it, people and meetings are referred to by their positions in `people` and `meetings`.
 */
export interface DeskState {
  readonly month: Month;
  readonly planId: PlanRef;
  /** What the variant is called where it is not the chosen one, which is the one that is published; else null. */
  readonly variant: string | null;
  /** Rises with every change of the plan. */
  readonly revision: number;
  readonly planState: 'draft' | 'submitted' | 'approved' | 'published';
  readonly mayEdit: boolean;
  /** Whether facts have changed since the plan was made. */
  readonly outdated: boolean;
  /** Every day of the month, in order. */
  readonly days: readonly DeskDay[];
  readonly people: readonly DeskPerson[];
  /** Sorted by day and time. */
  readonly meetings: readonly DeskMeeting[];
  /** Person, meeting, and 1 where pinned. */
  readonly assignments: readonly (readonly [number, number, 0 | 1])[];
  /** Person and meeting: pairs that somebody has forbidden. */
  readonly forbidden: readonly (readonly [number, number])[];
  /** What undoing would take back, and who had done it, as a sentence; null where there is nothing to undo. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly figures: DeskFigures;
  /** Of the lists of people and meetings: another one where their positions mean something else. */
  readonly lists: number;
  /**
   * What others have done since the revision that was asked about (`?planId=…&seen=…`), as sentences with their names,
   * oldest first.
   */
  readonly news: readonly string[];
  /** The address of the stream that announces changes by others, as `data-changes` of other pages. */
  readonly changesHref: string | null;
}

/** What a change of the plan changes of its desk; everything else stays as it was. */
export interface DeskChange extends Pick<
  DeskState,
  'planId' | 'revision' | 'assignments' | 'forbidden' | 'undo' | 'redo' | 'figures' | 'lists' | 'news'
> {
  /** By the position of the meeting; null for all that are not named. */
  readonly reasons: readonly (readonly [number, string])[];
}

export interface DeskDay {
  readonly day: Day;
  readonly kind: 'work' | 'weekend' | 'holiday';
  /** The name of the holiday. */
  readonly holiday: string | null;
  readonly isToday: boolean;
}

export interface DeskPerson {
  readonly id: SpecialistRef;
  readonly name: string;
  readonly department: string;
  /** Their share of this month, in hundredths of a visit. */
  readonly share: number;
  /** Visits above (+) or below (−) the shares of earlier months, in hundredths of a visit. */
  readonly balance: number;
  /** Maximum number of visits. */
  readonly max: number;
  readonly away: readonly { readonly day: Day; readonly label: string }[];
}

export interface DeskMeeting {
  readonly id: MeetingRef;
  readonly branch: string;
  /** Short enough for a chip, such as `P8.5`. */
  readonly short: string;
  readonly organisation: string;
  readonly branchType: string;
  readonly fields: readonly string[];
  readonly day: Day;
  /** `HH:mm` */
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly kind: MeetingKind;
  /** How many people the plan is to send; 0 where the meeting is not due. */
  readonly wanted: number;
  readonly most: number;
  /** Months since the last visit; null: never. */
  readonly monthsSince: number | null;
  /** Why nobody or too few people go there; null where enough do, or where it is not due. */
  readonly reason: string | null;
}

export interface DeskFigures {
  /** Meetings with somebody assigned, out of those `wanted` that are due this month. */
  readonly covered: number;
  readonly wanted: number;
  readonly visits: number;
  /** The largest distance of anybody from their share, in hundredths of a visit. */
  readonly furthestOff: number;
  /** Sum over the ways whose ends are known; null where none is. */
  readonly kilometres: number | null;
  /** Number of assignments made by hand. */
  readonly handMade: number;
  /** How far the plan is proven, as a sentence. */
  readonly proof: string;
}

export type DeskAction =
  | {
      readonly kind: 'assign' | 'unassign' | 'pin' | 'forbid' | 'release';
      readonly specialistId: SpecialistRef;
      readonly meetingId: MeetingRef;
    }
  /** The same person goes to another meeting. */
  | {
      readonly kind: 'move';
      readonly specialistId: SpecialistRef;
      readonly meetingId: MeetingRef;
      readonly toMeetingId: MeetingRef;
    }
  /** Another person goes to the same meeting. */
  | {
      readonly kind: 'replace';
      readonly meetingId: MeetingRef;
      readonly specialistId: SpecialistRef;
      readonly bySpecialistId: SpecialistRef;
    }
  | {
      readonly kind: 'swap';
      readonly specialistId: SpecialistRef;
      readonly meetingId: MeetingRef;
      readonly withSpecialistId: SpecialistRef;
      readonly withMeetingId: MeetingRef;
    };

/** What a change would cost. `POST /months/:month/desk/cost` with `{ action }`. */
export interface DeskCost {
  /** `with_reason`: it breaks rules that the board may overrule by giving a reason. */
  readonly can: 'yes' | 'with_reason' | 'no';
  /** The cost in words, one sentence per line. */
  readonly lines: readonly string[];
  /** The rules against it: those that a reason would overrule, or those that make it impossible. */
  readonly against: readonly string[];
}

/** Somebody who could go to a meeting. */
export interface DeskCandidate extends DeskCost {
  readonly specialistId: SpecialistRef;
  readonly name: string;
}

/** `GET /months/:month/desk/candidates?meeting=ID[&instead=ID]`, best first; the impossible last, with what stands against it. */
export interface DeskCandidates {
  readonly candidates: readonly DeskCandidate[];
}

/** `POST /months/:month/desk/edits`, answered by DeskChange. */
export interface DeskEdit {
  readonly planId: PlanRef;
  /** The revision that the editor has seen. */
  readonly seen: number;
  readonly action: DeskAction;
  readonly reason?: string;
}

/** `POST /months/:month/desk/proposal`, with the fields of its form, and `/proposal/discard`. */
export interface DeskAdopted {
  /** What was done, as a sentence. */
  readonly said: string;
  /** Null where the plan stays as it is. */
  readonly change: DeskChange | null;
}

/** `POST /months/:month/desk/undo` and `/redo`, answered by DeskChange. */
export interface DeskUndo {
  readonly planId: PlanRef;
  readonly seen: number;
}

/** The facts of the error `plan.edited_meanwhile`: somebody else has changed the same people or meetings since. */
export interface DeskConflict {
  readonly by: string;
  /** What they did, as a sentence. */
  readonly what: string;
  /** The current state of the plan. */
  readonly state: DeskState;
}
