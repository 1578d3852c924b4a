import { MEETING_KINDS, type MeetingKind } from '../../kernel/meeting-kind.ts';
import { addDays, type Day, type Month, timeIn } from '../../kernel/month.ts';
import type { CalendarScreen } from './calendar-screen-read-model.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { CalendarChangeLine, MonthMeeting } from '../../modules/meetings/index.ts';
import { contactFigures, contactStandings } from './build-contacts-page.ts';
import { listAddress, sortHeads } from '../directory/page-rows.ts';
import {
  CALENDAR_ORDERS,
  calendarAddress,
  type CalendarQuery,
  isAskedFor,
  isFiltered,
  SHOWN_FLAGS,
} from './calendar-query.ts';
import type { CalendarChangeRow, CalendarDay, CalendarMeeting, CalendarPage } from './calendar.view.ts';
import { sortMeetings } from './sort-meetings.ts';
import { isMovedByRule, type MeetingFlag, meetingFlags } from './meeting-flags.ts';

export interface CalendarFacts extends CalendarScreen {
  readonly kindName: (kind: MeetingKind) => string;
  readonly zone: string;
  readonly mayEdit: boolean;
  readonly query: CalendarQuery;
}

/** Of fewer meetings half are no crowd. */
const MANY = 10;
/** Flags that are written in the row; the others are shown elsewhere, or beside the day. */
const SAID_FLAGS: readonly MeetingFlag[] = ['day_off', 'doubled', 'second'];

export function buildCalendarPage(facts: CalendarFacts): CalendarPage {
  const { monthProgress, meetings, workdays, free, isPublished, query } = facts;
  const { month } = monthProgress;
  const base = `/months/${month}/calendar`;
  const isOpen = facts.mayEdit && !isPublished;
  const scheduled = meetings.filter(({ state }) => state === 'scheduled');
  const counts = countsOf(scheduled);
  const isCrowded = (day: Day) => isMoreThan(counts.get(day) ?? 0, free.get(day) ?? 0);
  const flags = meetingFlags(meetings, workdays, isCrowded);
  const flagsOf = (meeting: MonthMeeting) => flags.get(meeting.id) ?? new Set<MeetingFlag>();
  const shown = meetings.filter((meeting) => isAskedFor(meeting, flagsOf(meeting), query));
  const standings = contactStandings(meetings, facts.inquiries, facts.contacts);
  const hasAsked = facts.inquiries.size > 0;
  const rowFor = (meeting: MonthMeeting): CalendarMeeting => ({
    ...rowOf(meeting, flagsOf(meeting), facts),
    standing: hasAsked ? (standings.get(meeting.id) ?? null) : null,
  });
  const isByDay = query.sort === '' || query.sort.endsWith('hour');
  const [busiest] = [...counts].sort(([a, more], [b, most]) => most - more || (a < b ? -1 : 1));
  return {
    monthProgress,
    figures: {
      meetings: scheduled.length,
      branches: new Set(scheduled.map(({ branch }) => branch.id)).size,
      busiest: busiest
        ? {
            day: busiest[0],
            meetings: busiest[1],
            href: calendarAddress(month, { ...query, day: busiest[0] }),
            moveHref: calendarAddress(month, { ...query, day: busiest[0] }, '/move'),
          }
        : null,
      isOnOneDay: busiest !== undefined && isMostOf(busiest[1], scheduled.length),
      moved: scheduled.filter(isMovedByRule).length,
      edited: meetings.filter(({ source }) => source === 'edit').length,
      cancelled: meetings.length - scheduled.length,
    },
    isPublished,
    filters: {
      q: query.q,
      organisations: optionsOf(
        meetings.map(({ branch }) => branch.organisation),
        query.organisation,
      ),
      days: [...new Set(meetings.map(({ day }) => day))].map((value) => ({
        value,
        meetings: counts.get(value) ?? 0,
        isChosen: value === query.day,
      })),
      kinds: MEETING_KINDS.map((value) => ({ value, selected: value === query.kind })),
      show: SHOWN_FLAGS.map((value) => ({ value, selected: value === query.show })),
      sort: query.sort,
      isActive: isFiltered(query),
      clearHref: base,
    },
    total: meetings.length,
    shown: shown.length,
    heads: sortHeads(
      listAddress(base, { ...query }, ['q', 'organisation', 'day', 'kind', 'show', 'sort']),
      CALENDAR_ORDERS,
      ['notes'],
    ),
    sorted: isByDay
      ? []
      : sortMeetings(shown, query.sort, flagsOf, facts.kindName).map((meeting) => ({
          ...rowFor(meeting),
          day: meeting.day,
        })),
    days: daysOf(
      isByDay ? (query.sort.startsWith('-') ? shown.toReversed() : shown) : [],
      (day): Omit<CalendarDay, 'meetings'> => ({
        day,
        scheduled: counts.get(day) ?? 0,
        people: free.get(day) ?? 0,
        isCrowded: isCrowded(day),
        moveHref: isOpen && isCrowded(day) ? calendarAddress(month, { ...query, day }, '/move') : null,
      }),
      rowFor,
    ),
    contacts:
      scheduled.length > 0 && (facts.mayEdit || hasAsked)
        ? { href: `${base}/contacts`, hasAsked, ...contactFigures(standings) }
        : null,
    fileHref: facts.mayEdit ? `${base}/file` : null,
    availabilityHref: facts.mayEdit ? `/months/${month}/availability` : null,
    holidays: spansOf(workdays.daysOff(month)),
    worked: workdays.worked(month).map((day) => ({ day, name: workdays.at(day)?.name ?? '' })),
    missingListOf: workdays.isAnnounced(yearOf(month)) ? null : yearOf(month),
    holidaysHref: `/holidays?year=${yearOf(month)}`,
    makeAction: isOpen ? `${base}/make` : null,
    clearAction: isOpen && meetings.length > 0 ? `${base}/clear` : null,
    addHref: isOpen ? calendarAddress(month, query, '/add') : null,
    moveHref: isOpen && scheduled.length > 0 ? calendarAddress(month, query, '/move') : null,
    editManyHref: isOpen && scheduled.length > 0 ? calendarAddress(month, query, '/edit') : null,
    changes: facts.changes.map((change) => changeRow(change, base, isOpen)),
  };
}

