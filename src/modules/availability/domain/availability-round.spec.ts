import { day, month } from '../../../kernel/month.ts';
import { isWaitedFor, replyBy, replyNow, untilFault } from './availability-round.ts';

describe('a round of availability', () => {
  it.each([
    ['2020-11-25', null],
    ['2020-11-20', null],
    ['2020-11-30', null],
    ['2020-11-19', 'past'],
    ['2020-12-01', 'late'],
    ['2021-01-04', 'late'],
  ] as const)('may end on %s, or says why not', (until, fault) => {
    expect(untilFault(day(until), month('2020-12'), day('2020-11-20'))).toBe(fault);
  });

  it('waits until the end of its last day', () => {
    const round = { until: day('2020-11-25') };
    expect([isWaitedFor(round, day('2020-11-25')), isWaitedFor(round, day('2020-11-26'))]).toEqual([true, false]);
  });

  it.each([
    ['entered', 2, 'entered'],
    ['entered', 0, 'nothing'],
    ['nothing', 2, 'nothing'],
    [null, 2, null],
  ] as const)('takes the reply %s with %d days as %s', (reply, days, now) => {
    expect(replyNow(reply, days)).toBe(now);
  });

  it('counts whoever has entered days as such', () => {
    expect([replyBy(0), replyBy(2)]).toEqual(['nothing', 'entered']);
  });
});
