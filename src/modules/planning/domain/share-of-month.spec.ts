import { day, month } from '../../../kernel/month.ts';
import { daysThere, shareOfMonth } from './share-of-month.ts';

const DECEMBER = month('2020-12');
const away = (...spans: readonly (readonly [string, string])[]) =>
  spans.map(([from, before]) => ({ from: day(from), before: day(before) }));

describe('what a month asks of somebody', () => {
  it.each<[string, ReturnType<typeof away>, number, number]>([
    ['whoever is there every day', away(), 31, 400],
    ['a day away', away(['2020-12-04', '2020-12-05']), 30, 387],
    ['half the month away', away(['2020-12-01', '2020-12-17']), 15, 194],
    ['a leave that began before the month', away(['2020-09-01', '2020-12-11']), 21, 271],
    ['a leave that ends after the month', away(['2020-12-22', '2021-06-01']), 21, 271],
    ['two leaves that overlap', away(['2020-12-01', '2020-12-06'], ['2020-12-04', '2020-12-11']), 21, 271],
    ['leaves in other months alone', away(['2020-11-01', '2020-12-01'], ['2021-01-01', '2021-01-05']), 31, 400],
    ['the whole month away', away(['2020-12-01', '2021-01-01']), 0, 0],
    ['half a year away', away(['2020-09-01', '2021-03-01']), 0, 0],
  ])('counts the days on which they are there: %s', (_, absences, there, share) => {
    expect(daysThere(absences, DECEMBER)).toEqual({ there, of: 31 });
    expect(shareOfMonth(400, absences, DECEMBER)).toBe(share);
  });
});
