import { aDistrict, withCell, withHeader, withRows } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import type { CellRange, CellValue, Sheet, SheetLook } from '../../../../kernel/workbook.ts';
import type { DistrictImport } from './parse-district.ts';
import { OTHER_READING } from './question.ts';

type Rows = readonly (readonly CellValue[])[];

const DAY = (day: string): CellValue => ({ day, time: null });
const brief = ({
  sheet,
  row,
  column,
  code,
}: {
  sheet: string;
  row: number | null;
  column: string | null;
  code: string;
}) => `${sheet} ${column ?? ''}${row ?? ''} ${code}`;

/** The sheets with one sheet's rows replaced; trailing empty rows are dropped. */
function relaid(sheets: readonly Sheet[], name: string, by: (rows: Rows) => Rows, look: Partial<SheetLook>): Sheet[] {
  return sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const used = sheet.rows.findLastIndex((cells) => cells.some((cell) => cell !== null)) + 1;
    const plain = {
      hidden: false,
      filtered: false,
      hiddenRows: [],
      hiddenColumns: [],
      merged: [],
      struckCells: [],
      unseenCells: [],
    };
    return { name, rows: by(sheet.rows.slice(0, used)), look: { ...plain, ...look } };
  });
}

function read(sheets: readonly Sheet[]) {
  const { district, faults, questions } = parseSheets(sheets);
  return { district, faults: faults.map(brief), questions: questions.map(brief) };
}

const UNSEEN: Partial<SheetLook> = {
  unseenCells: [
    [2, 1],
    [1, 0],
    [3, 40],
  ],
};
/** Everything in row 3, but for a cell of a column that is not read; and a head. */
const CROSSED_OUT: SheetLook['struckCells'] = [
  { row: 1, column: 0, left: null },
  ...Array.from({ length: 40 }, (_, column) => ({ row: 3, column, left: null })),
];
const BESIDE = ['Chi bộ  rows_beside'];
const merged = (rows: CellRange['rows'], columns: CellRange['columns']): CellRange => ({ rows, columns });

describe('a list as people keep it', () => {
  it.each<[string, (rows: Rows) => Rows, string[], Partial<SheetLook>]>([
    ['a sum at its foot', (rows) => [...rows, ['Tổng cộng', null, null, null, null, null, null, null, 56]], BESIDE, {}],
    ['a sum below its numbers', (rows) => [...rows, [null, 'Cộng: 2 chi bộ']], BESIDE, {}],
    [
      'groups below titles',
      ([head = [], one = [], two = []]) => [head, ['Phường 1'], one, ['Khối cơ quan'], two],
      BESIDE,
      {},
    ],
    ['a row crossed out', (rows) => rows, ['Chi bộ  rows_struck'], { struckCells: CROSSED_OUT }],
    [
      'a cell crossed out',
      (rows) => rows,
      ['Chi bộ F2 cells_struck'],
      { struckCells: [{ row: 2, column: 5, left: null }] },
    ],
    ['texts that nobody sees', (rows) => rows, ['Chi bộ  cells_unseen'], UNSEEN],
    ['groups with numerals', ([head = [], ...rows]) => [head, ['I', 'KHỐI KHU PHỐ'], ...rows], BESIDE, {}],
    [
      'a merged title over a group',
      ([head = [], one = [], two = []]) => [head, one, [null, null, 'Khối cơ quan'], two],
      BESIDE,
      { merged: [merged([3, 3], [2, 9])] },
    ],
    [
      'who has signed it',
      (rows) => [...rows, [], [null, null, null, 'Quận Mẫu, ngày 01 tháng 12 năm 2026']],
      BESIDE,
      {},
    ],
    ['its head again on the next page', ([head = [], one = [], ...rows]) => [head, one, head, ...rows], [], {}],
    [
      'units below its head',
      ([head = [], ...rows]) => [head, head.map((_, at) => (at === 8 ? '(người)' : null)), ...rows],
      [],
      {},
    ],
    [
      'numbered rows that wait for data',
      (rows) => [...rows.map((cells, at) => [at === 0 ? 'STT' : at, ...cells]), [3], ['4.']],
      [],
      {},
    ],
  ])('may have %s', (_, by, questions, look) => {
    const { district, ...found } = read(relaid(aDistrict(), 'Chi bộ', by, look));
    expect(found).toEqual({ faults: [], questions });
    expect(district?.branches.map(({ code }) => code)).toEqual(['P1-KP1', 'TH-HOAMAI']);
  });

  it.each<[string, readonly CellValue[], string[]]>([
    ['a code alone', ['P1-KP9'], ['Chi bộ B4 required', 'Chi bộ C4 required']],
    ['a name alone', [null, 'Chi bộ Khu phố 9'], ['Chi bộ A4 required', 'Chi bộ C4 required']],
  ])('has a row that is not finished where it holds %s', (_, row, faults) => {
    const found = read(withRows(aDistrict(), 'Chi bộ', [row]));
    expect(found.faults).toEqual(expect.arrayContaining(faults));
    expect(found.questions).toEqual([]);
  });

  it.each([
    ['Điểm', 'Điểm (thang 100)'],
    ['Có mặt', 'Có mặt (người)'],
    ['Ngày dự', 'Ngày dự (dd/mm/yyyy)'],
  ])('may have %s headed %s', (from, to) => {
    const { district, ...found } = read(withHeader(aDistrict(), 'Lượt dự trước', from, to));
    expect(found).toEqual({ faults: [], questions: [] });
    expect(district?.visits).toMatchObject([{ day: '2020-11-03', present: 36, score: 87.5 }]);
  });

  it.each(['Điểm (thang 10)', 'Có mặt (%)'])('does not take %s for what it is not', (header) => {
    const from = header.split(' (')[0] ?? '';
    const { faults } = read(withHeader(aDistrict(), 'Lượt dự trước', from, header));
    expect(faults).toEqual([expect.stringContaining('column_unknown')]);
  });

  it.each(['7. Chi bộ', ' CHI BO ', '07_chi_bo'])('may stand in the sheet “%s”', (name) => {
    const sheets = aDistrict().map((sheet) => (sheet.name === 'Chi bộ' ? { ...sheet, name } : sheet));
    expect(read(sheets)).toMatchObject({ faults: [], questions: [] });
  });

  it('may have the sheet of absences under its earlier name', () => {
    const sheets = aDistrict().map((sheet) => (sheet.name === 'Lịch bận' ? { ...sheet, name: 'Nghỉ' } : sheet));
    expect(read(sheets).district?.absences).toHaveLength(1);
  });

  it('has two sheets of one kind only where one says which counts', () => {
    const sheets = aDistrict();
    const copy = { ...sheets.find(({ name }) => name === 'Chi bộ'), name: 'Chi bộ (2)' } as Sheet;
    expect(read([...sheets, copy]).faults).toEqual(['Chi bộ (2)  sheet_unknown']);
  });
});

