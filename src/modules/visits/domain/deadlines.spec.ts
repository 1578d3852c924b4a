import { day } from '../../../kernel/month.ts';
import { WorkCalendar } from '../../meetings/index.ts';
import { Deadlines } from './deadlines.ts';

const calendar = new WorkCalendar(new Map([[day('2021-01-01'), 'Tết Dương lịch']]));
const standard = new Deadlines(calendar, []);
const planned = { zone: 'Asia/Ho_Chi_Minh', returnedAt: null, askedAt: null };
const form = (heldOn: string) => ({ ...planned, heldOn: day(heldOn) });

describe('a form', () => {
  it.each([
    ['2020-12-01', '2020-12-03'],
    ['2020-12-03', '2020-12-07'],
    ['2020-12-04', '2020-12-08'],
    ['2020-12-05', '2020-12-08'],
    ['2020-12-31', '2021-01-05'],
    ['2021-01-02', '2021-01-05'],
  ])('of a meeting on %s is due on %s: two working days later', (heldOn, dueOn) => {
    expect(standard.formDueOn(form(heldOn))).toBe(dueOn);
  });

  it.each([
    [
      'of a visit recorded after its meeting, from then on',
      { askedAt: new Date('2020-12-14T20:00:00Z') },
      '2020-12-17',
    ],
    [
      'of somebody sent before the meeting, from the meeting on',
      { askedAt: new Date('2020-11-27T02:00:00Z') },
      '2020-12-03',
    ],
    ['that was returned, from its return on', { returnedAt: new Date('2020-12-09T02:00:00Z') }, '2020-12-11'],
  ])('%s', (_name, change, dueOn) => {
    expect(standard.formDueOn({ ...form('2020-12-01'), ...change })).toBe(dueOn);
  });

  it('is due by the policy that was in force on the day of its meeting', () => {
    const deadlines = new Deadlines(calendar, [
      { startsOn: day('2021-01-01'), answerWorkdays: 1, formWorkdays: 5 },
      { startsOn: day('2020-01-01'), answerWorkdays: 1, formWorkdays: 1 },
    ]);
    expect([deadlines.formDueOn(form('2019-12-02')), deadlines.formDueOn(form('2020-12-31'))]).toEqual([
      '2019-12-04',
      '2021-01-04',
    ]);
    expect(deadlines.formDueOn(form('2021-01-04'))).toBe('2021-01-11');
  });

  it.each([
    ['2021-01-04', 0],
    ['2021-01-05', 0],
    ['2021-01-06', 1],
    ['2021-02-05', 31],
  ])('that was due on 5 January is on %s %d days late', (today, late) => {
    expect(standard.daysLate(day('2021-01-05'), day(today))).toBe(late);
  });
});

describe('an answer', () => {
  it.each([
    ['two working days after the notice', '2020-11-25', '2020-12-03', '2020-11-27'],
    ['over a weekend', '2020-11-26', '2020-12-03', '2020-11-30'],
    ['the day before the first visit, where that is earlier', '2020-11-26', '2020-11-28', '2020-11-27'],
    ['the same day, where the visit is on the next', '2020-11-26', '2020-11-27', '2020-11-26'],
    ['the same day, where the visit is on it', '2020-11-26', '2020-11-26', '2020-11-26'],
  ])('is wanted %s', (_name, issuedOn, first, by) => {
    expect(standard.answerBy(day(issuedOn), day(first))).toBe(by);
  });
});
