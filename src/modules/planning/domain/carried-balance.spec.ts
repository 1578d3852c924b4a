import { month } from '../../../kernel/month.ts';
import { carriedBalance } from './carried-balance.ts';

const load = (written: string, visits: number, share: number) => ({ month: month(written), visits, share });

describe('a balance', () => {
  it.each<[string, number, ReturnType<typeof load>[], number]>([
    ['nothing before', 0, [], 0],
    ['only what was brought along', -150, [], -150],
    ['two too many, made good by a month', 200, [load('2020-12', 2, 400)], 0],
    ['a month with more than its share', -100, [load('2020-12', 6, 500)], 0],
    ['a month away asks nothing', -33, [load('2020-12', 0, 0)], -33],
    ['several months add up', 0, [load('2020-11', 5, 400), load('2020-12', 1, 387), load('2021-01', 4, 400)], -187],
  ])('is what was brought along and what each month left over: %s', (_, carriedIn, months, total) => {
    expect(carriedBalance(carriedIn, months)).toEqual({ carriedIn, months, total });
  });
});
