import fc from 'fast-check';
import {
  dayOfMonthIn,
  type DayOfMonth,
  formatDayOfMonth,
  isNthWeekday,
  NTHS,
  shortNthWeekday,
  WEEKDAY_CODES,
} from './day-of-month.ts';
import { addDays, month, monthOf } from './month.ts';
import { weekday } from './weekday.ts';

describe('a day of the month', () => {
  it.each([
    [3, '2020-12', '2020-12-03'],
    [31, '2021-02', '2021-02-28'],
    // December 2020 begins on a Tuesday and has five of them.
    ['1TU', '2020-12', '2020-12-01'],
    ['2TU', '2020-12', '2020-12-08'],
    ['5TU', '2020-12', '2020-12-29'],
    ['-1TU', '2020-12', '2020-12-29'],
    ['1MO', '2020-12', '2020-12-07'],
    ['4FR', '2020-12', '2020-12-25'],
    ['-1FR', '2020-12', '2020-12-25'],
    ['5FR', '2020-12', null],
    ['1SU', '2020-12', '2020-12-06'],
    // Four weeks exactly.
    ['4SU', '2021-02', '2021-02-28'],
    ['-1SU', '2021-02', '2021-02-28'],
    ['5MO', '2021-02', null],
    // A leap year's February has five of one weekday.
    ['5SA', '2020-02', '2020-02-29'],
    ['5FR', '2020-02', null],
  ] as const)('%s in %s is %s', (on, of, expected) => {
    expect(dayOfMonthIn(month(of), on)).toBe(expected);
  });

  it('is that weekday with so many of it before it, or none after it', () => {
    const months = fc
      .tuple(fc.integer({ min: 2000, max: 2060 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => month(`${year}-${String(number).padStart(2, '0')}`));
    fc.assert(
      fc.property(months, fc.constantFrom(...NTHS), fc.constantFrom(...WEEKDAY_CODES), (of, nth, code) => {
        const found = dayOfMonthIn(of, `${nth}${code}`);
        if (found === null) {
          expect(nth).toBe(5);
          const fourth = dayOfMonthIn(of, `4${code}`);
          expect(fourth === null ? null : monthOf(addDays(fourth, 7))).not.toBe(of);
          expect(fourth).not.toBeNull();
          return;
        }
        expect([monthOf(found), weekday(found)]).toEqual([of, WEEKDAY_CODES.indexOf(code) + 1]);
        if (nth === -1) expect(monthOf(addDays(found, 7))).not.toBe(of);
        else expect(Math.ceil(Number(found.slice(8)) / 7)).toBe(nth);
      }),
    );
  });

  it.each([
    [3, 'ngày 3', 'day 3'],
    ['2TU', 'thứ Ba tuần thứ 2', '2nd Tuesday'],
    ['-1FR', 'thứ Sáu cuối tháng', 'last Friday'],
    ['1SU', 'chủ nhật tuần thứ 1', '1st Sunday'],
  ] as const)('%s is written %s, %s', (on: DayOfMonth, vi, en) => {
    expect([formatDayOfMonth('vi', on), formatDayOfMonth('en', on)]).toEqual([vi, en]);
  });

  it('is short in a cell', () => {
    expect((['vi', 'en'] as const).flatMap((of) => [shortNthWeekday(of, '2TU'), shortNthWeekday(of, '-1SU')])).toEqual([
      'T3/2',
      'CN cuối',
      'Tue/2',
      'Sun last',
    ]);
    expect(['2TU', '-1FR', '6TU', '0MO', '2tu', 'TU2', '-2FR'].filter(isNthWeekday)).toEqual(['2TU', '-1FR']);
  });
});
