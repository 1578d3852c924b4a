import { month } from '../../kernel/month.ts';
import { ownBalance } from './own-balance.ts';

const DECEMBER = month('2020-12');
const november = { month: month('2020-11'), visits: 4, share: 325 };
const december = { month: DECEMBER, visits: 3, share: 350 };

describe('somebody’s own balance', () => {
  it('tells of the month and of all by then', () => {
    const own = ownBalance(DECEMBER, { carriedIn: 25, months: [november, december], total: 50 });
    expect(own?.shown).toEqual({ month: DECEMBER, visits: 3, share: 3.5, difference: -0.5 });
    expect(own?.sentences).toEqual([
      { key: 'own_balance.month', params: { month: DECEMBER, visits: 3, share: 3.5, difference: -0.5 } },
      { key: 'own_balance.above', params: { total: 0.5 } },
    ]);
    expect(own?.months.map(({ month: each }) => each)).toEqual(['2020-12', '2020-11']);
  });

  it.each([
    ['below', { carriedIn: 0, months: [november], total: -125 }, { key: 'own_balance.below', params: { total: 1.25 } }],
    ['even', { carriedIn: 0, months: [november], total: 0 }, { key: 'own_balance.even' }],
    ['above', { carriedIn: 100, months: [], total: 100 }, { key: 'own_balance.above', params: { total: 1 } }],
  ])('of a month without a published plan: %s', (_name, balance, sentence) => {
    expect(ownBalance(DECEMBER, balance)).toMatchObject({ shown: null, sentences: [sentence] });
  });

  it('says of a month that asked nothing that it did', () => {
    const own = ownBalance(DECEMBER, { carriedIn: 0, months: [{ month: DECEMBER, visits: 1, share: 0 }], total: 100 });
    expect(own?.sentences[0]).toEqual({
      key: 'own_balance.month_without_share',
      params: { month: DECEMBER, visits: 1 },
    });
  });

  it('is not shown before there is any', () => {
    expect(ownBalance(DECEMBER, null)).toBeNull();
    expect(ownBalance(DECEMBER, { carriedIn: 0, months: [], total: 0 })).toBeNull();
  });
});
