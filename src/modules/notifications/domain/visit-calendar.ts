import type { VisitId } from '../../../kernel/id.ts';
import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../kernel/actor.ts';
import { fixedTimeZone } from './time-zone.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** One assignment as a calendar shows it. */
export interface VisitOccasion {
  /** The assignment's own id; its event keeps one UID for life. */
  readonly visitId: VisitId;
  /** Rises when the visit is moved or cancelled, and at nothing else. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA name of the committee's zone. */
  readonly zone: string;
  /** A few characters that say which branch, for titles that a lock screen shows to everybody. */
  readonly label: string;
  readonly place: string;
  /** The visit's page. */
  readonly link: string;
  readonly attendee: Mailbox & { readonly accepted: boolean };
}

/** What all calendars of a deployment have in common. */
export interface CalendarOffice {
  /** The same real mailbox in every calendar: clients match a cancellation by it. */
  readonly organizer: Mailbox;
  /** Host of the public address, right-hand side of every UID. */
  readonly host: string;
}

export type InvitationMethod = 'REQUEST' | 'CANCEL';

const TITLES: Record<Locale, string> = { vi: 'Dự sinh hoạt chi bộ', en: 'Branch meeting visit' };
const HINTS: Record<Locale, string> = { vi: 'Nhận lịch, xem hồ sơ và gửi phiếu tại', en: 'Answer, brief and form:' };
const PRODUCT = '//Giao Ban//Month calendar//VI';
/** How often a subscribed calendar may look for news. */
const REFRESH_SECONDS = 6 * 3600;

/**
 * An invitation to one visit, or its withdrawal, as text/calendar (RFC 5545, 5546). One visit each, because a REQUEST
 * may hold a single UID only. `stampedAt` is the office's now.
 */
export function visitCalendar(
  method: InvitationMethod,
  visit: VisitOccasion,
  office: CalendarOffice,
  locale: Locale,
  stampedAt: Date,
): string {
  const { attendee } = visit;
  return written(ICalCalendarMethod[method], null, [
    {
      ...visitEvent(visit, office, locale, stampedAt),
      status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      attendees: [
        {
          email: attendee.address,
          name: plain(attendee.name),
          role: ICalAttendeeRole.REQ,
          type: ICalAttendeeType.INDIVIDUAL,
          status: attendee.accepted ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
          // People answer on the visit's page, where a reason can be given; nobody reads replies by mail.
          rsvp: false,
        },
      ],
    },
  ]);
}

/** Many visits to look at, without an answer asked for: the month's file, and what a subscription reads. */
export function monthCalendar(
  title: string,
  visits: readonly VisitOccasion[],
  office: CalendarOffice,
  locale: Locale,
  stampedAt: Date,
): string {
  const inOrder = visits.toSorted(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.visitId < b.visitId ? -1 : 1),
  );
  return written(
    ICalCalendarMethod.PUBLISH,
    title,
    inOrder.map((visit) => ({ ...visitEvent(visit, office, locale, stampedAt), status: ICalEventStatus.CONFIRMED })),
  );
}

function visitEvent(visit: VisitOccasion, office: CalendarOffice, locale: Locale, stampedAt: Date): ICalEventData {
  const place = plain(visit.place);
  return {
    id: `${visit.visitId}@${office.host}`,
    sequence: visit.sequence,
    stamp: stampedAt,
    start: wallTime(visit.startsAt, visit.zone),
    end: wallTime(visit.endsAt, visit.zone),
    timezone: visit.zone,
    summary: plain(`${TITLES[locale]} · ${visit.label}`),
    ...(place && { location: { title: place } }),
    description: `${HINTS[locale]} ${visit.link}`,
    organizer: { name: plain(office.organizer.name), email: office.organizer.address },
  };
}

function written(method: ICalCalendarMethod, title: string | null, events: ICalEventData[]): string {
  const calendar = new ICalCalendar({
    prodId: PRODUCT,
    method,
    // No zone of the calendar itself: the library would write DTSTAMP, which must be UTC, in that zone's local time.
    timezone: { name: null, generator: fixedTimeZone },
    ...(title !== null && { name: plain(title), ttl: REFRESH_SECONDS }),
    events,
  });
  return `${calendar.toString()}\r\n`;
}

/** A zoned time, because the library writes a bare Date in the server's own local time. */
function wallTime(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

/** Names and titles stand in quoted parameters and on single lines, where neither quotes nor controls can be escaped. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/["\\]/g, '’')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}
