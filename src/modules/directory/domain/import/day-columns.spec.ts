import { aDistrict, withRows } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import type { CellValue } from '../../../../kernel/workbook.ts';
import { AS_READ, OTHER_READING } from './question.ts';

const on = (day: string): CellValue => ({ day, time: null });

/** A sheet with holidays on these days. */
function holidays(...days: readonly CellValue[]) {
  const sheets = aDistrict().map((sheet) =>
    sheet.name === 'Ngày nghỉ lễ' ? { ...sheet, rows: sheet.rows.slice(0, 1) } : sheet,
  );
  return withRows(
    sheets,
    'Ngày nghỉ lễ',
    days.map((day, i) => [day, `Lễ ${i}`]),
  );
}

describe('a column of days', () => {
  it.each<[string, CellValue[], string | null, string[], string[] | null]>([
    ['of true dates alone', [on('2020-03-05'), on('2020-04-06')], null, ['2020-03-05', '2020-04-06'], null],
    ['of padded texts', ['05/03/2020', '06/04/2020'], null, ['2020-03-05', '2020-04-06'], null],
    [
      'with late true dates beside late texts',
      [on('2020-05-03'), on('2020-05-25'), '25/03/2020'],
      null,
      ['2020-05-03', '2020-05-25', '2020-03-25'],
      null,
    ],
    [
      'with early true dates and late texts, as another country’s machine leaves them',
      [on('2020-05-03'), '25/03/2020', on('2020-04-04')],
      'days_swapped',
      ['2020-05-03', '2020-03-25', '2020-04-04'],
      ['2020-03-05', '2020-03-25', '2020-04-04'],
    ],
    [
      'with early true dates and texts that have the month first',
      [on('2020-05-03'), '03/25/2020'],
      'days_swapped',
      ['2020-05-03', '2020-03-25'],
      ['2020-03-05', '2020-03-25'],
    ],
    [
      'that has the month first, told by one text',
      ['12/31/2019', '12/01/2019', '02/03/2020'],
      'days_month_first',
      ['2019-12-31', '2019-12-01', '2020-02-03'],
      null,
    ],
    [
      'with short dates that can be either',
      ['3/4/2020', '5/6/2020', '07/08/2020'],
      'days_ambiguous',
      ['2020-04-03', '2020-06-05', '2020-08-07'],
      ['2020-03-04', '2020-05-06', '2020-07-08'],
    ],
    [
      'with short dates and one that tells the order',
      ['3/4/2020', '25/6/2020'],
      null,
      ['2020-04-03', '2020-06-25'],
      null,
    ],
    ['with a short date that is the same either way', ['4/4/2020'], null, ['2020-04-04'], null],
  ])('%s', (_, cells, code, asRead, otherwise) => {
    const sheets = holidays(...cells);
    const { district, faults, questions } = parseSheets(sheets);
    expect(faults).toEqual([]);
    expect(questions.map((question) => question.code)).toEqual(code === null ? [] : [code]);
    expect(district?.holidays.map(({ day }) => day)).toEqual(asRead);
    const [question] = questions;
    if (question === undefined) return;
    const answered = (answer: string) =>
      parseSheets(sheets, { [question.id]: answer }).district?.holidays.map(({ day }) => day);
    expect(answered(AS_READ)).toEqual(asRead);
    expect(question.accepts.includes(OTHER_READING)).toBe(otherwise !== null);
    if (otherwise !== null) expect(answered(OTHER_READING)).toEqual(otherwise);
  });

  it('that can be read in neither order as a whole has a fault at each cell that cannot be', () => {
    const { faults, questions } = parseSheets(holidays('13/05/2020', '05/13/2020', '31/02/2020'));
    expect(faults.map(({ row, code }) => [row, code])).toEqual([
      [3, 'day_impossible'],
      [4, 'day_impossible'],
    ]);
    expect(questions).toEqual([]);
  });

  it('is judged with the other columns of days of its sheet', () => {
    const sheets = withRows(aDistrict(), 'Lịch bận', [['CV01', '11/10/2020', '11/15/2020', 'Nghỉ phép']]);
    const empty = sheets.map((sheet) =>
      sheet.name === 'Lịch bận' ? { ...sheet, rows: sheet.rows.filter((_, i) => i !== 1) } : sheet,
    );
    const { district, questions } = parseSheets(empty);
    expect(questions.map(({ column, code }) => [column, code])).toEqual([
      ['B', 'days_month_first'],
      ['C', 'days_month_first'],
    ]);
    expect(district?.absences).toMatchObject([{ from: '2020-11-10', before: '2020-11-16' }]);
  });

  it('is asked about once, with three examples and every row', () => {
    const [question, ...more] = parseSheets(
      holidays('1/2/2020', '1/3/2020', '1/4/2020', '1/5/2020', '1/6/2020'),
    ).questions;
    expect(more).toEqual([]);
    expect(question).toMatchObject({ column: 'A', row: 2, count: 5, rows: [2, 3, 4, 5, 6] });
    expect(question?.params).toEqual({
      examples: [
        { at: 'A2', read: '01/02/2020', other: '02/01/2020' },
        { at: 'A3', read: '01/03/2020', other: '03/01/2020' },
        { at: 'A4', read: '01/04/2020', other: '04/01/2020' },
      ],
    });
  });

  it.each<[string, CellValue[], number[]]>([
    ['1926 for 2026', ['01/05/1926', '02/09/2026'], [2]],
    ['2062 for 2026', [on('2062-05-01')], [2]],
    ['far from its neighbours', ['01/01/2020', '30/04/2020', '02/09/2041'], [4]],
    ['a few years apart', ['01/01/2018', '30/04/2020', '02/09/2026'], []],
  ])('with a year that is hard to believe: %s', (_, cells, rows) => {
    const { faults, questions } = parseSheets(holidays(...cells));
    expect(faults).toEqual([]);
    expect(questions.flatMap((question) => question.rows)).toEqual(rows);
  });
});
