import type { DayOfMonth } from '../../../kernel/day-of-month.ts';
import { type Day, daysOf, type Month } from '../../../kernel/month.ts';
import type { HolidayKind } from '../../../kernel/vocabulary.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { PassedDay } from './meeting-day.ts';
import type { MeetingRule } from './meeting-rule.ts';
import { dayWantedFor, kindsWithoutDay, monthCalendar } from './month-calendar.ts';
import { TET } from './public-holidays.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** A skipped day with the kind of its holiday; null for a weekend or a day on which the branch meets already. */
export type ExplainedDay = PassedDay & { readonly kind: HolidayKind | null };

export interface PreviewedMeeting {
  readonly day: Day;
  readonly kind: MeetingKind;
  readonly start: Date;
  readonly end: Date;
  readonly wanted: Day;
  readonly passed: readonly ExplainedDay[];
  /** The month has no such day, so that its last day is wanted: the 31st in a month of 30 days. */
  readonly isShortened: boolean;
  /** The name of the day off on which it stays, because the month has no free day. */
  readonly dayOff: string | null;
}

export interface PreviewedMonth {
  readonly month: Month;
  readonly meetings: readonly PreviewedMeeting[];
  /** Kinds of meetings of which there is none, because the month does not have the weekday of the rule. */
  readonly without: readonly MeetingKind[];
  /** First and last day off of the lunar new year, where they are in this month. */
  readonly tet: { readonly from: Day; readonly to: Day } | null;
}

/** The meetings of a branch that a rule would give, month by month, with what moves each. */
export function previewRule(
  rule: MeetingRule,
  months: readonly Month[],
  workdays: WorkCalendar,
  zone: string,
): PreviewedMonth[] {
  return months.map((month) => {
    const foreseen = monthCalendar([{ id: '', rule }], month, workdays, zone);
    return {
      month,
      meetings: foreseen.map(({ day, kind, start, end, wanted, passed }) => ({
        day,
        kind,
        start,
        end,
        wanted,
        passed: passed.map((each) => ({
          ...each,
          kind: each.because === 'holiday' ? (workdays.at(each.day)?.kind ?? null) : null,
        })),
        isShortened: isShorterThan(month, dayWantedFor(rule, kind)),
        dayOff: workdays.get(day) ?? null,
      })),
      without: kindsWithoutDay(rule, month),
      tet: tetIn(month, workdays),
    };
  });
}

function isShorterThan(month: Month, wanted: DayOfMonth): boolean {
  return typeof wanted === 'number' && wanted > daysOf(month).length;
}

function tetIn(month: Month, workdays: WorkCalendar): PreviewedMonth['tet'] {
  const days = [...workdays.daysOff(month)].filter(([, name]) => name === TET).map(([day]) => day);
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
