import type { CellValue } from '../../../../kernel/workbook.ts';
import { dayOfMonth, NTH_WEEKDAYS } from './nth-weekdays.ts';

const read = (cell: NonNullable<CellValue>) => {
  const reading = dayOfMonth(cell);
  return 'misread' in reading ? reading.misread.code : reading.value;
};

describe('the day of a branch’s meetings in a cell', () => {
  it.each([
    [3, 3],
    ['3', 3],
    [' 31 ', 31],
    ['ngày 3', 3],
    ['Ngày 03 hằng tháng', 3],
    ['mùng 5', 5],
    ['T3/2', '2TU'],
    ['t3 / 2', '2TU'],
    ['Thứ 3/2', '2TU'],
    ['T.3/2', '2TU'],
    ['T3/tuần 2', '2TU'],
    ['thứ ba tuần 2', '2TU'],
    ['Thứ Ba tuần thứ 2', '2TU'],
    ['thứ 3 tuần thứ hai hằng tháng', '2TU'],
    ['thứ ba lần thứ hai trong tháng', '2TU'],
    ['thu tu tuan thu tu', '4WE'],
    ['T6 cuối', '-1FR'],
    ['T6/cuối', '-1FR'],
    ['thứ Sáu cuối tháng', '-1FR'],
    ['thứ sáu tuần cuối cùng', '-1FR'],
    ['thứ Hai đầu tháng', '1MO'],
    ['T2 tuần đầu', '1MO'],
    ['CN/1', '1SU'],
    ['Chủ nhật tuần 3', '3SU'],
    ['thứ năm tuần thứ năm', '5TH'],
    ['T7/5', '5SA'],
    ['2TU', '2TU'],
    ['-1fr', '-1FR'],
    ['Tue/2', '2TU'],
    ['second Tuesday', '2TU'],
    ['2nd Tuesday of the month', '2TU'],
    ['Tuesday week 2', '2TU'],
    ['last Friday', '-1FR'],
    ['Fri last', '-1FR'],
    ['Ｔ３／２', '2TU'],
  ] as const)('%j is %j', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it.each([
    [0, 'out_of_range'],
    [32, 'out_of_range'],
    [3.5, 'not_whole'],
    ['ngày 32', 'out_of_range'],
    ['ngày 3, 4', 'meeting_day_malformed'],
    ['cuối tháng', 'meeting_day_malformed'],
    ['T3', 'meeting_day_malformed'],
    ['thứ ba', 'meeting_day_malformed'],
    ['T3/6', 'meeting_day_malformed'],
    ['T3/0', 'meeting_day_malformed'],
    ['T8/2', 'meeting_day_malformed'],
    ['T1/2', 'meeting_day_malformed'],
    ['T3 tuần 6', 'meeting_day_malformed'],
    // Two weekdays, or two weeks.
    ['T3, 4', 'meeting_day_malformed'],
    ['thứ 3, thứ 2', 'meeting_day_malformed'],
    ['T3/2, T5/4', 'meeting_day_malformed'],
    ['thứ ba tuần 2 và 4', 'meeting_day_malformed'],
    ['2/3', 'meeting_day_malformed'],
    ['tuần 2', 'meeting_day_malformed'],
    ['cuối tháng', 'meeting_day_malformed'],
    ['tối', 'meeting_day_malformed'],
    // What a spreadsheet makes of 3/2.
    [{ day: '2020-02-03', time: null }, 'meeting_day_malformed'],
  ] as const)('%j is refused: %s', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it('is read as it is written, in both languages', () => {
    expect(Object.keys(NTH_WEEKDAYS)).toHaveLength(42);
    for (const [on, written] of Object.entries(NTH_WEEKDAYS)) expect(written.map(read)).toEqual([on, on]);
  });
});
