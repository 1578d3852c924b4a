import { type VisitId } from '../../../kernel/id.ts';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { fixedTimeZone } from './time-zone.ts';
import { calendarFileName, monthCalendar, visitCalendar, type VisitOccasion } from './visit-calendar.ts';

const NOW = new Date('2020-11-25T02:00:00Z');

const aVisit = (over: Partial<VisitOccasion> = {}, sequence = 0): VisitOccasion => {
  const visitId = over.visitId ?? ('0193a3b0-0000-7000-8000-000000000001' as VisitId);
  return {
    visitId,
    startsAt: new Date('2020-12-03T12:30:00Z'),
    endsAt: new Date('2020-12-03T14:00:00Z'),
    zone: 'Asia/Ho_Chi_Minh',
    label: 'KP3, P2',
    branch: 'Chi bộ Khu phố 3, Phường 2',
    organisation: 'Đảng bộ Phường 2',
    kind: 'combined',
    place: 'Nhà văn hóa khu phố 3; 12 Đoàn Văn Bơ, Phường 2',
    secretary: 'Trần Văn Bí',
    companions: ['Lê Thị Thử'],
    link: 'https://giaoban.example/visits/1',
    attendee: { name: 'Nguyễn Thị "Mẫu" Ánh', address: 'anh@quan4.example', accepted: false },
    identity: {
      uid: `${visitId}@giaoban.example`,
      organizer: { name: 'Giao Ban Quận 4', address: 'giaoban@quan4.example' },
      sequence,
      changedAt: NOW,
    },
    ...over,
  };
};

/** The calendar as an independent parser reads it. */
function read(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  return {
    calendar,
    method: calendar.getFirstPropertyValue('method'),
    zone,
    events: calendar.getAllSubcomponents('vevent').map((component) => ({
      component,
      event: new ICAL.Event(component),
      text: (name: string) => component.getFirstPropertyValue(name)?.toString(),
    })),
  };
}

function onlyEvent(ics: string) {
  const [event, ...rest] = read(ics).events;
  expect(rest).toEqual([]);
  if (!event) throw new Error('no event');
  return event;
}

