import { aDistrict } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import type { Sheet, SheetLook } from '../../../../kernel/workbook.ts';
import { OTHER_READING } from './question.ts';

const PLAIN: SheetLook = {
  hidden: false,
  filtered: false,
  hiddenRows: [],
  hiddenColumns: [],
  merged: [],
  struckCells: [],
  unseenCells: [],
};

function looking(name: string, look: Partial<SheetLook>): Sheet[] {
  return aDistrict().map((sheet) => (sheet.name === name ? { ...sheet, look: { ...PLAIN, ...look } } : sheet));
}

function asked(sheets: readonly Sheet[]) {
  const { faults, questions } = parseSheets(sheets);
  return [faults.map(({ code }) => code), questions.map(({ code, column, params }) => ({ code, column, params }))];
}

describe('what is hidden in a workbook', () => {
  it('is read, and asked about with how much it holds: a sheet, without its head', () => {
    expect(asked(looking('Chuyên viên', { hidden: true }))).toEqual([
      [],
      [{ code: 'sheet_hidden', column: null, params: { rows: 1 } }],
    ]);
    expect(asked(looking('Hướng dẫn', { hidden: true }))).toEqual([[], []]);
  });

  it('is asked about as a column that is read, not as one that is not', () => {
    expect(asked(looking('Chi bộ', { hiddenColumns: [17, 40] }))).toEqual([
      [],
      [{ code: 'column_hidden', column: 'R', params: { count: 2 } }],
    ]);
  });

  it.each([true, false])('can be rows that are left out or read, hidden by a filter or by hand (%p)', (filtered) => {
    const sheets = looking('Ngày nghỉ lễ', { filtered, hiddenRows: [2] });
    const { faults, questions, district } = parseSheets(sheets);
    const [question] = questions;
    expect([faults, questions.length, question?.code, question?.params]).toEqual([
      [],
      1,
      'rows_hidden',
      { rows: '2', count: 1, filtered },
    ]);
    expect(district?.holidays.map(({ day }) => day)).toEqual(['2021-01-01']);
    const without = parseSheets(sheets, { [question?.id ?? '']: OTHER_READING });
    expect(without.district?.holidays).toEqual([]);
  });

  it('leaves a hidden sheet out that is no part of the template, and says so', () => {
    const extra: Sheet = { name: 'Nháp cũ', rows: [['a'], ['b']], look: { ...PLAIN, hidden: true } };
    expect(asked([...aDistrict(), extra])).toEqual([[], [{ code: 'sheet_hidden_unknown', column: null, params: {} }]]);
  });
});
