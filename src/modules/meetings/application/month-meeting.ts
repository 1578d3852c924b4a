import type { BranchId, MeetingId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { Day } from '../../../kernel/month.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { PassedDay } from '../domain/meeting-day.ts';

/** A meeting with the facts of its branch that planners and pages need. */
export interface MonthMeeting {
  readonly id: MeetingId;
  readonly day: Day;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: MeetingKind;
  readonly state: Meeting['state'];
  readonly source: Meeting['source'];
  /** Whether somebody added it to the meetings of the rule. */
  readonly isAdded: boolean;
  /** The place of the meeting, else that of the branch. */
  readonly place: string;
  /** Empty where it is the branch's place. */
  readonly ownPlace: string;
  readonly note: string;
  readonly wantedOn: Day | null;
  readonly passed: readonly PassedDay[];
  readonly revision: number;
  readonly branch: MeetingBranch;
}

export interface MeetingBranch {
  readonly id: BranchId;
  readonly code: string;
  readonly name: string;
  /** Short enough for a chip, such as `P8.5`. */
  readonly shortName: string;
  readonly typeCode: string;
  /** The organisation that it belongs to, by its name on the day of the meeting. */
  readonly organisation: string;
  readonly members: number;
  readonly coordinates: { readonly lat: number; readonly lng: number } | null;
}
