import { day } from '../../../kernel/month.ts';
import { daysOfWeekly } from './weekly-absence.ts';

it.each<[number, string, string, string[]]>([
  // 1 December 2020 was a Tuesday.
  [2, '2020-12-01', '2020-12-31', ['2020-12-01', '2020-12-08', '2020-12-15', '2020-12-22', '2020-12-29']],
  [1, '2020-12-01', '2020-12-15', ['2020-12-07', '2020-12-14']],
  [7, '2020-12-01', '2020-12-06', []],
  [7, '2020-12-01', '2020-12-07', ['2020-12-06']],
])('weekday %i from %s to before %s falls on %j', (weekday, from, before, days) => {
  expect(daysOfWeekly({ weekday, startsOn: day(from), endsBefore: day(before) })).toEqual(days);
});
