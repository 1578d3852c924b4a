import { MEETING_KINDS, type MeetingKind } from '../../kernel/meeting-kind.ts';
import { type Day, type Month, writtenDay } from '../../kernel/month.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { MonthMeeting } from '../../modules/meetings/index.ts';
import type { MeetingFlag } from './meeting-flags.ts';

/** The filters of a month's calendar. */
export interface CalendarQuery {
  /** Words of the branch, its organisation, the place or the note; diacritics are ignored. */
  readonly q: string;
  readonly organisation: string;
  readonly day: Day | null;
  readonly kind: MeetingKind | null;
  readonly show: MeetingFlag | null;
  /** The column by which the list is sorted, with `-` before it for descending order; '' for day by day. */
  readonly sort: string;
  /** The meeting just saved, which is shown whatever the filters are. */
  readonly saved: string;
}

/** The filters by flag, in the order of the list. */
export const SHOWN_FLAGS = [
  'edited',
  'added',
  'moved',
  'day_off',
  'doubled',
  'second',
  'crowded',
  'cancelled',
] as const satisfies readonly MeetingFlag[];

export type CalendarOrder = 'hour' | 'branch' | 'kind' | 'notes';
export const CALENDAR_ORDERS: readonly CalendarOrder[] = ['hour', 'branch', 'kind', 'notes'];

export function calendarQuery(query: Readonly<Record<string, unknown>>): CalendarQuery {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 100) : '');
  return {
    q: text('q'),
    organisation: text('organisation'),
    day: writtenDay(text('day')),
    kind: MEETING_KINDS.find((kind) => kind === text('kind')) ?? null,
    show: SHOWN_FLAGS.find((flag) => flag === text('show')) ?? null,
    sort: CALENDAR_ORDERS.some((order) => order === text('sort').replace(/^-/, '')) ? text('sort') : '',
    saved: text('saved'),
  };
}

export function isFiltered({ q, organisation, day, kind, show }: CalendarQuery): boolean {
  return q !== '' || organisation !== '' || day !== null || kind !== null || show !== null;
}

/** The address of the calendar with its filters, or of a page that leads back to it. */
export function calendarAddress(month: Month, query: CalendarQuery, page = '', saved: string | null = null): string {
  const { q, organisation, day, kind, show, sort } = query;
  const asked = Object.entries({ q, organisation, day, kind, show, sort, saved }).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  );
  const search = new URLSearchParams(asked).toString();
  const path = `/months/${month}/calendar${page}`;
  return `${path}${search && `?${search}`}${saved === null ? '' : `#m-${saved}`}`;
}

export function isAskedFor(meeting: MonthMeeting, flags: ReadonlySet<MeetingFlag>, query: CalendarQuery): boolean {
  if (meeting.id === query.saved) return true;
  if (query.day !== null && meeting.day !== query.day) return false;
  if (query.kind !== null && meeting.kind !== query.kind) return false;
  if (query.organisation !== '' && meeting.branch.organisation !== query.organisation) return false;
  if (query.show !== null && !flags.has(query.show)) return false;
  const { branch, place, note } = meeting;
  const text = searchKey([branch.name, branch.shortName, branch.code, branch.organisation, place, note].join(' '));
  return searchKey(query.q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
