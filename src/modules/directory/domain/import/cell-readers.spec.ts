import fc from 'fast-check';

import type { CellValue } from '../../../../kernel/workbook.ts';
import {
  code,
  day,
  decimal,
  mail,
  monthNumbers,
  text,
  time,
  weightedCodes,
  whole,
  yesOrNo,
  type CellReader,
} from './cell-readers.ts';

const read = <T>(reader: CellReader<T>, cell: NonNullable<CellValue>): T | string => {
  const reading = reader(cell);
  return 'value' in reading ? reading.value : reading.misread.code;
};

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
    ['03/12/20', 'not_a_day'],
    ['03/12', 'not_a_day'],
    ['mùng 3', 'not_a_day'],
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
    ['tối', 'not_a_time'],
    [19, 'not_a_time'],
    [{ day: '2020-12-03', time: '19:30' }, 'not_a_time'],
  ])('in %j is %s', (cell, expected) => {
    expect(read(time, cell)).toBe(expected);
  });
});

describe('a number', () => {
  it.each([
    ['0,9', 0.9],
    ['0.9', 0.9],
    ['10,7585', 10.7585],
    ['10.758', 10.758], // as 10758 it would be out of range
    ['1.234,5', 'out_of_range'],
    ['−5', -5],
    [' 12 ', 12],
    ['12 lượt', 'not_a_number'],
    ['', 'not_a_number'],
    [true, 'not_a_number'],
    ['101', 'out_of_range'],
  ])('in %j is %s', (cell, expected) => {
    expect(read(decimal(-60, 100), cell)).toBe(expected);
  });

  it('is refused where a separator can mean thousands or a fraction', () => {
    expect(read(decimal(0, 5_000), '1.234')).toBe('number_ambiguous');
    expect(read(decimal(0, 5_000), '1,234')).toBe('number_ambiguous');
    expect(read(decimal(0, 5_000), '1.234,5')).toBe(1_234.5);
    expect(read(whole(0, 5_000), '1.234')).toBe(1_234);
  });

  it('must be whole where people are counted', () => {
    expect([read(whole(0, 99), '27,5'), read(whole(0, 99), 27.5), read(whole(0, 99), 270)]).toEqual([
      'not_whole',
      'not_whole',
      'out_of_range',
    ]);
  });
});

describe('a code', () => {
  it('stays as it is written', () => {
    expect(['001', 'P8.5', '38.168.053.000.001', 'ĐB-P1'].map((cell) => read(code, cell))).toEqual([
      '001',
      'P8.5',
      '38.168.053.000.001',
      'ĐB-P1',
    ]);
  });

  it('is text even where the spreadsheet made a number of it, but never a number that lost digits', () => {
    expect([read(code, 12), read(code, 8.5), read(code, 38_168_053_000_001_004_000)]).toEqual([
      '12',
      'code_became_number',
      'code_became_number',
    ]);
  });

  it('is refused with blanks, signs or as a date', () => {
    expect([read(code, 'P 8'), read(code, '=A1'), read(code, { day: '2020-08-05', time: null })]).toEqual([
      'code_malformed',
      'code_malformed',
      'text_became_day',
    ]);
  });
});

describe('other cells', () => {
  it('read texts in one line and one Unicode form', () => {
    expect(read(text(), ' Chi  bộ\nHòa Bình '.normalize('NFD'))).toBe('Chi bộ Hòa Bình'.normalize('NFC'));
    expect(read(text(5), 'Khu phố 5')).toBe('too_long');
  });

  it('read yes and no in the ways people write them', () => {
    expect(['có', 'Co', 'x', 'X', 'yes', true, '1', 1].map((cell) => read(yesOrNo, cell))).not.toContain(false);
    expect(['không', 'KHONG', 'no', false, 0].map((cell) => read(yesOrNo, cell))).not.toContain(true);
    expect([read(yesOrNo, 'có lẽ'), read(yesOrNo, 2)]).toEqual(['not_yes_or_no', 'not_yes_or_no']);
  });

  it('read lists of months and of fields with their strength', () => {
    expect(read(monthNumbers, '12; 3,6 ;9')).toEqual([3, 6, 9, 12]);
    expect([read(monthNumbers, '13'), read(monthNumbers, '3; 3'), read(monthNumbers, 3.6)]).toEqual([
      'out_of_range',
      'listed_twice',
      'out_of_range',
    ]);
    expect(read(weightedCodes, 'KT:0,9; MT : 0.6;DT')).toEqual([
      { code: 'KT', weight: 0.9 },
      { code: 'MT', weight: 0.6 },
      { code: 'DT', weight: 1 },
    ]);
    expect([read(weightedCodes, 'KT:2'), read(weightedCodes, 'KT:0'), read(weightedCodes, 'KT; kt')]).toEqual([
      'out_of_range',
      'out_of_range',
      'listed_twice',
    ]);
  });

  it('read mail addresses in lower case', () => {
    expect(read(mail, ' CV01@Mau.Example ')).toBe('cv01@mau.example');
    expect(read(mail, 'nguyenan\u200b@mau.example')).toBe('nguyenan@mau.example');
    expect(
      ['cv01', 'cv01@mau', 'a b@mau.example', 'a@b@mau.example', 'hoà@mau.example', 5].map((cell) => read(mail, cell)),
    ).toEqual(Array(6).fill('not_a_mail'));
  });
});
