import { TABLES } from '../domain/import/format.ts';
import type { Encoding } from '../domain/import/csv/encodings.ts';
import { checkWorkbook } from './check-workbook.ts';

const day = '2026-11-29' as Parameters<typeof checkWorkbook>[1];
const HEAD = 'Mã chi bộ;Tên chi bộ;Ký hiệu;Mã tổ chức;Loại chi bộ;Số đảng viên;Ngày sinh hoạt;Giờ sinh hoạt';
const ROW = '007;Chi bộ Khu phố Ấp Đình, Phường 8;P8.5;DBP8;KP;21;3;19:30';
const LIST = `${HEAD}\r\n${ROW}\r\n`;

/** Letters in Windows-1258: the base letter with circumflex, breve or horn in one byte, the tone mark in the next. */
function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const).reverse(),
  );
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const spelled = Array.from(text.normalize('NFC'), (sign) => {
    if (bytes.has(sign)) return sign;
    const apart = sign.normalize('NFD');
    return apart.replace(tones, '').normalize('NFC') + (apart.match(tones)?.join('') ?? '');
  }).join('');
  return Uint8Array.from(spelled, (sign) => bytes.get(sign) ?? 0x3f);
}

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};
const check = (bytes: Uint8Array | string, name = 'tep.csv', answers = {}) =>
  checkWorkbook({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }, day, answers);
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

