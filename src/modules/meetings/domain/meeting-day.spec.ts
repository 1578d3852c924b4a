import fc from 'fast-check';

import { day, daysOf, month, monthOf, weekday, type Day } from '../../../kernel/month.ts';
import { type MeetingDay, meetingDay as dayOf } from './meeting-day.ts';

const december = month('2020-12');
const none: ReadonlyMap<Day, string> = new Map();
const holidays = (...days: string[]) => new Map(days.map((text) => [day(text), 'Ngày lễ'] as const));
const on = (dayOfMonth: number, rollWeekend = true) => ({ dayOfMonth, rollWeekend });

/** A day of the month is in each of them. */
function meetingDay(...asked: Parameters<typeof dayOf>): MeetingDay {
  const found = dayOf(...asked);
  if (found === null) throw new Error('the month has no such day');
  return found;
}

describe('the day of a meeting', () => {
  it('is the day of the rule where that is a working day', () => {
    expect(meetingDay(on(3), december, none)).toEqual({ day: '2020-12-03', wanted: '2020-12-03', passed: [] });
  });

  it('rolls from a weekend to Monday, and says so', () => {
    expect(meetingDay(on(5), december, none)).toEqual({
      day: '2020-12-07',
      wanted: '2020-12-05',
      passed: [
        { day: '2020-12-05', because: 'weekend' },
        { day: '2020-12-06', because: 'weekend' },
      ],
    });
  });

  it('stays on a Saturday where the branch meets on Saturdays', () => {
    expect(meetingDay(on(5, false), december, none).day).toBe('2020-12-05');
  });

  it('passes holidays even where weekends are kept', () => {
    const days = holidays('2021-01-01');
    expect(meetingDay(on(1), month('2021-01'), days)).toMatchObject({
      day: '2021-01-04',
      passed: [{ because: 'holiday', name: 'Ngày lễ' }, { because: 'weekend' }, { because: 'weekend' }],
    });
    expect(meetingDay(on(1, false), month('2021-01'), days).day).toBe('2021-01-02');
  });

  it('is the last day of a shorter month', () => {
    expect(meetingDay(on(31), month('2021-02'), none)).toMatchObject({ day: '2021-02-26', wanted: '2021-02-28' });
    expect(meetingDay(on(31), month('2021-04'), none).day).toBe('2021-04-30');
  });

  it('rolls back where rolling forward would leave the month', () => {
    expect(meetingDay(on(31), december, holidays('2020-12-31')).day).toBe('2020-12-30');
    expect(meetingDay(on(31), month('2021-01'), none)).toMatchObject({
      day: '2021-01-29',
      passed: [{ day: '2021-01-31' }, { day: '2021-01-30' }],
    });
  });

  it('passes a day on which the branch already meets', () => {
    expect(meetingDay(on(3), december, none, new Set([day('2020-12-03')]))).toMatchObject({
      day: '2020-12-04',
      passed: [{ because: 'taken' }],
    });
  });

  it('is the wanted day in a month that is all holidays', () => {
    const all = new Map(daysOf(december).map((each) => [each, 'Nghỉ'] as const));
    expect(meetingDay(on(9), december, all)).toEqual({ day: '2020-12-09', wanted: '2020-12-09', passed: [] });
  });

  it.each([
    ['2TU', '2020-12', '2020-12-08', 0],
    ['-1FR', '2020-12', '2020-12-25', 0],
    // A Saturday rolls to Monday, and at the end of a month back to Friday.
    ['2SA', '2020-12', '2020-12-14', 2],
    ['-1SU', '2021-01', '2021-01-29', 2],
  ] as const)('on a weekday of the month, %s in %s, is %s', (dayOfMonth, of, expected, passed) => {
    const found = meetingDay({ dayOfMonth, rollWeekend: true }, month(of), none);
    expect([found.day, found.passed.length]).toEqual([expected, passed]);
  });

  it('passes a holiday on a weekday of the month', () => {
    expect(meetingDay({ dayOfMonth: '2TU', rollWeekend: true }, december, holidays('2020-12-08'))).toMatchObject({
      day: '2020-12-09',
      wanted: '2020-12-08',
      passed: [{ because: 'holiday' }],
    });
  });

  it('is none in a month without that weekday', () => {
    expect(dayOf({ dayOfMonth: '5FR', rollWeekend: true }, december, none)).toBeNull();
  });

  const months = fc.tuple(fc.integer({ min: 2019, max: 2031 }), fc.integer({ min: 1, max: 12 }));
  const situation = fc
    .record({
      when: months,
      dayOfMonth: fc.integer({ min: 1, max: 31 }),
      rollWeekend: fc.boolean(),
      free: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 12 }),
    })
    .map(({ when: [year, number], dayOfMonth, rollWeekend, free }) => {
      const chosen = month(`${year}-${String(number).padStart(2, '0')}`);
      const days = daysOf(chosen);
      return {
        month: chosen,
        rule: { dayOfMonth, rollWeekend },
        holidays: holidays(...days.filter((_, i) => free.includes(i + 1))),
      };
    });
  const isFree = (each: Day, rollWeekend: boolean, off: ReadonlyMap<Day, string>) =>
    !off.has(each) && !(rollWeekend && weekday(each) > 5);

  it('lies in its month and is free of weekends and holidays', () => {
    fc.assert(
      fc.property(situation, (s) => {
        const found = meetingDay(s.rule, s.month, s.holidays);
        expect(monthOf(found.day)).toBe(s.month);
        expect(isFree(found.day, s.rule.rollWeekend, s.holidays)).toBe(true);
      }),
    );
  });

  it('leaves no free day between the wanted one and itself', () => {
    fc.assert(
      fc.property(situation, (s) => {
        const { day: found, wanted } = meetingDay(s.rule, s.month, s.holidays);
        const between = daysOf(s.month).filter((each) =>
          found >= wanted ? each >= wanted && each < found : each > found,
        );
        expect(between.filter((each) => isFree(each, s.rule.rollWeekend, s.holidays))).toEqual([]);
      }),
    );
  });

  it('does not move when it is asked for the day that it found', () => {
    fc.assert(
      fc.property(situation, (s) => {
        const { day: found } = meetingDay(s.rule, s.month, s.holidays);
        const again = { ...s.rule, dayOfMonth: Number(found.slice(8)) };
        expect(meetingDay(again, s.month, s.holidays)).toEqual({ day: found, wanted: found, passed: [] });
      }),
    );
  });
});
