import { day, instantOf } from '../../../kernel/month.ts';
import { reminderOf, stagesReached } from './due.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const dueOn = day('2021-01-05');

describe('a form', () => {
  it.each([
    ['2021-01-05', '08:00', []],
    ['2021-01-05', '23:59', []],
    ['2021-01-06', '07:59', []],
    ['2021-01-06', '08:00', ['overdue']],
    ['2021-01-12', '07:59', ['overdue']],
    ['2021-01-12', '08:00', ['overdue', 'week_after']],
    ['2021-03-01', '08:00', ['overdue', 'week_after']],
  ])('that is missing on %s at %s has come to %j: nobody is asked before they are late', (on, time, stages) => {
    expect(stagesReached(dueOn, ZONE, instantOf(day(on), time, ZONE))).toEqual(stages);
  });

  it('is asked for by hand once a day of the office', () => {
    expect(reminderOf(ZONE, new Date('2020-12-31T17:30:00Z'))).toBe('by_hand/2021-01-01');
  });
});
