import { deflateRawSync } from 'node:zlib';

import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { isDomainError } from '../../kernel/domain-error.ts';
import type { CellValue, LaidSheet } from '../../kernel/workbook.ts';
import { xlsxErrors } from './errors.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './open-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const sheetOf = (rows: CellValue[][], name = 'Chi bộ'): LaidSheet => ({
  name,
  rows: rows.map((row) => row.map((value) => ({ value }))),
});

const codeOf = async (bytes: Uint8Array, limits?: WorkbookLimits) => {
  try {
    await readWorkbook(bytes, limits);
    return 'read';
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code;
  }
};

/** A workbook whose first sheet has this XML inside its sheetData. */
const withSheetData = async (sheetData: string, extra: Record<string, string> = {}) => {
  const parts = unzipSync(await writeWorkbook([sheetOf([['mã']])]));
  const path = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  parts[path] = strToU8(xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${sheetData}</sheetData>`));
  for (const [name, text] of Object.entries(extra)) parts[name] = strToU8(text);
  return zipSync(parts);
};

const utf32 = (letters: string) =>
  new Uint8Array(Uint32Array.from(Array.from(letters, (letter) => letter.codePointAt(0) ?? 0)).buffer);

describe('a workbook', () => {
  it('comes back as it was written: texts, numbers, yes and no, dates, times and gaps', async () => {
    const rows: CellValue[][] = [
      ['Mã', 'Tên', 'Đảng viên', 'Ngày', 'Giờ', 'Có'],
      [null, null, null, null, null, null],
      [
        '001',
        'Chi bộ Trường Tiểu học Đoàn Thị Điểm',
        27.5,
        { day: '2020-12-03', time: null },
        { day: null, time: '19:30' },
        true,
      ],
      ['002', null, -4, { day: '1930-02-03', time: null }, { day: null, time: '07:20' }, false],
    ];
    expect(await readWorkbook(await writeWorkbook([sheetOf(rows)]))).toEqual([{ name: 'Chi bộ', rows }]);
  });

  it('has the same bytes whenever and wherever it is written', async () => {
    const sheets = [sheetOf([['Mã', { day: '2020-12-03', time: '08:00' }]]), sheetOf([['x']], 'Ban')];
    const once = await writeWorkbook(sheets);
    expect(Buffer.from(await writeWorkbook(sheets)).equals(Buffer.from(once))).toBe(true);
    const midnightOf1January1980 = [0, 0, 0x21, 0]; // in every zone
    expect([...once.subarray(10, 14)]).toEqual(midnightOf1January1980);
  });

  it('brings texts to NFC', async () => {
    const [sheet] = await readWorkbook(await writeWorkbook([sheetOf([['Hoà'.normalize('NFD')]])]));
    expect(sheet?.rows[0]?.[0]).toBe('Hoà'.normalize('NFC'));
  });

  it('never lets a text become a formula, and reads it back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^['=+\-@\t]{1,3}[A-Za-z0-9()!]{1,8}$/), async (text) => {
        const file = await writeWorkbook([sheetOf([[text]])]);
        const stored = strFromU8(unzipSync(file)['xl/sharedStrings.xml'] ?? new Uint8Array());
        expect(stored).not.toMatch(/<t[^>]*>[=+\-@\t]/);
      }),
      { numRuns: 25 },
    );
  });

  it('shows a failed formula as what the spreadsheet shows, not as an empty cell', async () => {
    const file = await withSheetData('<row r="1"><c r="A1" t="e"><f>VLOOKUP(1,B:B,1)</f><v>#N/A</v></c></row>');
    expect((await readWorkbook(file))[0]?.rows).toEqual([['#N/A']]);
  });

  it('ignores a million rows and columns that are only coloured', async () => {
    const file = await withSheetData(
      '<row r="1"><c r="A1"><v>7</v></c><c r="XFD1" s="0"/></row><row r="1048575" ht="20"/>' +
        '<row r="1048576"><c r="A1048576" s="0"/></row>',
    );
    expect((await readWorkbook(file))[0]?.rows).toEqual([[7]]);
  });

  it('offers choices in a list that leaves other values possible', async () => {
    const file = await writeWorkbook([
      {
        ...sheetOf([['Loại', 'Ban']]),
        dropDowns: [
          { column: 0, rows: [2, 50], choices: ['có', 'không'] },
          { column: 1, rows: [2, 50], choices: { sheet: 'Ban', column: 1, rows: [2, 99] } },
        ],
      },
      sheetOf([['Mã', 'Tên']], 'Ban'),
    ]);
    const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('sqref="A2:A50"><formula1>"có,không"</formula1>');
    expect(xml).toContain("<formula1>'Ban'!$B$2:$B$99</formula1>");
    expect((await readWorkbook(file))[1]?.name).toBe('Ban');
  });
});

describe('a file that is no workbook', () => {
  const text = (content: string) => new TextEncoder().encode(content);

  it.each([
    ['nothing at all', new Uint8Array(), 'xlsx.empty'],
    ['a CSV file', text('Mã,Tên\nP8,Khu phố 5'), 'xlsx.not_a_workbook'],
    ['a web page called .xls', text('<html><table></table></html>'), 'xlsx.not_a_workbook'],
    ['a PDF file', text('%PDF-1.7'), 'xlsx.not_a_workbook'],
    ['an old .xls file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'xlsx.old_format'],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'xlsx.encrypted',
    ],
    ['a Word document', zipSync({ 'word/document.xml': text('<w/>') }), 'xlsx.not_a_workbook'],
    ['a zip archive with a broken workbook', zipSync({ 'xl/workbook.xml': text('<workbook') }), 'xlsx.damaged'],
  ])('is named: %s', async (_what, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it.each([
    ['web_page', text('<html><table></table></html>')],
    ['web_page', text('\ufeff<!-- saved -->\n<TABLE border=1>')],
    ['web_page', Buffer.from('\ufeff<html>', 'utf16le')],
    ['xml_2003', text('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x">')],
    ['xml_2003', text('<?xml version="1.0"?><ss:Workbook>')],
    ['xml', text('<?xml version="1.0"?><rows/>')],
    ['json', text('{"items": []}')],
    ['link', text('[InternetShortcut]\nURL=https://xomchieu.vn/')],
    ['link', text('{"url": "https://docs.example/1", "doc_id": "1"}')],
    ['link', text('https://xomchieu.vn/danh-sach.xlsx')],
    ['rich_text', text('{\\rtf1 Mã}')],
    ['text', text('Kính gửi các đồng chí')],
    ['utf_32', utf32('\ufeffMã;Tên')],
    ['utf_32', utf32('Mã;Tên;Địa chỉ')],
    ['utf_32', utf32('Mã;Tên;Địa chỉ').reverse()],
    ['picture', text('GIF89a')],
    ['archive', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a)],
    ['slides', zipSync({ 'ppt/presentation.xml': text('<p/>') })],
    ['numbers', zipSync({ 'Index/Document.iwa': text('x') })],
    ['opendocument', zipSync({ mimetype: text('x'), 'content.xml': text('<x/>') })],
    ['binary_workbook', zipSync({ 'xl/workbook.bin': text('x') })],
    ['zip', zipSync({ 'danh-sach.csv': text('x') })],
    ['unknown', Uint8Array.of(0, 1, 2)],
  ])('is called by its true name: %s', async (looksLike, bytes) => {
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ code: 'xlsx.not_a_workbook', params: { looksLike } });
  });

  it('is named when the upload stopped anywhere on the way', async () => {
    const whole = await writeWorkbook([
      sheetOf([
        ['Mã', 'Tên'],
        ['P8', 'Khu phố 5'],
      ]),
    ]);
    for (const part of [5, 0.3, 0.6, 0.9, 0.999]) {
      const length = part > 1 ? part : Math.floor(whole.byteLength * part);
      expect(await codeOf(whole.subarray(0, length))).toBe('xlsx.damaged');
    }
  });

  it('never brings anything but a typed error or the same sheets, whichever bytes were changed', async () => {
    const whole = await writeWorkbook([
      sheetOf([
        ['Mã', 'Tên', 3],
        ['P8', 'Khu phố 5', { day: '2020-12-03', time: null }],
      ]),
    ]);
    const sheets = await readWorkbook(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          const code = await codeOf(bytes);
          if (code === 'read') expect(await readWorkbook(bytes)).toEqual(sheets);
          else expect(code).toMatch(/^xlsx\./);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says in both languages what to do about it', () => {
    const { vi, en } = xlsxErrors['xlsx.too_large'];
    expect(vi({ bytes: 9_961_472, limit: 8_388_608 })).toBe(
      'Tệp nặng 9,5 MB, vượt mức 8,0 MB. Hãy bỏ hình ảnh và các trang tính không cần thiết rồi tải lên lại.',
    );
    expect(en({ bytes: 9_961_472, limit: 8_388_608 })).toContain('9.5 MB');
  });
});

describe('a hostile workbook', () => {
  const small: WorkbookLimits = {
    ...WORKBOOK_LIMITS,
    fileBytes: 100_000,
    partBytes: 200_000,
    totalBytes: 300_000,
    cells: 1_000,
  };

  it('is refused by its size before anything is unpacked', async () => {
    expect(await codeOf(new Uint8Array(100_001), small)).toBe('xlsx.too_large');
  });

  it('is refused when a part or all parts together inflate too far', async () => {
    const zeros = ' '.repeat(150_000);
    expect(await codeOf(await withSheetData('', { 'xl/a.xml': zeros + zeros }), small)).toBe('xlsx.inflates_too_far');
    expect(await codeOf(await withSheetData('', { 'xl/a.xml': zeros, 'xl/b.xml': zeros }), small)).toBe(
      'xlsx.inflates_too_far',
    );
  });

  it('gains nothing by lying about the size of a part', async () => {
    const file = Buffer.from(
      zipSync({ 'xl/workbook.xml': [deflateRawSync(Buffer.alloc(5_000_000, 32)), { level: 0 }] }),
    );
    const entry = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    file.writeUInt16LE(8, entry + 10); // deflated, and as small unpacked as packed
    expect(await codeOf(file, small)).toBe('xlsx.damaged');
  });

  it('is refused for one cell far out, however its address is written', async () => {
    const far = [
      'r="XFD1048576"',
      "r='XFD1048576'",
      's="0"  r="XFD1048576"',
      'r="A&#49;048576"',
      'x=">" r="A1048576"',
      'x:r="A1048576"',
    ];
    for (const address of far) {
      expect(await codeOf(await withSheetData(`<row><c ${address}><v>1</v></c></row>`))).toBe('xlsx.too_many_cells');
    }
    for (const address of ['r="A9999999999"', 'r="XFE1"', 'r="A1048577"', 'r=1', 'r="A1" r="A2"']) {
      expect(await codeOf(await withSheetData(`<row><c ${address}><v>1</v></c></row>`))).toBe('xlsx.damaged');
    }
  });

  it('is refused with a document type, the nest of XML bombs', async () => {
    const bomb = `<?xml version="1.0"?>${' '.repeat(5_000)}<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>`;
    expect(await codeOf(await withSheetData('', { 'xl/sharedStrings.xml': bomb }))).toBe('xlsx.damaged');
  });

  it('is refused with more sheets than anybody needs', async () => {
    const sheets = Array.from({ length: 41 }, (_, index) => sheetOf([['x']], `Trang ${index}`));
    expect(await codeOf(await writeWorkbook(sheets))).toBe('xlsx.too_many_sheets');
  });
});
