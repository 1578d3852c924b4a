import { day, instantOf } from '../../../kernel/month.ts';
import { formDueOn, reminderOf, stagesReached } from './due.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const held = day('2020-12-31');

describe('a form', () => {
  it('is due two days after its meeting, also across the year', () => {
    expect(formDueOn(held)).toBe('2021-01-02');
  });

  it.each([
    ['2020-12-31', '23:00', []],
    ['2021-01-01', '07:59', []],
    ['2021-01-01', '08:00', ['day_after']],
    ['2021-01-03', '07:59', ['day_after']],
    ['2021-01-03', '08:00', ['day_after', 'overdue']],
    ['2021-01-07', '08:00', ['day_after', 'overdue', 'week_after']],
    ['2021-03-01', '08:00', ['day_after', 'overdue', 'week_after']],
  ])('that is missing on %s at %s has come to %j', (on, time, stages) => {
    expect(stagesReached(held, ZONE, instantOf(day(on), time, ZONE))).toEqual(stages);
  });

  it('is asked for by hand once a day of the office', () => {
    expect(reminderOf(ZONE, new Date('2020-12-31T17:30:00Z'))).toBe('by_hand/2021-01-01');
  });
});