describe('a list as CSV', () => {
  it.each<[string, Uint8Array, Encoding, string[]]>([
    ['UTF-8', Buffer.from(LIST), 'utf-8', []],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${LIST}`), 'utf-8', []],
    ['UTF-8 with letters taken apart', Buffer.from(LIST.normalize('NFD')), 'utf-8', []],
    ['UTF-16 LE', utf16(`\ufeff${LIST}`, true), 'utf-16le', []],
    ['UTF-16 BE', utf16(`\ufeff${LIST}`, false), 'utf-16be', []],
    ['UTF-16 LE without a mark', utf16(LIST, true), 'utf-16le', []],
    ['UTF-16 BE without a mark', utf16(LIST, false), 'utf-16be', []],
    ['Windows-1258', windows1258(LIST), 'windows-1258', ['csv_encoding']],
  ])('is read in %s', async (_, bytes, encoding, questions) => {
    const { faults, csv, rows, ...read } = await check(bytes);
    expect(codes(faults)).toEqual([]);
    expect(codes(read.questions)).toEqual(questions);
    expect(csv).toMatchObject({ encoding, separator: 'semicolon', table: 'branches', rowCount: 2 });
    expect(rows.branches).toMatchObject([
      { row: 2, code: '007', name: 'Chi bộ Khu phố Ấp Đình, Phường 8', meetingDay: 3, meetingTime: '19:30' },
    ]);
  });

  it('has days as numbers of a spreadsheet, which are asked about', async () => {
    const list = 'Mã chuyên viên,Từ ngày,Đến hết ngày\nCV01,44168,44170.0\n';
    const { faults, questions, rows } = await check(list);
    expect([codes(faults), codes(questions)]).toEqual([[], ['serial_day', 'serial_day']]);
    expect(rows.absences).toMatchObject([{ from: '2020-12-03', to: '2020-12-05' }]);
  });

  it('of more columns than a list has is refused, and a cell longer than any is told as such', async () => {
    const wide = `${HEAD};${Array.from({ length: 12_000 }, (_, at) => `c${at}`).join(';')}\n`;
    await expect(check(wide)).rejects.toMatchObject({
      code: 'csv.too_many_columns',
      params: { columns: 12_008, limit: 1_000 },
    });
    const { faults } = await check(`Mã lĩnh vực;Tên lĩnh vực\nA;${'x'.repeat(4_000_000)}\n`);
    expect(codes(faults)).toEqual(['too_long']);
  });

  it('of an old font is read by the font, head and all, and asked about', async () => {
    const tcvn3 = Buffer.from('M· chi bé;Tªn chi bé\n1;Chi bé Khu phè 3, Ph\u00adêng 8\n', 'latin1');
    const vni = Buffer.from('Maõ chi boä;Teân chi boä\n1;Chi boä Khu phoá 3, Phöôøng 8\n', 'latin1');
    for (const [bytes, encoding] of [
      [tcvn3, 'tcvn3'],
      [vni, 'vni'],
    ] as const) {
      const { csv, questions, rows } = await check(bytes);
      expect(csv).toMatchObject({ encoding, table: 'branches' });
      expect(questions).toMatchObject([{ code: 'csv_encoding', id: 'csv.encoding', params: { encoding } }]);
      expect(rows.branches).toMatchObject([{ code: '1', name: 'Chi bộ Khu phố 3, Phường 8' }]);
    }
  });

  it.each([
    ['commas', LIST.replaceAll(',', ' ').replaceAll(';', ','), 'comma'],
    ['tabs', LIST.replaceAll(';', '\t'), 'tab'],
    ['bars', LIST.replaceAll(';', '|'), 'bar'],
    ['a line that names its separator', `sep=;\r\n${LIST}`, 'semicolon'],
    ['a separator at the end of each line', LIST.replaceAll('\r\n', ';\r\n'), 'semicolon'],
    ['quoted fields', LIST.replaceAll(/[^;\r\n]+/g, '"$&"'), 'semicolon'],
    ['old line ends', LIST.replaceAll('\r\n', '\r'), 'semicolon'],
    ['a title above', `DANH SÁCH CHI BỘ, NĂM 2026\r\n\r\n${LIST}`, 'semicolon'],
    ['blank lines at its end', `${LIST};;;;;\r\n\r\n`, 'semicolon'],
  ])('is read with %s', async (_, text, separator) => {
    const { faults, questions, csv, rows } = await check(text);
    expect([codes(faults), codes(questions)]).toEqual([[], []]);
    expect(csv).toMatchObject({ separator, table: 'branches' });
    expect(rows.branches).toMatchObject([{ code: '007', meetingTime: '19:30' }]);
  });

  it('keeps every cell as the text that it is', async () => {
    const text = `${HEAD}\n="007";=1+1;P8.1;DBP8;KP;12;3;7g30\n1E5;"Chi bộ ""Hoa Mai""\nkhu B";P8.2;DBP8;KP;"12";3;0.3125\n`;
    const { faults, questions, rows } = await check(text);
    expect([codes(faults), codes(questions)]).toEqual([[], []]);
    expect(rows.branches).toMatchObject([
      { row: 2, code: '007', name: '=1+1', meetingTime: '07:30' },
      { row: 3, code: '1E5', name: 'Chi bộ "Hoa Mai" khu B', meetingTime: '07:30' },
    ]);
  });

  it('reads decimal commas where semicolons or tabs separate, and refuses rows that a comma has moved', async () => {
    const head = ['Mã lượt dự', 'Chi bộ', 'Chuyên viên', 'Ngày dự', 'Hình thức', 'Điểm'];
    const row = ['L1', 'P1.1', 'CV01', '03/11/2020', 'Thường kỳ', '87,5'];
    const lines = (separator: string, last: string) =>
      [head, row, ['L2', 'P1.1', 'CV02', ...row.slice(3, 5), last]].map((cells) => cells.join(separator)).join('\n');
    const { csv, rows } = await check(lines(';', '90'));
    expect(csv?.table).toBe('visits');
    expect(rows.visits).toMatchObject([{ score: 87.5 }, { score: 90 }]);
    const { faults } = await check(lines(',', '90'));
    expect(faults).toMatchObject([{ code: 'csv_too_many_cells', row: 2, params: { found: 7, usual: 6 } }]);
  });

  it('refuses a quotation mark that swallows rows, or that nobody closes', async () => {
    const rows = Array.from({ length: 4 }, (_each, at) => `${at};Chi bộ ${at};P8;DBP8;KP;9;3;19:30`);
    const swallowing = [
      HEAD,
      rows[0],
      `9;"Chi bộ 9;P8;DBP8;KP;9;3;19:30`,
      rows[1],
      `8;Chi bộ" 8;P8;DBP8;KP;9;3;19:30`,
    ].join('\n');
    expect((await check(swallowing)).faults).toMatchObject([{ code: 'csv_rows_in_cell', row: 3 }]);
    const open = check(swallowing.replace('" 8', ' 8'));
    await expect(open).rejects.toMatchObject({ code: 'csv.quote_open', params: { line: 3 } });
  });

  it('is asked about where its heads fit several sheets, unless its name tells', async () => {
    const text = 'Mã,Tên\nMT,Môi trường\n';
    const { questions, csv, rows } = await check(text);
    expect(csv?.table).toBe('fields');
    expect(questions).toMatchObject([
      { id: 'csv.table', code: 'csv_table', params: { fits: ['fields', 'branchTypes', 'departments'] } },
    ]);
    expect(questions[0]?.accepts).toHaveLength(Object.keys(TABLES).length);
    expect(rows.fields).toHaveLength(1);
    const named = await check(text, 'Loại chi bộ - bản cuối.csv');
    expect([named.csv?.table, named.questions]).toEqual(['branchTypes', []]);
    const chosen = await check(text, 'tep.csv', { 'csv.table': 'departments' });
    expect(chosen.questions).toEqual([]);
    expect(chosen.rows.departments).toMatchObject([{ code: 'MT', name: 'Môi trường' }]);
  });

  it('is read as somebody says instead of as it was guessed', async () => {
    const answers = { 'csv.encoding': 'windows-1252', 'csv.separator': 'comma', 'csv.table': 'holidays' };
    const { csv } = await check(windows1258(LIST), 'tep.csv', answers);
    expect(csv).toMatchObject({ encoding: 'windows-1252', separator: 'comma', table: 'holidays' });
    expect((await check(LIST, 'tep.csv', { 'csv.separator': 'none of them' })).csv?.separator).toBe('semicolon');
  });

  it('says that it is none of the template, or no list at all', async () => {
    const { faults, csv } = await check('Tên hàng;Giá\nGạo;20.000\n');
    expect([codes(faults), csv?.table, csv?.separator]).toEqual([['csv_table_unknown'], null, 'semicolon']);
    await expect(check('Kính gửi Ban Tổ chức\nXin báo cáo như sau.\n')).rejects.toMatchObject({
      code: 'xlsx.not_a_workbook',
      params: { looksLike: 'text' },
    });
  });
});
