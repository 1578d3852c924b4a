import { strToU8, zipSync } from 'fflate';

import { isDomainError } from '../../kernel/domain-error.ts';
import type { CellValue } from '../../kernel/workbook.ts';
import { readWorkbook } from './read-workbook.ts';

interface Parts {
  /** The content of the sheet's XML. */
  readonly sheet?: string;
  readonly workbook?: string;
  readonly state?: string;
  readonly strings?: string;
  readonly formats?: readonly string[];
  /** Fonts and fills, with the styles that use them. */
  readonly looks?: string;
  readonly styles?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with one sheet, in XML as other programs write it. */
function workbookOf({
  sheet = '',
  workbook = '',
  state = '',
  strings = '',
  formats = [],
  looks = '',
  styles: more = '',
}: Parts): Uint8Array {
  const own = formats.map(
    (format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${format.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = formats.map((_format, at) => `<xf numFmtId="${164 + at}"/>`);
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook}<sheets><sheet name="A" sheetId="1" r:id="rId1" ${state}/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/one.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="./sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/one.xml': `<?xml version="1.0"?><worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    'xl/styles.xml': `<styleSheet><numFmts>${own.join('')}</numFmts>${looks}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}${more}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

async function rowsIn(parts: Parts): Promise<readonly (readonly CellValue[])[]> {
  return (await readWorkbook(workbookOf(parts)))[0]?.rows ?? [];
}

const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;

describe('a day', () => {
  const serials = row(
    '<c r="A1" s="1"><v>42706</v></c><c r="B1" s="2"><v>0.8125</v></c><c r="C1" s="3"><v>42706.5</v></c>',
  );
  const formats = ['dd/mm/yyyy', 'hh:mm', 'dd/mm/yyyy hh:mm'];

  it.each(['1', 'true', 'TRUE', ' 1 '])('is counted from 1904 where the workbook says %j', async (spelling) => {
    const workbook = `<workbookPr date1904="${spelling}"/>`;
    expect(await rowsIn({ sheet: serials, workbook, formats })).toEqual([
      [
        { day: '2020-12-03', time: null },
        { day: null, time: '19:30' },
        { day: '2020-12-03', time: '12:00' },
      ],
    ]);
  });

  it.each(['<workbookPr date1904="0"/>', '<workbookPr date1904="false"/>', '<workbookPr/>', ''])(
    'is counted from 1900 with %j',
    async (workbook) => {
      expect((await rowsIn({ sheet: serials, workbook, formats }))[0]?.[0]).toEqual({ day: '2016-12-02', time: null });
    },
  );

  it.each<[string, string, CellValue]>([
    ['the last day of February 1900', '<v>59</v>', { day: '1900-02-28', time: null }],
    ['a day that never was', '<v>60</v>', '29/02/1900'],
    ['the first of March 1900', '<v>61</v>', { day: '1900-03-01', time: null }],
    ['none at all', '<v>-3</v>', '#####'],
    ['beyond all years', '<v>2958466</v>', '#####'],
    ['a moment before midnight', '<v>44167.999999</v>', { day: '2020-12-03', time: null }],
  ])('is, of a serial number, %s', async (_what, value, expected) => {
    expect(await rowsIn({ sheet: row(`<c r="A1" s="1">${value}</c>`), formats })).toEqual([[expected]]);
  });

  it.each([
    ['d-mmm', true],
    ['dd/mm', true],
    ['mm/yyyy', true],
    ['dddd, dd "năm"', true],
    ['dd/mm/yy', undefined],
    ['[$-42A]dd mmmm, yyyy;@', undefined],
  ])('in the format %s is seen in part: %s', async (format, isPartlySeen) => {
    expect(await rowsIn({ sheet: row('<c r="A1" s="1"><v>44168</v></c>'), formats: [format] })).toEqual([
      [{ day: '2020-12-03', time: null, ...(isPartlySeen && { isPartlySeen }) }],
    ]);
  });

  it('may be a text of ISO 8601, with or without a zone', async () => {
    const cells = ['2020-12-03', '2020-12-03T00:00:00', '2020-12-03T19:30:00Z', '19:30:00'];
    const xml = cells.map((text, at) => `<c r="${'ABCD'[at]}1" t="d"><v>${text}</v></c>`).join('');
    expect(await rowsIn({ sheet: row(xml) })).toEqual([
      [
        { day: '2020-12-03', time: null },
        { day: '2020-12-03', time: null },
        { day: '2020-12-03', time: '19:30' },
        { day: null, time: '19:30' },
      ],
    ]);
  });
});

describe('a time', () => {
  it('of 24 hours and more is no time of day', async () => {
    const sheet = row(
      '<c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1.0208333</v></c><c r="C1" s="1"><v>0.8125</v></c>',
    );
    const [cells] = await rowsIn({ sheet, formats: ['[h]:mm', 'hh:mm'] });
    expect(cells).toMatchObject([{ shown: '24:00', kind: 'other' }, { shown: '24:30' }, { day: null, time: '19:30' }]);
  });
});

describe('a number', () => {
  it('comes with its look where it has one', async () => {
    const sheet = row(
      '<c r="A1" s="1"><v>7</v></c><c r="B1" s="2"><v>0.875</v></c><c r="C1"><v>200000</v></c><c r="D1" s="3"><v>12</v></c>',
    );
    expect(await rowsIn({ sheet, formats: ['000', '0.00%', '@'] })).toEqual([
      [
        { number: 7, format: '000', shown: '007', text: '007', kind: 'number' },
        { number: 0.875, format: '0.00%', shown: '87,50%', text: null, kind: 'percent' },
        200_000,
        12,
      ],
    ]);
  });
});

describe('a formula', () => {
  it.each<[string, string, CellValue]>([
    ['without a result', '<c r="A1"><f>1+2</f></c>', { formula: '1+2' }],
    ['with an empty result', '<c r="A1"><f>1+2</f><v></v></c>', { formula: '1+2' }],
    ['with an empty result written short', '<c r="A1"><f>1+2</f><v/></c>', { formula: '1+2' }],
    ['shared, without a result', '<c r="A1"><f t="shared" si="0"/></c>', { formula: '' }],
    ['with a number', '<c r="A1"><f>1+2</f><v>3</v></c>', 3],
    ['with a text', '<c r="A1" t="str"><f>A2</f><v>Ban</v></c>', 'Ban'],
    ['that failed', '<c r="A1" t="e"><f>A2</f><v>#N/A</v></c>', '#N/A'],
  ])('%s is what is known of it', async (_what, cell, expected) => {
    expect(await rowsIn({ sheet: row(cell) })).toEqual([[expected]]);
  });

  it('whose result is the empty text leaves its cell empty', async () => {
    expect(await rowsIn({ sheet: row('<c r="A1" t="str"><f>A2</f><v></v></c>') })).toEqual([]);
  });
});

describe('a text', () => {
  it('is read without its looks, its reading aids and its escapes', async () => {
    const strings =
      '<si><r><rPr><b/></rPr><t>Chi </t></r><r><t xml:space="preserve">bộ</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si>' +
      '<si><t>một_x000D_&#10;hai _x005F_x0041_</t></si><si><t><![CDATA[A&B]]></t></si>';
    const cells = [0, 1, 2].map((at) => `<c r="${'ABC'[at]}1" t="s"><v>${at}</v></c>`).join('');
    expect(await rowsIn({ sheet: row(cells), strings })).toEqual([['Chi bộ', 'một\r\nhai _x0041_', 'A&B']]);
  });

  it('may stand in its own cell, rich or plain', async () => {
    const cells =
      '<c r="A1" t="inlineStr"><is><t>Chi bộ</t></is></c><c r="B1" t="inlineStr"><is><r><t>Khu </t></r><r><t>phố</t></r></is></c>';
    expect(await rowsIn({ sheet: row(cells) })).toEqual([['Chi bộ', 'Khu phố']]);
  });

  it('is NFC, and true and false are themselves', async () => {
    const cells = `<c r="A1" t="inlineStr"><is><t>${'Hoà'.normalize('NFD')}</t></is></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="b"><v>0</v></c>`;
    expect(await rowsIn({ sheet: row(cells) })).toEqual([['Hoà'.normalize('NFC'), true, false]]);
  });
});

describe('places', () => {
  it('follow each other where rows and cells do not say where they stand', async () => {
    const sheet =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row></sheetData>';
    expect(await rowsIn({ sheet })).toEqual([
      [1, 2],
      [null, null],
      [null, 3],
    ]);
  });

  it('are read in a workbook whose tags have a prefix', async () => {
    const sheet = `<x:sheetData xmlns:x="${MAIN}"><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>`;
    expect(await rowsIn({ sheet })).toEqual([[1]]);
  });

  it.each([
    ['a cell twice', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'],
    ['a cell in another row', '<c r="A2"><v>1</v></c>'],
    ['a text that is not there', '<c r="A1" t="s"><v>9</v></c>'],
    ['a number that is none', '<c r="A1"><v>x</v></c>'],
    ['an entity that nobody knows', '<c r="A1" t="inlineStr"><is><t>&foo;</t></is></c>'],
  ])('are damaged with %s', async (_what, cells) => {
    const code = await readWorkbook(workbookOf({ sheet: row(cells) })).then(
      () => 'read',
      (error: unknown) => (isDomainError(error) ? error.code : 'another error'),
    );
    expect(code).toBe('xlsx.damaged');
  });
});

describe('what is hidden or merged', () => {
  it('is told with the sheet, as far as it holds anything', async () => {
    const sheet =
      '<sheetPr filterMode="1"/><cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0.1"/></cols>' +
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row>' +
      '<row r="2" hidden="true"><c r="A2"><v>1</v></c></row><row r="3" hidden="1"/>' +
      '<row r="4" ht="0" customHeight="1"><c r="A4"><v>1</v></c></row><row r="5" ht="0.5"><c r="A5"><v>1</v></c></row></sheetData>' +
      '<autoFilter ref="A1:D4"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter>' +
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>';
    const [read] = await readWorkbook(workbookOf({ sheet, state: 'state="veryHidden"' }));
    expect(read?.look).toEqual({
      hidden: true,
      filtered: true,
      hiddenRows: [2, 4, 5],
      hiddenColumns: [1, 3],
      merged: [
        { rows: [1, 2], columns: [0, 0] },
        { rows: [1, 1], columns: [1, 2] },
      ],
      struckCells: [],
      unseenCells: [],
    });
  });

  it('is nothing of the rows that a sheet shows while it hides all that are empty', async () => {
    const sheet = `<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>${row('<c r="A1"><v>1</v></c>')}`;
    expect(await readWorkbook(workbookOf({ sheet }))).toEqual([{ name: 'A', rows: [[1]] }]);
  });

  it('is nothing for an ordinary sheet with a filter that hides no row', async () => {
    const [read] = await readWorkbook(
      workbookOf({ sheet: `${row('<c r="A1"><v>1</v></c>')}<autoFilter ref="A1:A2"/>` }),
    );
    expect(read).toEqual({ name: 'A', rows: [[1]] });
  });
});

describe('what is crossed out or shown to nobody', () => {
  const text = (at: string, style: number) => `<c r="${at}" s="${style}" t="inlineStr"><is><t>x</t></is></c>`;

  it('is told by the fonts and fills of the styles', async () => {
    const looks =
      '<fonts><font/><font><strike/></font><font><strike val="0"/></font><font><color rgb="FFFFFFFF"/></font>' +
      '<font><color theme="0"/></font><font><color theme="0" tint="-0.5"/></font></fonts>' +
      '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
      '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>' +
      '<fill><patternFill patternType="solid"><fgColor indexed="9"/></patternFill></fill></fills>';
    const styles =
      '<xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="3" fillId="2"/><xf fontId="4" fillId="3"/><xf fontId="5"/>';
    const cells = ['A', 'B', 'C', 'D', 'E', 'F'].map((column, at) => text(`${column}1`, at + 1)).join('');
    const [read] = await readWorkbook(workbookOf({ sheet: row(cells), looks, styles }));
    expect(read?.look).toMatchObject({
      struckCells: [{ row: 1, column: 0, left: null }],
      unseenCells: [
        [1, 2],
        [1, 4],
      ],
    });
  });

  it('is a part of a text, in the table of texts or in its own cell', async () => {
    const struck = (mark: string) => `<r><rPr>${mark}</rPr><t>P1.1</t></r><r><t xml:space="preserve"> P1.2</t></r>`;
    const rows = ['<strike/>', '<strike val="0"/>', '<b/>'].map(
      (mark, at) =>
        `<row r="${2 * at + 1}"><c r="A${2 * at + 1}" t="inlineStr"><is>${struck(mark)}</is></c></row>` +
        `<row r="${2 * at + 2}"><c r="A${2 * at + 2}" t="s"><v>${at}</v></c></row>`,
    );
    const strings = ['<strike/>', '<strike val="false"/>', '<b/>'].map((mark) => `<si>${struck(mark)}</si>`).join('');
    const [read] = await readWorkbook(workbookOf({ sheet: `<sheetData>${rows.join('')}</sheetData>`, strings }));
    expect(read?.rows.flat()).toEqual(Array(6).fill('P1.1 P1.2'));
    expect(read?.look?.struckCells).toEqual([
      { row: 1, column: 0, left: ' P1.2' },
      { row: 2, column: 0, left: ' P1.2' },
    ]);
  });

  it('is a text of a format that shows none, and no number or empty cell of it', async () => {
    const sheet = row(`${text('A1', 1)}<c r="B1" s="1"/>${text('C1', 2)}<c r="D1" s="1"><v>5</v></c>`);
    const [read] = await readWorkbook(workbookOf({ sheet, formats: [';;;', '0;-0;;@'] }));
    expect(read?.look?.unseenCells).toEqual([[1, 0]]);
    expect(read?.rows[0]?.[3]).toMatchObject({ number: 5, shown: '', kind: 'other' });
  });
});

describe('the size of a sheet', () => {
  it('is at most so many rows, in time that grows with them and no faster', async () => {
    const rows = (count: number) =>
      `<sheetData>${Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join('')}</sheetData>`;
    expect(await rowsIn({ sheet: rows(50_000) })).toHaveLength(50_000);
    const refused = readWorkbook(workbookOf({ sheet: rows(50_001) }));
    await expect(refused).rejects.toMatchObject({
      code: 'xlsx.too_large',
      params: { sheet: 'A', rows: 50_001, limit: 50_000 },
    });
  });
});
