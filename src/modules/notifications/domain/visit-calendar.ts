import type { VisitId } from '../../../kernel/id.ts';
import {
  ICalAlarmType,
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
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { dayIn, timeIn } from '../../../kernel/month.ts';
import { capitalised, MEETING_KIND_TERMS } from '../../../kernel/vocabulary.ts';
import { fixedTimeZone } from './time-zone.ts';
import { addressOr } from './with-attendee.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * The identity of a visit in calendars. It is stored with the visit when it is first sent, and does not follow later
 * settings.
 */
export interface CalendarIdentity {
  readonly uid: string;
  /** An existing mailbox; clients check it when they process a cancellation. */
  readonly organizer: Mailbox;
  /** Rises when the visit is moved or cancelled, and at no other change. */
  readonly sequence: number;
  /** The last change of anything that a calendar shows of the visit. */
  readonly changedAt: Date;
}

/** The facts of one assignment that a calendar shows. */
export interface OccasionFacts {
  readonly visitId: VisitId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA name of the committee's zone. */
  readonly zone: string;
  /** A few characters that identify the branch, for titles that lock screens show to everybody. */
  readonly label: string;
  readonly branch: string;
  readonly organisation: string;
  readonly kind: MeetingKind;
  readonly place: string;
  readonly secretary: string | null;
  /** Names of the others who go there. */
  readonly companions: readonly string[];
  /** The visit's page. */
  readonly link: string;
  readonly attendee: Mailbox & { readonly accepted: boolean };
}

export interface VisitOccasion extends OccasionFacts {
  readonly identity: CalendarIdentity;
}

export type InvitationMethod = 'REQUEST' | 'CANCEL';

const TITLES: Record<Locale, string> = { vi: 'Dự sinh hoạt chi bộ', en: 'Branch meeting visit' };
const WORDS = {
  vi: {
    companions: 'Cùng dự',
    secretary: 'Bí thư chi bộ',
    page: 'Nhận lịch, xem hồ sơ chi bộ và gửi phiếu tại',
  },
  en: {
    companions: 'Together with',
    secretary: 'Secretary of the branch',
    page: 'Answer, brief on the branch and form:',
  },
} as const satisfies Record<Locale, object>;
/** How long before a visit a phone reminds of it. */
const ALARM_SECONDS = 3600;
const PRODUCT = '//Giao Ban//Month calendar//VI';
/** How often a subscribed calendar may be fetched. */
const REFRESH_SECONDS = 6 * 3600;

/**
 * An invitation to one visit, or its cancellation, as text/calendar (RFC 5545, 5546). One visit per calendar, because a
 * REQUEST may contain a single UID only. `stampedAt`: the time at which it was made.
 */
export function visitCalendar(method: InvitationMethod, visit: VisitOccasion, locale: Locale, stampedAt: Date): string {
  const { attendee } = visit;
  return written(ICalCalendarMethod[method], null, [
    {
      ...visitEvent(visit, locale, stampedAt),
      ...(method === 'REQUEST' && { alarms: ALARMS }),
      status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      attendees: [
        {
          email: addressOr(attendee.address),
          name: plain(attendee.name),
          role: ICalAttendeeRole.REQ,
          type: ICalAttendeeType.INDIVIDUAL,
          status: attendee.accepted ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
          // People answer on the visit's page, where they can give a reason; nobody reads replies by mail.
          rsvp: false,
        },
      ],
    },
  ]);
}

/**
 * Many visits without a request to answer: the file of a month, and the content of a subscription. Equal content gives
 * equal bytes, because each visit is stamped with its own last change.
 */
export function monthCalendar(title: string, visits: readonly VisitOccasion[], locale: Locale): string {
  const inOrder = visits.toSorted(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.visitId < b.visitId ? -1 : 1),
  );
  return written(
    ICalCalendarMethod.PUBLISH,
    title,
    inOrder.map((visit) => ({
      ...visitEvent(visit, locale, visit.identity.changedAt),
      alarms: ALARMS,
      status: ICalEventStatus.CONFIRMED,
    })),
  );
}

/** The file name of an invitation; names sort by time and contain the branch. */
export function calendarFileName({ startsAt, zone, label }: OccasionFacts): string {
  const name = `${dayIn(zone, startsAt)} ${timeIn(zone, startsAt).replace(':', '')} ${label}`;
  const ascii = name.replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFD').replace(/\p{M}/gu, '');
  return `${ascii.replace(/[^A-Za-z0-9.-]+/g, ' ').trim()}.ics`;
}

const ALARMS = [{ type: ICalAlarmType.display, trigger: ALARM_SECONDS }];

function visitEvent(visit: VisitOccasion, locale: Locale, stampedAt: Date): ICalEventData {
  const place = plain(visit.place);
  const { uid, sequence, organizer } = visit.identity;
  return {
    id: uid,
    sequence,
    stamp: stampedAt,
    start: wallTime(visit.startsAt, visit.zone),
    end: wallTime(visit.endsAt, visit.zone),
    timezone: visit.zone,
    summary: plain(`${TITLES[locale]} · ${visit.label}`),
    ...(place && { location: { title: place } }),
    description: descriptionOf(visit, locale),
    organizer: { name: plain(organizer.name), email: organizer.address },
  };
}

/** The details, which a lock screen does not show. */
function descriptionOf(visit: VisitOccasion, locale: Locale): string {
  const { branch, organisation, kind, secretary, companions, link } = visit;
  const words = WORDS[locale];
  return [
    organisation === '' || organisation === branch ? branch : `${branch} (${organisation})`,
    kindLine(kind, locale),
    ...(companions.length > 0 ? [`${words.companions}: ${companions.join(', ')}`] : []),
    ...(secretary === null ? [] : [`${words.secretary}: ${secretary}`]),
    `${words.page} ${link}`,
  ]
    .map(plain)
    .join('\n');
}

function written(method: ICalCalendarMethod, title: string | null, events: ICalEventData[]): string {
  const calendar = new ICalCalendar({
    prodId: PRODUCT,
    method,
    // The calendar itself has no zone: otherwise the library writes DTSTAMP in that zone's local time, although it must
    // be UTC.
    timezone: { name: null, generator: fixedTimeZone },
    ...(title !== null && { name: plain(title), ttl: REFRESH_SECONDS }),
    events,
  });
  return propertiesFirst(`${calendar.toString()}\r\n`);
}

function kindLine(kind: MeetingKind, locale: Locale): string {
  const term = MEETING_KIND_TERMS[kind][locale];
  return locale === 'vi' ? `Sinh hoạt ${term}` : `${capitalised(term)} meeting`;
}

/** Some programs ignore calendar properties after the first component, where the library writes a few. */
function propertiesFirst(ics: string): string {
  const inside = ics.slice(0, ics.lastIndexOf('END:VCALENDAR')).split(/\r\n(?![ \t])/);
  const properties: string[] = [];
  const components: string[] = [];
  let depth = 0;
  for (const line of inside.filter((each) => each !== '')) {
    if (/^BEGIN:(?!VCALENDAR$)/.test(line)) depth++;
    (depth > 0 ? components : properties).push(line);
    if (line.startsWith('END:')) depth--;
  }
  return [...properties, ...components, 'END:VCALENDAR', ''].join('\r\n');
}

/** A zoned time, because the library writes a plain Date in the server's own local time. */
function wallTime(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

/**
 * Names and titles are in quoted parameters and on single lines, where neither quotes nor control characters can be
 * escaped.
 */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/["\\]/g, '’')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}
