import type { AccountId, Id, SpecialistId } from '../../../kernel/id.ts';
import type { Hours } from '../../../kernel/hours.ts';
import { WEEKDAY_CODES, type WeekdayCode } from '../../../kernel/day-of-month.ts';
import { addDays, type Day, weekday } from '../../../kernel/month.ts';
import type { AbsenceKind } from '../../../kernel/vocabulary.ts';

export type WeeklyAbsenceId = Id<'WeeklyAbsence'>;

/** Somebody is away on one weekday of every week for a while. */
export interface WeeklyAbsence {
  readonly id: WeeklyAbsenceId;
  readonly specialistId: SpecialistId;
  /** 1: Monday … 7: Sunday. */
  readonly weekday: number;
  /** On those of the days [startsOn, endsBefore) that are this weekday. */
  readonly startsOn: Day;
  readonly endsBefore: Day;
  readonly hours: Hours | null;
  readonly kind: AbsenceKind;
  readonly toldBy: AccountId | null;
}

/** It is told anew each year, so that one that nobody remembers ends. */
export const MOST_WEEKLY_DAYS = 366;

/** The days [startsOn, endsBefore) of a weekday from one day to the end of another. */
export function weeklySpan(
  code: WeekdayCode,
  from: Day,
  to: Day,
): Pick<WeeklyAbsence, 'weekday' | 'startsOn' | 'endsBefore'> {
  return { weekday: WEEKDAY_CODES.indexOf(code) + 1, startsOn: from, endsBefore: addDays(to, 1) };
}

/** Its days, in order. */
export function daysOfWeekly({
  weekday: on,
  startsOn,
  endsBefore,
}: Pick<WeeklyAbsence, 'weekday' | 'startsOn' | 'endsBefore'>): Day[] {
  const days: Day[] = [];
  for (let day = addDays(startsOn, (7 + on - weekday(startsOn)) % 7); day < endsBefore; day = addDays(day, 7)) {
    days.push(day);
  }
  return days;
}
