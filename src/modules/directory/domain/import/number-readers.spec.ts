import type { CellValue } from '../../../../kernel/workbook.ts';
import { coordinate, decimal, minutes, precise, whole } from './number-readers.ts';
import type { CellReader } from './reading.ts';

const read = <T>(reader: CellReader<T>, cell: NonNullable<CellValue>): T | string => {
  const reading = reader(cell);
  return 'value' in reading ? reading.value : reading.misread.code;
};

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

describe('a number with a look of its own', () => {
  const percent: CellValue = { number: 0.875, format: '0.00%', shown: '87,50%', text: null, kind: 'percent' };
  const prefixed: CellValue = { number: 3, format: '"1"0', shown: '13', text: '13', kind: 'other' };
  const grouped: CellValue = { number: 1_234, format: '#,##0', shown: '1.234', text: null, kind: 'number' };

  it('is so many points of a hundred, or a share, where a percentage makes sense', () => {
    expect([read(decimal(0, 100, 'points'), percent), read(decimal(0, 100, 'points'), '87,5%')]).toEqual([87.5, 87.5]);
    expect([read(decimal(0, 1, 'share'), percent), read(decimal(0, 1, 'share'), '87,5 %')]).toEqual([0.875, 0.875]);
    expect(read(decimal(0, 100, 'points'), { ...percent, number: 87.5 })).toBe('out_of_range');
  });

  it('is refused where a percentage makes none, or where another number shows', () => {
    expect([read(decimal(0, 100), percent), read(whole(0, 100), '50%')]).toEqual([
      'percent_unexpected',
      'percent_unexpected',
    ]);
    expect([read(whole(0, 100), prefixed), read(whole(0, 5_000), grouped)]).toEqual(['number_shown_otherwise', 1_234]);
  });

  it.each<[shown: string, number: number, kind: 'number' | 'percent', doubt: string | undefined]>([
    ['88', 87.5, 'number', 'number_rounded'],
    ['-1', -1.45, 'number', 'number_rounded'],
    ['88%', 0.875, 'percent', 'number_rounded'],
    ['87,50', 87.5, 'number', undefined],
    ['87,33', 87.3333, 'number', undefined],
    ['87,50%', 0.875, 'percent', undefined],
    ['1,5 điểm', 1.5, 'number', undefined],
    ['(1,5)', -1.5, 'number', undefined],
  ])('%s for the stored %s is doubtful where it is another number', (seen, number, kind, doubt) => {
    const cell: CellValue = { number, format: '', shown: seen, text: null, kind };
    expect(decimal(-60, 100, 'points')(cell)).toEqual({
      value: kind === 'percent' ? number * 100 : number,
      ...(doubt && { doubt }),
    });
    expect(precise(-60, 100, 'points')(cell)).not.toHaveProperty('doubt');
  });
});

describe('what is no number', () => {
  it.each([
    ['42 đồng chí', 42],
    ['khoảng 42', 42],
    ['42*', 42],
    ['40-45', null],
    ['42/45', null],
    ['l2', null],
    ['(42)', null],
    ['4200 người', null],
  ])('%s is offered as %p', (cell, near) => {
    expect(whole(0, 2000)(cell)).toEqual({ misread: { code: 'not_a_number', params: { near } } });
  });

  it.each([
    [`10°45'36"`, { code: 'not_a_number', params: { near: 10.76 } }],
    ['10,7601°', { code: 'not_a_number', params: { near: 10.7601 } }],
    ['106,7042°', { code: 'not_a_number', params: { near: null } }],
    ['10.7601, 106.7042', { code: 'place_in_one_cell', params: { lat: 10.7601, lng: 106.7042 } }],
    [`10°45'36"N 106°42'15"E`, { code: 'place_in_one_cell', params: { lat: 10.76, lng: 106.70417 } }],
    ['Nhà văn hóa', { code: 'not_a_number', params: { near: null } }],
  ])('%s is no coordinate: %j', (cell, misread) => {
    expect(coordinate(7, 24)(cell)).toEqual({ misread });
  });
});

describe('a duration in minutes', () => {
  it.each([
    [90, 90],
    ['90', 90],
    ['1h30', 90],
    ['1h 30’', 90],
    ['2 giờ', 120],
    ['1 giờ 30 phút', 90],
    ['2 tiếng rưỡi', 150],
    ['1 g 5 ph', 65],
    ['10 giờ', 'out_of_range'],
    ['1h75', 'not_a_number'],
    ['1:30', 'not_a_number'],
    ['19h30–21h', 'not_a_number'],
  ])('in %j is %p', (cell, expected) => {
    expect(read(minutes(15, 480), cell)).toBe(expected);
  });

  it('that became a time of day is asked about', () => {
    const asked = (time: string) => minutes(15, 480)({ day: null, time });
    expect(asked('01:30')).toEqual({ misread: { code: 'not_a_number', params: { near: 90 } } });
    expect(asked('19:30')).toEqual({ misread: { code: 'not_a_number', params: { near: null } } });
  });
});
