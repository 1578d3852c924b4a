import { day } from '../../../kernel/month.ts';
import { WorkCalendar } from './work-calendar.ts';

describe('working days', () => {
  const calendar = new WorkCalendar(
    new Map([
      [day('2021-01-01'), 'Tết Dương lịch'],
      [day('2021-02-10'), 'Tết'],
      [day('2021-02-11'), 'Tết'],
      [day('2021-02-12'), 'Tết'],
      [day('2021-02-15'), 'Tết'],
      [day('2021-02-16'), 'Tết'],
    ]),
  );

  it.each([
    ['a Monday', '2020-12-07', 2, '2020-12-09'],
    ['a Thursday, over the weekend', '2020-12-10', 2, '2020-12-14'],
    ['a Friday', '2020-12-11', 2, '2020-12-15'],
    ['a Saturday', '2021-01-02', 2, '2021-01-05'],
    ['a Sunday', '2021-01-03', 2, '2021-01-05'],
    ['a Thursday before a holiday, across the year', '2020-12-31', 2, '2021-01-05'],
    ['the eve of a long holiday', '2021-02-09', 2, '2021-02-18'],
    ['a day within it', '2021-02-13', 1, '2021-02-17'],
    ['none at all', '2020-12-11', 0, '2020-12-11'],
    ['many', '2020-12-07', 10, '2020-12-21'],
  ])('after %s (%s): the %dth is %s', (_name, from, count, expected) => {
    expect(calendar.after(day(from), count)).toBe(expected);
  });
});
