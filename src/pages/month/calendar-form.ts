import { MEETING_KINDS, type MeetingKind } from '../../kernel/meeting-kind.ts';
import { type Day, timeIn, writtenDay, writtenTime } from '../../kernel/month.ts';
import type { PlainKey } from '../../platform/i18n/messages.ts';
import type { MonthMeeting, Occasion } from '../../modules/meetings/index.ts';
import type { MeetingValues } from './calendar.view.ts';

/** The typed values of a meeting's form, and their meaning where all of them can be understood. */
export interface MeetingForm {
  readonly values: MeetingValues;
  readonly occasion: Occasion | null;
  /** Null where none was sent. */
  readonly kind: MeetingKind | null;
  /** By field, the keys of the sentences about its fault. */
  readonly faults: Readonly<Record<string, PlainKey>>;
}

const MINUTE_MS = 60_000;

export function meetingForm(body: Readonly<Record<string, unknown>>): MeetingForm {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim().slice(0, 500) : '');
  const values = {
    day: text('day'),
    time: text('time'),
    minutes: text('minutes'),
    place: text('place'),
    note: text('note'),
    revision: text('revision'),
  };
  const on = writtenDay(values.day);
  const time = writtenTime(values.time);
  const minutes = /^\d{1,3}$/.test(values.minutes) ? Number(values.minutes) : 0;
  const isLength = minutes >= 15 && minutes <= 600;
  const faults: Record<string, PlainKey> = {
    ...(!on && { day: 'calendar.meeting.day_wrong' }),
    ...(!time && { time: 'calendar.meeting.time_wrong' }),
    ...(!isLength && { minutes: 'calendar.meeting.minutes_wrong' }),
  };
  const { place, note } = values;
  const kind = MEETING_KINDS.find((each) => each === body['kind']) ?? null;
  return { values, kind, occasion: on && time && isLength ? { day: on, time, minutes, place, note } : null, faults };
}

export function valuesOf(meeting: MonthMeeting, zone: string): MeetingValues {
  return {
    day: meeting.day,
    time: timeIn(zone, meeting.startsAt),
    minutes: String((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / MINUTE_MS),
    place: meeting.ownPlace,
    note: meeting.note,
    revision: String(meeting.revision),
  };
}

export function newValues(day: Day): MeetingValues {
  return { day, time: '19:30', minutes: '90', place: '', note: '', revision: '' };
}
