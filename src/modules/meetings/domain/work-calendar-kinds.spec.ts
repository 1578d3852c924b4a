import { type Day, day, month } from '../../../kernel/month.ts';
import type { HolidayKind } from '../../../kernel/vocabulary.ts';
import type { EnteredHoliday } from './holiday.ts';
import { type MeetingDay, meetingDay as dayOf } from './meeting-day.ts';
import { type LawOfHolidays, lawOfHolidays } from './public-holidays.ts';
import { WorkCalendar } from './work-calendar.ts';

const entry = (on: string, kind: HolidayKind, more: Partial<EnteredHoliday> = {}): EnteredHoliday => ({
  day: day(on),
  name: kind,
  kind,
  isYearly: false,
  lastYear: null,
  ...more,
});
const days = (from: string, to: string, kind: HolidayKind) => {
  const all: EnteredHoliday[] = [];
  for (let at = Number(from.slice(8)); at <= Number(to); at++) {
    all.push(entry(`${from.slice(0, 8)}${String(at).padStart(2, '0')}`, kind));
  }
  return all;
};

/** A day of the month is in each of them. */
function meetingDay(...asked: Parameters<typeof dayOf>): MeetingDay {
  const found = dayOf(...asked);
  if (found === null) throw new Error('the month has no such day');
  return found;
}

describe('the calendar of working days', () => {
  let law: LawOfHolidays;
  beforeAll(async () => {
    law = await lawOfHolidays();
  });
  const offIn = (year: number, entered: EnteredHoliday[] = []) => {
    const calendar = new WorkCalendar(entered, law);
    return Array.from({ length: 12 }, (_, at) => month(`${year}-${String(at + 1).padStart(2, '0')}`)).flatMap(
      (each) => [...calendar.daysOff(each).keys()],
    );
  };

  it('has the holidays of the law in every year, however far', () => {
    for (const year of [2026, 2032, 2060]) {
      expect(offIn(year)).toEqual(
        expect.arrayContaining(['01-01', '04-30', '05-01', '09-02'].map((date) => `${year}-${date}`)),
      );
    }
  });

  it.each([
    ['Giỗ Tổ on a Sunday', '2026-04-26', ['2026-04-27']],
    ['1 May on a Saturday', '2021-05-01', ['2021-05-03']],
    ['New Year on a Saturday', '2028-01-01', ['2028-01-03']],
    ['Tết on a Saturday and a Sunday', '2024-02-10', ['2024-02-13', '2024-02-14']],
    ['2 September on a Sunday', '2029-09-02', ['2029-09-03']],
  ])('makes up for %s', (_name, holiday, instead) => {
    const off = offIn(Number(holiday.slice(0, 4)));
    expect(off).toEqual(expect.arrayContaining([holiday, ...instead]));
  });

  it('makes up only once where the announcement names the days in lieu too', () => {
    const announced = days('2021-02-10', '16', 'public');
    expect(offIn(2021, announced).filter((each) => each.startsWith('2021-02'))).toEqual(
      announced.map((each) => each.day),
    );
    expect(offIn(2021, [entry('2021-05-03', 'in_lieu')]).filter((each) => each.startsWith('2021-05'))).toEqual([
      '2021-05-01',
      '2021-05-03',
    ]);
  });

  it('makes up for a holiday of our own rule, and not for a local day off', () => {
    const yearly = entry('2026-11-24', 'public', { isYearly: true });
    expect(offIn(2029, [yearly])).toEqual(expect.arrayContaining(['2029-11-24', '2029-11-26']));
    expect(offIn(2029, [{ ...yearly, kind: 'local' }])).not.toContain('2029-11-26');
  });

  it('has a yearly day from its first year to its last', () => {
    const yearly = entry('2026-11-24', 'public', { isYearly: true, lastYear: 2028 });
    const has = (year: number) => offIn(year, [yearly]).includes(`${year}-11-24` as Day);
    expect([2025, 2026, 2028, 2029].map(has)).toEqual([false, true, true, false]);
  });

  it('works on a Saturday that makes up for another day, and counts it as a working day', () => {
    const calendar = new WorkCalendar([entry('2026-01-02', 'in_lieu'), entry('2026-01-10', 'worked')], law);
    expect(calendar.isWorkday(day('2026-01-10'))).toBe(true);
    expect(calendar.get(day('2026-01-10'))).toBeUndefined();
    expect(calendar.after(day('2026-01-08'), 2)).toBe('2026-01-10');
    expect(calendar.after(day('2025-12-31'), 1)).toBe('2026-01-05');
    expect(meetingDay({ dayOfMonth: 10, rollWeekend: true }, month('2026-01'), calendar).day).toBe('2026-01-10');
    expect(meetingDay({ dayOfMonth: 10, rollWeekend: false }, month('2026-01'), calendar).day).toBe('2026-01-10');
    expect(meetingDay({ dayOfMonth: 11, rollWeekend: true }, month('2026-01'), calendar).day).toBe('2026-01-12');
  });

  it('works on a day of the law that was entered as worked', () => {
    expect(new WorkCalendar([entry('2026-04-27', 'worked')], law).isWorkday(day('2026-04-27'))).toBe(true);
  });

  it('moves both rules of the 26th and the 27th past Giỗ Tổ and its day in lieu', () => {
    const calendar = new WorkCalendar([], law);
    const on = (dayOfMonth: number, rollWeekend: boolean) =>
      meetingDay({ dayOfMonth, rollWeekend }, month('2026-04'), calendar).day;
    expect([on(27, true), on(26, false)]).toEqual(['2026-04-28', '2026-04-28']);
  });

  it.each([
    ['nothing', 2026, [], false],
    ['the days of the law alone', 2026, days('2026-02-16', '19', 'public'), false],
    ['a fifth day of Tết', 2026, [entry('2026-02-20', 'public')], true],
    ['the list of 2021', 2021, days('2021-02-10', '16', 'public'), true],
    ['the days in lieu alone', 2024, days('2024-02-13', '14', 'in_lieu'), false],
    ['the list of 2024', 2024, days('2024-02-08', '14', 'public'), true],
    ['a worked Saturday alone', 2026, [entry('2026-02-14', 'worked')], false],
  ])('knows whether the list of a year was entered: %s, %d', (_name, year, entered, expected) => {
    expect(new WorkCalendar(entered, law).isAnnounced(year)).toBe(expected);
  });
});
