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
  writtenTime,
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
    const third = ['2020-12-03', '03/12/2020', ' 3/12/2020 ', '3.12.2020', '03-12-2020', '3 12 2020', '3 / 12 / 2020'];
    expect([...third, '03122020'].map(writtenDay)).toEqual(Array(8).fill('2020-12-03'));
    const unreal = ['31/11/2020', '12/31/2020', '3/12/20', '', '2020-12', '20201203', '3122020', '3/12', 'mai'];
    expect(unreal.map(writtenDay)).toEqual(Array(unreal.length).fill(null));
  });

  it('reads an hour as browsers send it and as people write it', () => {
    const half = [
      '19:30',
      '19h30',
      '19H30',
      '19.30',
      '19 giờ 30',
      '19 giờ 30 phút',
      '19g30',
      '1930',
      ' 19:30 ',
      '19:30:00',
    ];
    expect(half.map(writtenTime)).toEqual(Array(half.length).fill('19:30'));
    expect(['7:05', '07h05', '0705', '19h', '8 giờ'].map(writtenTime)).toEqual([
      '07:05',
      '07:05',
      '07:05',
      '19:00',
      '08:00',
    ]);
    const unreal = ['24:10', '19:60', '19', '', '19:', '7.', '730', '19:30:15', '7pm', '-1:30'];
    expect(unreal.map(writtenTime)).toEqual(Array(unreal.length).fill(null));
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
