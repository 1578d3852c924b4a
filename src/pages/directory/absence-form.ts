import { type Hours, PARTS_OF_DAY } from '../../kernel/hours.ts';
import { type Day, writtenDay, writtenTime } from '../../kernel/month.ts';
import type { PlainKey } from '../../platform/i18n/messages.ts';

/** The part of each day for which somebody is away. */
export const DAY_PARTS = ['whole', 'morning', 'afternoon', 'evening', 'hours'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

export interface TimeAway {
  readonly from: Day;
  readonly to: Day;
  readonly hours: Hours | null;
}

/** The time of an absence as typed; null where it cannot be understood, with the faults by field. */
export function timeAway(body: Readonly<Record<string, unknown>>): {
  readonly time: TimeAway | null;
  readonly faults: Readonly<Record<string, PlainKey>>;
} {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].slice(0, 100) : '');
  const [from, to] = [writtenDay(text('from')), writtenDay(text('to'))];
  const faults: Record<string, PlainKey> = {
    ...(!from && { from: 'absences.day_wrong' }),
    ...(!to && { to: 'absences.day_wrong' }),
  };
  const part = partAsked(body);
  let hours: Hours | null = part === 'whole' || part === 'hours' ? null : PARTS_OF_DAY[part];
  if (part === 'hours') {
    const begins = writtenTime(text('fromTime'));
    const ends = text('toTime').trim() === '24:00' ? '24:00' : writtenTime(text('toTime'));
    if (begins === null) faults['fromTime'] = 'absences.time_wrong';
    if (ends === null) faults['toTime'] = 'absences.time_wrong';
    if (begins !== null && ends !== null) hours = { from: begins, to: ends };
  }
  const isClear = Object.keys(faults).length === 0;
  return { time: isClear && from && to ? { from, to, hours } : null, faults };
}

/** The weekday of every week, 1 for Monday; null for each day of the time away. */
export function weekdayAsked(body: Readonly<Record<string, unknown>>): number | null {
  const weekday = Number(body['every']);
  return Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 ? weekday : null;
}

export function partAsked(body: Readonly<Record<string, unknown>>): DayPart {
  return DAY_PARTS.find((part) => part === body['part']) ?? 'whole';
}
