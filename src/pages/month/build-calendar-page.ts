import { addDays, type Day, type Month, timeIn } from '../../kernel/month.ts';
import type { CalendarScreen } from './calendar-screen-read-model.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { MonthMeeting } from '../../modules/meetings/index.ts';
import type { CalendarDay, CalendarMeeting, CalendarPage } from './calendar.view.ts';

export interface CalendarFacts extends CalendarScreen {
  readonly zone: string;
  readonly mayEdit: boolean;
}

export function buildCalendarPage({
  monthProgress,
  meetings,
  workdays,
  free,
  zone,
  isPublished,
  mayEdit,
}: CalendarFacts): CalendarPage {
  const base = `/months/${monthProgress.month}/calendar`;
  const isOpen = mayEdit && !isPublished;
  const scheduled = meetings.filter(({ state }) => state === 'scheduled');
  const days = daysOf(meetings, free, (meeting) => rowOf(meeting, zone, isOpen ? base : null));
  return {
    monthProgress,
    figures: {
      meetings: scheduled.length,
      branches: new Set(scheduled.map(({ branch }) => branch.id)).size,
      busiest: busiestOf(scheduled),
      moved: scheduled.filter(isMoved).length,
      edited: meetings.filter(({ source }) => source === 'edit').length,
      cancelled: meetings.length - scheduled.length,
    },
    isPublished,
    days,
    holidays: spansOf(workdays.daysOff(monthProgress.month)),
    worked: workdays.worked(monthProgress.month).map((day) => ({ day, name: workdays.at(day)?.name ?? '' })),
    missingListOf: workdays.isAnnounced(yearOf(monthProgress.month)) ? null : yearOf(monthProgress.month),
    holidaysHref: `/holidays?year=${yearOf(monthProgress.month)}`,
    makeAction: isOpen ? `${base}/make` : null,
    clearAction: isOpen && meetings.length > 0 ? `${base}/clear` : null,
    addHref: isOpen ? `${base}/add` : null,
  };
}

/** Days off that follow each other under one name are one span. */
function spansOf(daysOff: ReadonlyMap<Day, string>): CalendarPage['holidays'] {
  const spans: { from: Day; to: Day; name: string }[] = [];
  for (const [day, name] of daysOff) {
    const last = spans.at(-1);
    if (last?.name === name && addDays(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day, name });
  }
  return spans;
}

function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

function daysOf(
  meetings: readonly MonthMeeting[],
  free: ReadonlyMap<Day, number>,
  row: (meeting: MonthMeeting) => CalendarMeeting,
): CalendarDay[] {
  const days = new Map<Day, CalendarMeeting[]>();
  for (const meeting of meetings) days.set(meeting.day, [...(days.get(meeting.day) ?? []), row(meeting)]);
  return Array.from(days, ([day, rows]) => {
    const people = free.get(day) ?? 0;
    const scheduled = rows.filter(({ isCancelled }) => !isCancelled).length;
    return { day, meetings: rows, scheduled, people, isCrowded: people > 0 && scheduled > people };
  });
}

function busiestOf(meetings: readonly MonthMeeting[]): CalendarPage['figures']['busiest'] {
  const counts = new Map<Day, number>();
  for (const { day } of meetings) counts.set(day, (counts.get(day) ?? 0) + 1);
  const [busiest] = [...counts].sort(([a, more], [b, most]) => most - more || (a < b ? -1 : 1));
  return busiest ? { day: busiest[0], meetings: busiest[1] } : null;
}

function rowOf(meeting: MonthMeeting, zone: string, base: string | null): CalendarMeeting {
  const { id, branch, startsAt, endsAt, place, note, kind, state, source, passed, wantedOn } = meeting;
  const [reason] = passed;
  return {
    meetingId: id,
    from: timeIn(zone, startsAt),
    to: timeIn(zone, endsAt),
    branch: branch.name,
    short: branch.shortName,
    organisation: branch.organisation,
    place,
    note,
    kind,
    isCancelled: state === 'cancelled',
    isEdited: source === 'edit',
    moved: isMoved(meeting) && wantedOn && reason ? { from: wantedOn, because: becauseOf(reason) } : null,
    editHref: base && `${base}/${id}`,
  };
}

function isMoved({ source, wantedOn, day }: MonthMeeting): boolean {
  return source === 'rule' && wantedOn !== null && wantedOn !== day;
}

function becauseOf(passed: MonthMeeting['passed'][number]): Sentence {
  return passed.because === 'holiday'
    ? { key: 'calendar.because.holiday', params: { name: passed.name } }
    : { key: `calendar.because.${passed.because}` };
}
