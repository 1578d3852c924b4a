import type { CellValue } from '../../../../kernel/workbook.ts';
import { monthNumbers, weightedCodes } from './list-readers.ts';
import type { CellReader } from './reading.ts';

const read = <T>(reader: CellReader<T>, cell: NonNullable<CellValue>): T | string => {
  const reading = reader(cell);
  return 'value' in reading ? reading.value : reading.misread.code;
};

describe('a list', () => {
  it('read lists of months and of fields with their strength', () => {
    expect(read(monthNumbers, '12; 3,6 ;9')).toEqual([3, 6, 9, 12]);
    expect([read(monthNumbers, '13'), read(monthNumbers, '3; 3'), read(monthNumbers, 3.6)]).toEqual([
      'out_of_range',
      'listed_twice',
      'months_malformed',
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

  it.each<[CellValue, number[] | string]>([
    ['3, 6, 9 và 12', [3, 6, 9, 12]],
    ['3/6/9/12', [3, 6, 9, 12]],
    ['3.6.9.12', [3, 6, 9, 12]],
    ['3 6 9 12', [3, 6, 9, 12]],
    ['T3; T6', [3, 6]],
    ['tháng 3, tháng 6', [3, 6]],
    ['03;06', [3, 6]],
    [6, [6]],
    ['3-6', 'months_malformed'],
    ['hằng quý', 'months_malformed'],
    [{ day: '2020-06-03', time: null }, 'months_malformed'],
    [{ number: 3.6, format: '0.0', shown: '3,6', text: null, kind: 'number' }, 'months_malformed'],
  ])('of months in %j is %j', (cell, expected) => {
    expect(cell === null ? null : read(monthNumbers, cell)).toEqual(expected);
  });

  const KT = { code: 'KT', weight: 0.9 };
  const MT = { code: 'MT', weight: 0.6 };
  it.each<[CellValue, unknown]>([
    ['KT:0,9, MT:0,6', [KT, MT]],
    ['KT:0.9,MT:0.6', [KT, MT]],
    ['KT: 0,9\nMT: 0,6', [KT, MT]],
    ['KT：0,9； MT：0,6', [KT, MT]],
    ['KT=0,9; MT=60%', [KT, MT]],
    ['KT (0,9); MT (0,6)', [KT, MT]],
    ['KT - 0,9; MT – 0,6', [KT, MT]],
    ['KT 0,9; MT ,6', [KT, MT]],
    ['KT:0,9; MT:0,6.', [KT, MT]],
    ['Kinh tế: 0,9', [{ code: 'Kinh tế', weight: 0.9 }]],
    ['Khu phố 5', [{ code: 'Khu phố 5', weight: 1 }]],
    ['KT:0,9/MT:0,6', 'weights_malformed'],
    ['KT:cao', 'weights_malformed'],
    ['KT:', 'weights_malformed'],
    [{ day: '2020-06-03', time: null }, 'weights_malformed'],
    ['КТ:0,9', 'letters_foreign'],
  ])('of fields in %j is %j', (cell, expected) => {
    expect(cell === null ? null : read(weightedCodes, cell)).toEqual(expected);
  });

  it('of fields leaves it to their list whether a comma separates two or belongs to a name', () => {
    expect(read(weightedCodes, 'Xây dựng Đảng, chính quyền: 0,8')).toEqual([
      {
        code: 'Xây dựng Đảng, chính quyền',
        weight: 0.8,
        pieces: [
          { code: 'Xây dựng Đảng', weight: 1 },
          { code: 'chính quyền', weight: 0.8 },
        ],
      },
    ]);
  });
});