/** Whether a day has most of a month's meetings, where there are many. */
export function isMostOf(meetings: number, all: number): boolean {
  return all >= MANY && meetings > all / 2;
}

/** More meetings than people, if at least one person could go. */
export function isMoreThan(meetings: number, people: number): boolean {
  return people > 0 && meetings > people;
}

export function countsOf(meetings: readonly MonthMeeting[]): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const { day } of meetings) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

function changeRow(change: CalendarChangeLine, base: string, isOpen: boolean): CalendarChangeRow {
  const { id, kind, meetings, branch, madeAt, madeBy, madeFor, takenBackAt } = change;
  return {
    what: { key: `calendar.change.${kind}`, params: { count: meetings, branch: branch ?? '' } },
    madeAt,
    madeBy,
    madeFor,
    takenBackAt,
    href: kind === 'moved' || kind === 'edited' ? `${base}/changes/${id}` : null,
    takeBackAction: isOpen && takenBackAt === null ? `${base}/changes/${id}/take-back` : null,
  };
}

function optionsOf(values: readonly string[], chosen: string): CalendarPage['filters']['organisations'] {
  return [...new Set(values)]
    .filter((value) => value !== '')
    .sort((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
    .map((value) => ({ value, label: value, selected: value === chosen }));
}

/** Consecutive days off with one name are shown as one period. */
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
  head: (day: Day) => Omit<CalendarDay, 'meetings'>,
  row: (meeting: MonthMeeting) => CalendarMeeting,
): CalendarDay[] {
  const days = new Map<Day, CalendarMeeting[]>();
  for (const meeting of meetings) days.set(meeting.day, [...(days.get(meeting.day) ?? []), row(meeting)]);
  return Array.from(days, ([day, rows]) => ({ ...head(day), meetings: rows }));
}

function rowOf(
  meeting: MonthMeeting,
  flags: ReadonlySet<MeetingFlag>,
  { zone, query, monthProgress, mayEdit }: CalendarFacts,
): Omit<CalendarMeeting, 'standing'> {
  const { id, branch, startsAt, endsAt, place, note, kind, state, passed, wantedOn } = meeting;
  const [reason] = passed;
  return {
    meetingId: id,
    day: null,
    from: timeIn(zone, startsAt),
    to: timeIn(zone, endsAt),
    branch: branch.name,
    short: branch.shortName,
    organisation: branch.organisation,
    place,
    note,
    kind,
    isCancelled: state === 'cancelled',
    isEdited: flags.has('edited'),
    isAdded: flags.has('added'),
    isSaved: id === query.saved,
    flags: SAID_FLAGS.filter((flag) => flags.has(flag)),
    moved: isMovedByRule(meeting) && wantedOn && reason ? { from: wantedOn, because: becauseOf(reason) } : null,
    editHref: mayEdit ? calendarAddress(monthProgress.month, query, `/${id}`) : null,
  };
}

function becauseOf(passed: MonthMeeting['passed'][number]): Sentence {
  return passed.because === 'holiday'
    ? { key: 'calendar.because.holiday', params: { name: passed.name } }
    : { key: `calendar.because.${passed.because}` };
}