describe('points that are shares', () => {
  const visits = (...scores: CellValue[]) =>
    withRows(
      withCell(aDistrict(), 'Lượt dự trước', 2, 'Điểm', scores[0] ?? null),
      'Lượt dự trước',
      scores.slice(1).map((score, at) => [`L${at}`, 'P1.1', 'CV01', DAY(`2020-11-0${at + 4}`), null, 30, 40, 9, score]),
    );

  it('are asked about once for their column, and read as points where somebody says so', () => {
    const sheets = visits(0.875, '0,9', 1, 87.5);
    const { questions, district } = parseSheets(sheets);
    expect(questions).toMatchObject([
      { code: 'points_as_share', rows: [2, 3, 4], count: 3, params: { read: 0.875, other: 87.5 } },
    ]);
    expect(district?.visits.map(({ score }) => score)).toEqual([0.875, 0.9, 1, 87.5]);
    const answers = { [questions[0]?.id ?? '']: OTHER_READING };
    expect(parseSheets(sheets, answers).district?.visits.map(({ score }) => score)).toEqual([87.5, 90, 100, 87.5]);
  });

  it('are none where all of them are points', () => {
    expect(parseSheets(visits(87.5, 0, 100, '92,5 %')).questions).toEqual([]);
  });
});

describe('a column of an old font', () => {
  it.each<[string, string[], string[]]>([
    ['has words that would read as they stand', ['NguyÔn V¨n An', 'Vò Anh'], ['Nguyễn Văn An', 'Vũ Anh']],
    ['of VNI as well', ['Nguyeãn Vaên An', 'Tô Anh'], ['Nguyễn Văn An', 'Tơ Anh']],
    [
      'is judged cell by cell where others are Unicode',
      ['NguyÔn V¨n An', 'Vò Anh', 'Lê Thị Tư'],
      ['Nguyễn Văn An', 'Vò Anh', 'Lê Thị Tư'],
    ],
  ])('%s', (_, [first = '', ...names], readings) => {
    const others = names.map((name, at) => [`CV1${at}`, name, null, 'BTC', `cv1${at}@mau.example`, null, null, 4]);
    const sheets = withRows(withCell(aDistrict(), 'Chuyên viên', 2, 'Họ và tên', first), 'Chuyên viên', others);
    const { district, questions } = parseSheets(sheets);
    expect(questions.map(({ code }) => code)).toEqual(['letters_garbled']);
    expect(district?.specialists.map(({ name }: DistrictImport['specialists'][number]) => name)).toEqual(readings);
  });

  it('may have its head in that font too', () => {
    const { faults, questions } = read(withHeader(aDistrict(), 'Lĩnh vực', 'Tên lĩnh vực', 'Tªn lÜnh vùc'));
    expect({ faults, questions }).toEqual({ faults: [], questions: [] });
  });
});
