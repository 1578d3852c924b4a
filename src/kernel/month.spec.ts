import {
  addMonths,
  day,
  dayIn,
  daysOf,
  firstDay,
  instantOf,
  isMonth,
  month,
  monthsBetween,
  timeIn,
  weekday,
  writtenDay,
} from './month.ts';

const HCM = 'Asia/Ho_Chi_Minh';

describe('a month', () => {
  it('begins in the zone of the committee, not of the server', () => {
    const beginsAt = (text: string) => instantOf(firstDay(month(text)), '00:00', HCM);
    expect(beginsAt('2020-12')).toEqual(new Date('2020-11-30T17:00:00Z'));
    expect(beginsAt('2021-01')).toEqual(new Date('2020-12-31T17:00:00Z'));
  });

  it('counts over the turn of a year', () => {
    expect(addMonths(month('2020-12'), 1)).toBe('2021-01');
    expect(monthsBetween(month('2020-11'), month('2021-02'))).toBe(3);
  });

  it('has its days and their weekdays', () => {
    expect(daysOf(month('2021-02'))).toHaveLength(28);
    expect(weekday(day('2020-12-03'))).toBe(4);
  });

  it('reads a day as browsers send it and as people write it', () => {
    expect(['2020-12-03', '03/12/2020', ' 3/12/2020 '].map(writtenDay)).toEqual(Array(3).fill('2020-12-03'));
    expect(['31/11/2020', '3.12.2020', '', '2020-12'].map(writtenDay)).toEqual(Array(4).fill(null));
  });

  it('refuses what is not a month or a day', () => {
    expect(() => month('2020-13')).toThrow(RangeError);
    expect(() => day('2021-02-30')).toThrow(RangeError);
    for (const text of ['0000-01', '0001-01', '3000-01']) {
      expect(isMonth(text)).toBe(false);
      expect(() => month(text)).toThrow(RangeError);
      expect(() => day(`${text}-01`)).toThrow(RangeError);
    }
  });

  it('turns local time and instant into each other', () => {
    const at = instantOf(day('2020-12-03'), '19:30', HCM);
    expect(at).toEqual(new Date('2020-12-03T12:30:00Z'));
    expect([dayIn(HCM, at), timeIn(HCM, at)]).toEqual(['2020-12-03', '19:30']);
  });
});
