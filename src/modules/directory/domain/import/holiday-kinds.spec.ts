import { aDistrict, withRows } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import { day } from '../../../../kernel/month.ts';
import type { CellValue } from '../../../../kernel/workbook.ts';
import { kindByName } from './holiday-kinds.ts';

describe('the kind of a day by its name', () => {
  it.each([
    ['Tết Dương lịch', '2026-01-01', 'public'],
    ['Làm bù thứ Bảy 10/01/2026', '2026-01-10', 'worked'],
    ['Làm việc bù', '2026-01-10', 'worked'],
    ['Đi làm bù cho 02/01', '2026-01-10', 'worked'],
    ['Thứ Bảy làm bù cho ngày 31/8', '2026-08-22', 'worked'],
    ['LÀM BÙ', '2026-08-22', 'worked'],
    ['Hoán đổi: đi làm thay ngày 02/01', '2026-01-10', 'worked'],
    ['Nghỉ bù Tết Dương lịch', '2021-05-03', 'in_lieu'],
    ['Nghỉ hoán đổi', '2026-01-02', 'in_lieu'],
    ['Nghỉ hoán đổi, làm bù ngày 10/01', '2026-01-02', 'in_lieu'],
    ['Tết Dương lịch (làm bù 10/01)', '2026-01-02', 'in_lieu'],
    ['Nghỉ đột xuất', '2026-12-14', 'public'],
    ['Giỗ Tổ Hùng Vương', '2026-04-26', 'public'],
  ])('%s on %s: %s', (name, on, kind) => {
    expect(kindByName(name, day(on))).toBe(kind);
  });
});

describe('the sheet of holidays', () => {
  const parse = (...row: CellValue[]) => parseSheets(withRows(aDistrict(), 'Ngày nghỉ lễ', [row]));
  const last = (...row: CellValue[]) => parse(...row).district?.holidays.at(-1);

  it('takes a swapped Saturday for a day of work, whether a column says so or the name alone', () => {
    expect(last('10/01/2026', 'Làm bù thứ Bảy 10/01')).toMatchObject({ day: '2026-01-10', kind: 'worked' });
    expect(last('10/01/2026', 'Thứ Bảy', 'Làm bù')).toMatchObject({ kind: 'worked' });
    expect(last('24/11/2026', 'Ngày truyền thống', 'Nghỉ riêng')).toMatchObject({ kind: 'local' });
  });

  it.each([
    ['a name that the kind contradicts', ['10/01/2026', 'Làm bù thứ Bảy', 'Nghỉ lễ'], 'named_as_worked'],
    ['a weekday that is to be worked', ['13/01/2026', 'Làm bù'], 'worked_on_workday'],
  ])('asks about %s', (_name, row, code) => {
    expect(parse(...row).questions.map((question) => question.code)).toEqual([code]);
  });
});
