import type { Day } from '../../kernel/month.ts';
import { timeIn } from '../../kernel/month.ts';
import type { MonthMeeting } from '../../modules/meetings/index.ts';
import { countsOf, isMoreThan } from './build-calendar-page.ts';
import { type CalendarQuery, isAskedFor } from './calendar-query.ts';
import type { CalendarScreen } from './calendar-screen-read-model.ts';
import { meetingFlags } from './meeting-flags.ts';
import { valueOf } from './move-form.ts';
import type { MovableDay } from './move-meetings.view.ts';

/** The meetings from which some are chosen, by day: those that the filters leave, and those chosen before. */
export function movableDays(
  { meetings, workdays, free }: CalendarScreen,
  query: CalendarQuery,
  zone: string,
  isChosen: (meeting: MonthMeeting) => boolean,
): MovableDay[] {
  const scheduled = meetings.filter(({ state }) => state === 'scheduled');
  const counts = countsOf(scheduled);
  const isCrowded = (day: Day) => isMoreThan(counts.get(day) ?? 0, free.get(day) ?? 0);
  const flags = meetingFlags(scheduled, workdays, isCrowded);
  const days = new Map<Day, MovableDay['meetings']>();
  for (const meeting of scheduled) {
    if (!isChosen(meeting) && !isAskedFor(meeting, flags.get(meeting.id) ?? new Set(), query)) continue;
    const { day, branch } = meeting;
    const row = {
      value: valueOf(meeting),
      isChosen: isChosen(meeting),
      from: timeIn(zone, meeting.startsAt),
      branch: branch.name,
      organisation: branch.organisation,
    };
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return Array.from(days, ([day, rows]) => ({
    day,
    scheduled: counts.get(day) ?? 0,
    people: free.get(day) ?? 0,
    isCrowded: isCrowded(day),
    meetings: rows,
  }));
}
