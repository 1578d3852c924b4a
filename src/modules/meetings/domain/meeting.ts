import type { BranchId, MeetingId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Day, dayIn, instantOf, type Month, monthOf, timeIn } from '../../../kernel/month.ts';
import type {} from '../errors.ts';
import type { PassedDay } from './meeting-day.ts';

/** The part of a branch's month that a meeting fills. */
export type Slot = 'main' | 'thematic';

export interface Meeting {
  readonly id: MeetingId;
  readonly branchId: BranchId;
  readonly month: Month;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: MeetingKind;
  readonly state: 'scheduled' | 'cancelled';
  /** Made by the branch's rule and not edited since, or edited by somebody. */
  readonly source: 'rule' | 'edit';
  /** Empty for the branch's own place. */
  readonly place: string;
  readonly note: string;
  /** Null where somebody added it to the meetings of the rule. */
  readonly slot: Slot | null;
  /** The day of the rule, and the days skipped from there. */
  readonly wantedOn: Day | null;
  readonly passed: readonly PassedDay[];
  readonly revision: number;
}

/** Time and place, in the local time of the committee. */
export interface Occasion {
  readonly day: Day;
  /** `HH:mm` */
  readonly time: string;
  readonly minutes: number;
  /** Empty for the branch's own place. */
  readonly place: string;
  readonly note: string;
}

/** What an edit makes of a meeting. */
export interface ChangedMeetingFacts extends Occasion {
  /** Left out: as it is. */
  readonly kind?: MeetingKind;
}

const MINUTE_MS = 60_000;

/** The same meeting at another time or place, or of another kind. @throws DomainError meeting.is_cancelled, meeting.outside_month */
export function move(meeting: Meeting, to: ChangedMeetingFacts, zone: string): Meeting {
  if (meeting.state === 'cancelled') throw new DomainError('meeting.is_cancelled', { meetingId: meeting.id });
  const kind = to.kind ?? meeting.kind;
  return edited(meeting, { ...spanOf(to, meeting.month, zone), kind, place: to.place, note: to.note });
}

/** The same meeting on another day, at its hour and place. @throws DomainError meeting.is_cancelled, meeting.outside_month */
export function moveToDay(meeting: Meeting, day: Day, zone: string): Meeting {
  return move(meeting, { ...whenAndWhere(meeting, zone), day }, zone);
}

/** Minutes from its start to its end. */
export function minutesOf({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): number {
  return (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
}

/** When and where it is. */
export function whenAndWhere(meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'place' | 'note'>, zone: string): Occasion {
  const { startsAt, place, note } = meeting;
  return { day: dayIn(zone, startsAt), time: timeIn(zone, startsAt), minutes: minutesOf(meeting), place, note };
}

/** Whether it is already at that time and place, and of that kind. */
export function isMovedTo(meeting: Meeting, to: ChangedMeetingFacts, zone: string): boolean {
  const { startsAt, endsAt } = spanOf(to, meeting.month, zone);
  return (
    meeting.source === 'edit' &&
    meeting.state === 'scheduled' &&
    meeting.kind === (to.kind ?? meeting.kind) &&
    meeting.startsAt.getTime() === startsAt.getTime() &&
    meeting.endsAt.getTime() === endsAt.getTime() &&
    meeting.place === to.place &&
    meeting.note === to.note
  );
}

/** What many meetings get in common; what is left out stays as it is. */
export type SharedEdit = Partial<Pick<ChangedMeetingFacts, 'kind' | 'time' | 'minutes' | 'place'>>;

type EditedFacts = Pick<Meeting, 'startsAt' | 'endsAt' | 'kind' | 'place'>;

/** A meeting's hours, kind and place after an edit; its day stays. */
export function factsAfter(meeting: EditedFacts, edit: SharedEdit, zone: string): EditedFacts {
  const { kind = meeting.kind, place = meeting.place, minutes = minutesOf(meeting) } = edit;
  const startsAt = edit.time
    ? instantOf(dayIn(zone, meeting.startsAt), edit.time, zone)
    : new Date(meeting.startsAt.getTime());
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS), kind, place };
}

/** The meeting after an edit; the same object where it is so already. @throws DomainError meeting.is_cancelled */
export function editWith(meeting: Meeting, edit: SharedEdit, zone: string): Meeting {
  const after = factsAfter(meeting, edit, zone);
  const isSame =
    after.startsAt.getTime() === meeting.startsAt.getTime() &&
    after.endsAt.getTime() === meeting.endsAt.getTime() &&
    after.kind === meeting.kind &&
    after.place === meeting.place;
  if (isSame) return meeting;
  if (meeting.state === 'cancelled') throw new DomainError('meeting.is_cancelled', { meetingId: meeting.id });
  return edited(meeting, after);
}

export function cancel(meeting: Meeting, note: string): Meeting {
  return meeting.state === 'cancelled' ? meeting : edited(meeting, { state: 'cancelled', note });
}

export function restore(meeting: Meeting): Meeting {
  return meeting.state === 'scheduled' ? meeting : edited(meeting, { state: 'scheduled', note: '' });
}

/** A meeting in addition to those of the rule. @throws DomainError meeting.outside_month */
export function extraMeeting(
  { id, branchId, month, kind }: Pick<Meeting, 'id' | 'branchId' | 'month' | 'kind'>,
  at: Occasion,
  zone: string,
): Meeting {
  return {
    id,
    branchId,
    month,
    kind,
    ...spanOf(at, month, zone),
    state: 'scheduled',
    source: 'edit',
    place: at.place,
    note: at.note,
    slot: null,
    wantedOn: null,
    passed: [],
    revision: 1,
  };
}

function edited(meeting: Meeting, changes: Partial<Meeting>): Meeting {
  return { ...meeting, ...changes, source: 'edit', revision: meeting.revision + 1 };
}

function spanOf({ day, time, minutes }: Occasion, month: Month, zone: string): Pick<Meeting, 'startsAt' | 'endsAt'> {
  if (monthOf(day) !== month) throw new DomainError('meeting.outside_month', { month });
  const startsAt = instantOf(day, time, zone);
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS) };
}
