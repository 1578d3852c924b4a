import type { BranchId, MeetingId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Day, instantOf, type Month, monthOf, timeIn } from '../../../kernel/month.ts';
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

const MINUTE_MS = 60_000;

/** The same meeting at another time or place. @throws DomainError meeting.is_cancelled, meeting.outside_month */
export function move(meeting: Meeting, to: Occasion, zone: string): Meeting {
  if (meeting.state === 'cancelled') throw new DomainError('meeting.is_cancelled', { meetingId: meeting.id });
  return edited(meeting, { ...spanOf(to, meeting.month, zone), place: to.place, note: to.note });
}

/** The same meeting on another day, at its hour and place. @throws DomainError meeting.is_cancelled, meeting.outside_month */
export function moveToDay(meeting: Meeting, day: Day, zone: string): Meeting {
  const minutes = (meeting.endsAt.getTime() - meeting.startsAt.getTime()) / MINUTE_MS;
  const { place, note } = meeting;
  return move(meeting, { day, time: timeIn(zone, meeting.startsAt), minutes, place, note }, zone);
}

/** Whether it is already at that time and place. */
export function isMovedTo(meeting: Meeting, to: Occasion, zone: string): boolean {
  const { startsAt, endsAt } = spanOf(to, meeting.month, zone);
  return (
    meeting.source === 'edit' &&
    meeting.state === 'scheduled' &&
    meeting.startsAt.getTime() === startsAt.getTime() &&
    meeting.endsAt.getTime() === endsAt.getTime() &&
    meeting.place === to.place &&
    meeting.note === to.note
  );
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
