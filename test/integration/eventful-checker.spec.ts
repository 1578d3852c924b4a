import type { MeetingId, SpecialistId, VisitId } from '../../src/kernel/id.ts';
import type { PublishedVisitRow } from '../support/a-published-month.ts';
import { faultsIn } from '../support/eventful/month-invariants.ts';
import type { JudgedLine, ReadMonth, StoredMail } from '../support/eventful/read-month.ts';

const HOUR = 3_600_000;
const AT = new Date('2020-12-08T12:30:00Z');
const LATER = new Date('2020-12-10T12:30:00Z');

function aLine(id: string, specialistId: string, over: Partial<JudgedLine> = {}): JudgedLine {
  const startsAt = over.startsAt ?? AT;
  return {
    id: id as VisitId,
    state: 'offered',
    specialistId: specialistId as SpecialistId,
    specialist: `Người ${specialistId}`,
    branch: `Chi bộ ${id}`,
    place: 'Hội trường',
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR),
    ...over,
  };
}

function aRow({ id, specialistId, state, startsAt }: JudgedLine, over: Partial<PublishedVisitRow> = {}) {
  const meetingId = `meeting-${id}` as MeetingId;
  return { id, specialistId, meetingId, state, replacedById: null, startsAt, ...over };
}

/** A mail with the calendar file of a visit. */
function aMail(line: JudgedLine, sequence = 0, method: 'REQUEST' | 'CANCEL' = 'REQUEST'): StoredMail {
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${line.id}@giaoban.example`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${line.startsAt.toISOString().replaceAll(/[-:]|\.000/g, '')}`,
    `LOCATION:${line.place}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const { specialistId, specialist } = line;
  return {
    key: `mail/${line.id}/${sequence}/${method}`,
    kind: 'visits-published',
    specialistId,
    draft: {
      to: { address: `${specialistId}@mau.example`, name: specialist, specialistId },
      invitations: [{ method, fileName: 'visit.ics', ics }],
      model: { visit: line.id, sequence, method },
    },
  };
}

/** A month in which every promise was kept, or all but those that a case breaks. */
function aMonth(lines: readonly JudgedLine[], over: Partial<ReadMonth> = {}): ReadMonth {
  return {
    now: new Date('2020-12-01T02:00:00Z'),
    lines,
    rows: lines.map((line) => aRow(line)),
    meetings: new Map(lines.map(({ id }) => [`meeting-${id}`, 'scheduled'])),
    mails: lines.filter(({ state }) => state === 'offered').map((line) => aMail(line)),
    collisions: new Set(),
    waiting: '',
    trail: [],
    amendments: 0,
    ...over,
  };
}

const [A, B] = [aLine('a', 'nga'), aLine('b', 'an', { startsAt: LATER })];
const DECLINED = aLine('a', 'nga', { state: 'declined' });
const TRACED = [{ action: 'visit.declined', id: 'a' }];
const CROSSED = aLine('c', 'nga', { startsAt: new Date(AT.getTime() + HOUR / 2) });

describe('what the months with many events are checked by', () => {
  it.each<readonly [string, ReadMonth]>([
    ['as it was published', aMonth([A, B])],
    ['with two places at once that the board sees', aMonth([A, CROSSED], { collisions: new Set(['c']) })],
    ['with an empty seat that the board sees', aMonth([DECLINED, B], { trail: TRACED, waiting: '/repairs?visit=a' })],
    ['with an amendment in the trail', aMonth([A], { amendments: 1, trail: [{ action: 'plan.amended', id: 'plan' }] })],
    [
      'with a file for each move',
      aMonth([{ ...A, startsAt: LATER }], { mails: [aMail(A), aMail({ ...A, startsAt: LATER }, 1)] }),
    ],
  ])('finds nothing in a month %s', (_name, month) => {
    expect(faultsIn(month)).toEqual([]);
  });

  it.each<readonly [string, ReadMonth, string]>([
    ['two places at once', aMonth([A, CROSSED]), 'Người nga is at Chi bộ a and Chi bộ c at once, and nobody sees it'],
    [
      'a doubled seat',
      aMonth([A, aLine('b', 'nga', { startsAt: LATER })], {
        rows: [aRow(A), aRow(aLine('b', 'nga'), { meetingId: 'meeting-a' as MeetingId })],
      }),
      'nga holds two seats of meeting-a',
    ],
    ['an empty seat that nobody sees', aMonth([DECLINED], { trail: TRACED }), 'nobody sees that visit a was declined'],
    [
      'a visit to a meeting that is off',
      aMonth([A], { meetings: new Map([['meeting-a', 'cancelled']]) }),
      'visit a stands though its meeting is off',
    ],
    [
      'a seat that is taken while its owner goes',
      aMonth([A], { rows: [aRow(A, { replacedById: 'b' as VisitId })] }),
      'Người nga goes to Chi bộ a though somebody took the seat',
    ],
    [
      'a change that the trail lacks',
      aMonth([DECLINED], { waiting: 'visit=a' }),
      'the trail does not say how visit a was declined',
    ],
    ['an amendment that the trail lacks', aMonth([A], { amendments: 1 }), 'the trail has 0 of 1 amendments'],
    [
      'a calendar file that was overtaken',
      aMonth([A], { mails: [aMail(A, 2), aMail(A, 1)] }),
      'nga a: REQUEST 1 came after 2',
    ],
    [
      'a calendar file that comes twice',
      aMonth([A], { mails: [aMail(A), { ...aMail(A), draft: { ...aMail(A).draft, model: { again: true } } }] }),
      'nga a: REQUEST 0 came twice',
    ],
    ['a visit that no calendar has', aMonth([A], { mails: [] }), 'the calendar of Người nga lacks a, which is offered'],
    [
      'a calendar that keeps what was declined',
      aMonth([DECLINED], { trail: TRACED, waiting: 'visit=a', mails: [aMail(A)] }),
      'the calendar of Người nga has a, which is declined',
    ],
    [
      'a calendar with the hour before a move',
      aMonth([{ ...A, startsAt: LATER }], { mails: [aMail(A)] }),
      `the calendar of Người nga has a at ${AT.toISOString()} instead of ${LATER.toISOString()}`,
    ],
    [
      'a calendar with the place before a move',
      aMonth([{ ...A, place: 'Nhà văn hóa' }], { mails: [aMail(A)] }),
      'the calendar of Người nga has a at “Hội trường” instead of “Nhà văn hóa”',
    ],
    [
      'a mail that says the same again',
      aMonth([A], { mails: [aMail(A), { ...aMail(A), draft: { ...aMail(A).draft, invitations: [] }, key: 'again' }] }),
      'nga visits-published was told twice, the second time by again',
    ],
  ])('finds %s', (_name, month, fault) => {
    expect(faultsIn(month)).toEqual([fault]);
  });
});