describe('an invitation to a visit', () => {
  it('holds what a calendar needs, in the local time of the committee, whatever the zone of the server', () => {
    const { event, component, text } = onlyEvent(visitCalendar('REQUEST', aVisit(), 'vi', NOW));
    expect(event.summary).toBe('Dự sinh hoạt chi bộ · KP3, P2');
    expect(event.location).toBe('Nhà văn hóa khu phố 3; 12 Đoàn Văn Bơ, Phường 2');
    expect(event.uid).toBe('0193a3b0-0000-7000-8000-000000000001@giaoban.example');
    expect(text('dtstart')).toBe('2020-12-03T19:30:00');
    expect(text('dtend')).toBe('2020-12-03T21:00:00');
    expect(component.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Asia/Ho_Chi_Minh');
    expect(text('dtstamp')).toBe('2020-11-25T02:00:00Z');
    expect(text('organizer')).toBe('mailto:giaoban@quan4.example');
    expect(event.attendees[0]?.getFirstParameter('cn')).toBe('Nguyễn Thị ’Mẫu’ Ánh');
    expect(event.attendees[0]?.getFirstParameter('rsvp')).toBe('FALSE');
  });

  it('says in its description what a lock screen need not show, and speaks up an hour before', () => {
    const { event, component } = onlyEvent(visitCalendar('REQUEST', aVisit(), 'vi', NOW));
    expect(event.description).toBe(
      [
        'Chi bộ Khu phố 3, Phường 2 (Đảng bộ Phường 2)',
        'Sinh hoạt kết hợp',
        'Cùng dự: Lê Thị Thử',
        'Bí thư chi bộ: Trần Văn Bí',
        'Nhận lịch, xem hồ sơ chi bộ và gửi phiếu tại https://giaoban.example/visits/1',
      ].join('\n'),
    );
    const alarm = component.getFirstSubcomponent('valarm');
    expect([alarm?.getFirstPropertyValue('action'), alarm?.getFirstPropertyValue('trigger')?.toString()]).toEqual([
      'DISPLAY',
      '-PT1H',
    ]);
    const bare = onlyEvent(visitCalendar('CANCEL', aVisit({ secretary: null, companions: [] }), 'en', NOW));
    expect(bare.event.description).not.toMatch(/Secretary|Together/);
    expect(bare.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('is a file whose name sorts by time and says which branch', () => {
    expect(calendarFileName(aVisit({ label: 'TP XC/Đ. 3' }))).toBe('2020-12-03 1930 TP XC D. 3.ics');
    expect(calendarFileName(aVisit())).toBe('2020-12-03 1930 KP3 P2.ics');
  });

  it('brings the zone along, without summer time and without a rule', () => {
    const { zone } = read(visitCalendar('REQUEST', aVisit(), 'vi', NOW));
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Asia/Ho_Chi_Minh');
    expect(zone?.getAllSubcomponents('daylight')).toEqual([]);
    const [standard, ...others] = zone?.getAllSubcomponents('standard') ?? [];
    expect(others).toEqual([]);
    expect(standard?.getFirstPropertyValue('tzoffsetto')?.toString()).toBe('+07:00');
    expect(standard?.hasProperty('rrule')).toBe(false);
    expect(() => fixedTimeZone('Europe/Berlin')).toThrow(RangeError);
  });

  it('is withdrawn under the same UID, organizer, attendee and start, with a higher sequence', () => {
    const request = visitCalendar('REQUEST', aVisit(), 'vi', NOW);
    const cancel = visitCalendar('CANCEL', aVisit({}, 1), 'vi', new Date('2020-11-30T02:00:00Z'));
    expect([read(request).method, read(cancel).method]).toEqual(['REQUEST', 'CANCEL']);
    const [before, after] = [onlyEvent(request), onlyEvent(cancel)];
    for (const name of ['uid', 'organizer', 'attendee', 'dtstart', 'summary']) {
      expect([name, after.text(name)]).toEqual([name, before.text(name)]);
    }
    expect([before.event.sequence, after.event.sequence]).toEqual([0, 1]);
    expect([before.text('status'), after.text('status')]).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  it('is the same bytes for the same visit and the same now', () => {
    const bytes = () => visitCalendar('REQUEST', aVisit(), 'vi', NOW);
    expect(bytes()).toBe(bytes());
  });

  it('survives any text: no line over 75 octets, no letter split, nothing smuggled in', () => {
    const text = fc
      .array(
        fc.constantFrom('ậ', 'Đ', '🏠', 'x', ' ', ';', ',', '\\', '"', '\r\n', '\n', ':', 'BEGIN:VEVENT', '\u0007'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, text, (label, place, name) => {
        const visit = aVisit({ label, place, attendee: { name, address: 'anh@quan4.example', accepted: true } });
        const ics = visitCalendar('REQUEST', visit, 'vi', NOW);
        expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of ics.split('\r\n')) {
          const octets = Buffer.from(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(octets.toString()).toBe(line);
          expect(line).not.toMatch(/\n|\r/);
        }
        const { event, component } = onlyEvent(ics);
        const shown = (value: string) => value.replace(/["\\]/g, '’').replace(/\p{Cc}+/gu, ' ');
        expect(event.summary).toBe(`Dự sinh hoạt chi bộ · ${shown(label)}`.trim());
        expect(component.getFirstPropertyValue('location') ?? '').toBe(shown(place).trim());
        expect(component.getAllProperties('attendee')).toHaveLength(1);
        expect(event.attendees[0]?.getFirstValue()).toMatch(/^mailto:anh@quan4\.example$/i);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a month's calendar", () => {
  const visits = [
    aVisit({
      visitId: 'b' as VisitId,
      startsAt: new Date('2020-12-05T01:00:00Z'),
      endsAt: new Date('2020-12-05T03:00:00Z'),
    }),
    aVisit({ visitId: 'a' as VisitId }),
  ];

  it('publishes all visits in order, one zone for all, and asks nobody for an answer', () => {
    const { method, events, calendar } = read(monthCalendar('Tháng 12/2020', visits, 'vi'));
    expect(method).toBe('PUBLISH');
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(events.map(({ event }) => event.uid)).toEqual(['a@giaoban.example', 'b@giaoban.example']);
    expect(events.map(({ event }) => event.attendees.length)).toEqual([0, 0]);
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT6H');
    expect(calendar.getFirstPropertyValue('name')).toBe('Tháng 12/2020');
  });

  it('has all properties of the calendar before its first component', () => {
    for (const ics of [monthCalendar('Tháng 12/2020', visits, 'vi'), visitCalendar('REQUEST', aVisit(), 'vi', NOW)]) {
      const lines = ics.split('\r\n').filter((line) => !/^[ \t]/.test(line));
      const first = lines.findIndex((line) => /^BEGIN:(?!VCALENDAR)/.test(line));
      const last = lines.findLastIndex((line) => /^END:(?!VCALENDAR)/.test(line));
      expect(lines.slice(last + 1)).toEqual(['END:VCALENDAR', '']);
      expect(lines.slice(0, first).map((line) => line.split(/[:;]/)[0])).toContain('METHOD');
      let depth = 0;
      for (const line of lines.slice(first, last + 1)) {
        expect([line, depth > 0 || line.startsWith('BEGIN:')]).toEqual([line, true]);
        if (line.startsWith('BEGIN:')) depth++;
        if (line.startsWith('END:')) depth--;
      }
    }
  });

  it('is stamped with the last change of each visit, so that it is the same bytes until one changes', () => {
    const changed = aVisit({ visitId: 'a' as VisitId });
    const later = { ...changed, identity: { ...changed.identity, changedAt: new Date('2020-11-28T02:00:00Z') } };
    const stamps = read(monthCalendar('x', [later], 'vi')).events.map(({ text }) => text('dtstamp'));
    expect(stamps).toEqual(['2020-11-28T02:00:00Z']);
  });

  it('does not depend on the order in which the visits come', () => {
    expect(monthCalendar('x', visits, 'en')).toBe(monthCalendar('x', visits.toReversed(), 'en'));
  });

  it('may be empty', () => {
    expect(read(monthCalendar('x', [], 'vi')).events).toEqual([]);
  });
});
