import fc from 'fast-check';

import type { CellValue, NumberCell } from '../../../../kernel/workbook.ts';
import { day, time } from './day-time-readers.ts';
import type { CellReader } from './reading.ts';

const read = <T>(reader: CellReader<T>, cell: NonNullable<CellValue>): T | string => {
  const reading = reader(cell);
  return 'value' in reading ? reading.value : reading.misread.code;
};

/** As formatted by a format of elapsed hours. */
const hours = (number: number, shown: string): NumberCell => ({
  number,
  format: '[h]:mm',
  shown,
  text: null,
  kind: 'other',
});

describe('a day', () => {
  it.each([
    [{ day: '2020-12-03', time: null }, '2020-12-03'],
    ['03/12/2020', '2020-12-03'],
    ['03-12-2020', '2020-12-03'],
    ['03.12.2020', '2020-12-03'],
    [' 2020-12-03 ', '2020-12-03'],
    ['15/4/2020', '2020-04-15'],
    ['4/4/2020', '2020-04-04'],
    ['29/02/2020', '2020-02-29'],
    ['03/12/2020 00:00', '2020-12-03'],
    ['2020-12-03T00:00:00', '2020-12-03'],
    ['2020/12/03', '2020-12-03'],
    ['03 / 12 / 2020', '2020-12-03'],
    ['03–12–2020', '2020-12-03'],
    ['０３／１２／２０２０', '2020-12-03'],
    ['ngày 3 tháng 4 năm 2020', '2020-04-03'],
    ['03\u200b/12/2020', '2020-12-03'],
  ])('is read from %j', (cell, expected) => {
    expect(read(day, cell)).toBe(expected);
  });

  it.each([
    ['3/4/2020', 'day_ambiguous'],
    ['4/15/2020', 'day_impossible'],
    ['31/04/2020', 'day_impossible'],
    ['29/02/2021', 'day_impossible'],
    ['2020-02-30', 'day_impossible'],
    ['03/12/0020', 'day_impossible'],
    ['03/12/2020 19:30', 'day_with_time'],
    ['03/12/20', 'not_a_day'],
    ['03/12', 'not_a_day'],
    ['mùng 3', 'not_a_day'],
    ['10/03/2026 âm lịch', 'day_lunar'],
    ['10/3 ÂL', 'day_lunar'],
    ['10/03/2026 (AL)', 'day_lunar'],
    ['rằm tháng 7', 'day_lunar'],
    ['03/12/2569', 'day_buddhist'],
    [{ day: '2569-12-03', time: null }, 'day_buddhist'],
    ['03/12/2700', 'day_impossible'],
    [44_168, 'not_a_day'],
    [true, 'not_a_day'],
    [{ day: null, time: '19:30' }, 'not_a_day'],
    [{ day: '2020-12-03', time: '19:30' }, 'day_with_time'],
  ])('is refused in %j as %s', (cell, expected) => {
    expect(read(day, cell)).toBe(expected);
  });

  it('means the same in every way in which a true day is written with two digits', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const written = iso.split('-').reverse().join('/');
          expect([read(day, iso), read(day, written), read(day, { day: iso, time: null })]).toEqual([iso, iso, iso]);
        },
      ),
    );
  });
});

describe('a day of the Buddhist calendar', () => {
  it.each([
    ['03/12/2569', '2026-12-03'],
    ['29/02/2567', '2024-02-29'],
    ['2569-12-03', '2026-12-03'],
    ['30/02/2569', null],
  ])('in %j is likely %p', (cell, likely) => {
    expect(day(cell)).toEqual({ misread: { code: 'day_buddhist', params: { likely } } });
  });
});

describe('a time', () => {
  it.each([
    ['19:30', '19:30'],
    ['19h30', '19:30'],
    ['7h', '07:00'],
    ['19 giờ 30 phút', '19:30'],
    ['19:30:00', '19:30'],
    [{ day: null, time: '17:00' }, '17:00'],
    [0.8125, '19:30'],
    [0.999_999, 'not_a_time'],
    ['24:00', 'not_a_time'],
    ['19:75', 'not_a_time'],
    ['tối', 'time_without_hour'],
    ['khuya', 'not_a_time'],
    [19, 'not_a_time'],
    [{ day: '2020-12-03', time: '19:30' }, 'not_a_time'],
    ['19h30’', '19:30'],
    ['19h30′', '19:30'],
    ["19h30'", '19:30'],
    ['19：30', '19:30'],
    ['１９：３０', '19:30'],
    ['19.30', '19:30'],
    ['19g30', '19:30'],
    ['19 giờ', '19:00'],
    ['7h30 tối', '19:30'],
    ['7 giờ rưỡi tối', '19:30'],
    ['7h30 sáng', '07:30'],
    ['2h chiều', '14:00'],
    ['1h trưa', '13:00'],
    ['7:30 PM', '19:30'],
    ['12:15 a.m.', '00:15'],
    ['19h30 tối', '19:30'],
    ['lúc 19h30', '19:30'],
    ['19h30 sáng', 'not_a_time'],
    ['3h đêm', 'not_a_time'],
    ['19h30 - 21h00', 'time_with_end'],
    ['19h30-21h', 'time_with_end'],
    ['từ 7h30 đến 9h', 'time_with_end'],
    ['21h00 - 19h30', 'not_a_time'],
    ['chiều', 'time_without_hour'],
    ['buổi Tối', 'time_without_hour'],
    ['7:30 hằng tháng', 'not_a_time'],
    [hours(1, '24:00'), 'not_a_time'],
    [hours(1.25, '30:00'), 'not_a_time'],
    [{ number: 0.8125, format: '0.0000', shown: '0,8125', text: null, kind: 'number' } as const, '19:30'],
  ])('in %j is %s', (cell, expected) => {
    expect(read(time, cell)).toBe(expected);
  });

  it('that is written with its end, or as a part of the day, tells what it means', () => {
    for (const [cell, from, to] of [
      ['từ 19h30 đến 21 giờ', '19:30', '21:00'],
      ['2h – 4h chiều', '14:00', '16:00'],
      ['10h – 2h chiều', '10:00', '14:00'],
      ['7h sáng - 11h sáng', '07:00', '11:00'],
    ] as const) {
      expect(time(cell)).toEqual({ misread: { code: 'time_with_end', params: { from, to } } });
    }
    expect(time('chiều')).toEqual({
      misread: { code: 'time_without_hour', params: { from: '13:00', to: '18:00' } },
    });
  });
});
