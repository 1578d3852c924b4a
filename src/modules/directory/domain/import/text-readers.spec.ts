import type { CellValue } from '../../../../kernel/workbook.ts';
import type { CellReader } from './reading.ts';
import { code, mail, paragraphs, text, yesOrNo } from './text-readers.ts';

const read = <T>(reader: CellReader<T>, cell: NonNullable<CellValue>): T | string => {
  const reading = reader(cell);
  return 'value' in reading ? reading.value : reading.misread.code;
};

describe('a code', () => {
  it('stays as it is written', () => {
    expect(['001', 'P8.5', '38.168.053.000.001', 'ĐB-P1'].map((cell) => read(code, cell))).toEqual([
      '001',
      'P8.5',
      '38.168.053.000.001',
      'ĐB-P1',
    ]);
  });

  it('is text even where the spreadsheet made a number of it, but never a number that lost digits', () => {
    expect([read(code, 12), read(code, 8.5), read(code, 38_168_053_000_001_004_000)]).toEqual([
      '12',
      'code_became_number',
      'code_became_number',
    ]);
  });

  it('is refused with blanks, signs or as a date', () => {
    expect([read(code, 'P 8'), read(code, '=A1'), read(code, { day: '2020-08-05', time: null })]).toEqual([
      'code_malformed',
      'code_malformed',
      'text_became_day',
    ]);
  });
});

describe('a code with a strange sign', () => {
  it.each<[string, string, string | null]>([
    ['a Cyrillic letter', '\u0421V01', 'CV01'],
    ['a Greek letter', '\u0391B1', 'AB1'],
    ['full-width letters', 'ＣＶ０１', 'CV01'],
    ['mathematical letters', '𝐂𝐕01', 'CV01'],
    ['a dotless i', 'Kı1', 'Ki1'],
    ['a long dash', 'P8–KP5', 'P8-KP5'],
    ['a Roman numeral', 'Ⅷ', 'VIII'],
    ['a sign of its own', 'P8*5', null],
    ['Chinese letters', '党1', null],
  ])('is told what it was meant to be: %s', (_what, written, likely) => {
    const reading = code(written);
    expect('misread' in reading ? reading.misread : null).toEqual(
      likely === null
        ? { code: 'code_malformed', params: {} }
        : {
            code: 'code_look_alike',
            params: { letter: Array.from(written).find((sign) => /[^ -~]/.test(sign)), likely },
          },
    );
  });

  it('loses what cannot be seen, and has Đ for eth', () => {
    expect(
      ['C\u200bV01', '\ufeffCV01', 'CV\u00ad01', '\u200eCV01', 'CV01\u2060'].map((cell) => read(code, cell)),
    ).toEqual(Array(5).fill('CV01'));
    expect([read(code, '\u00d0B-P1'), read(code, 'C\u01b01'.normalize('NFD'))]).toEqual(['ĐB-P1', 'Cư1']);
  });

  it('is what its cell shows where a number has a format', () => {
    const cell = (number: number, format: string, shown: string, text: string | null): CellValue => ({
      number,
      format,
      shown,
      text,
      kind: 'number',
    });
    expect(read(code, cell(7, '000', '007', '007') ?? '')).toBe('007');
    expect(read(code, cell(3, '"P8."0', 'P8.3', 'P8.3') ?? '')).toBe('P8.3');
    expect(read(code, cell(200_000, '0.00E+00', '2,00E+05', null) ?? '')).toBe('code_became_number');
    expect(read(text(), cell(1_234, '#,##0', '1.234', null) ?? '')).toBe('text_became_number');
    expect([read(code, 123_456_789_012), read(text(), 8.5), read(text(), true)]).toEqual([
      'code_became_number',
      'text_became_number',
      'text_became_yes_or_no',
    ]);
    expect(code(200_000)).toEqual({ value: '200000', doubt: 'number_as_text' });
  });
});

describe('other texts', () => {
  it('read texts in one line and one Unicode form', () => {
    expect(read(text(), ' Chi  bộ\nHòa Bình '.normalize('NFD'))).toBe('Chi bộ Hòa Bình'.normalize('NFC'));
    expect(read(text(5), 'Khu phố 5')).toBe('too_long');
  });

  it('read yes and no in the ways people write them', () => {
    expect(['có', 'Co', 'x', 'X', 'yes', true, '1', 1].map((cell) => read(yesOrNo, cell))).not.toContain(false);
    expect(['không', 'KHONG', 'no', false, 0].map((cell) => read(yesOrNo, cell))).not.toContain(true);
    expect([read(yesOrNo, 'có lẽ'), read(yesOrNo, 2)]).toEqual(['not_yes_or_no', 'not_yes_or_no']);
  });

  it('read mail addresses in lower case', () => {
    expect(read(mail, ' CV01@Mau.Example ')).toBe('cv01@mau.example');
    expect(read(mail, 'nguyenan\u200b@mau.example')).toBe('nguyenan@mau.example');
    expect(
      ['cv01', 'cv01@mau', 'a b@mau.example', 'a@b@mau.example', 'hoà@mau.example', 5].map((cell) => read(mail, cell)),
    ).toEqual(Array(6).fill('not_a_mail'));
  });

  it('are refused where letters were lost or belong to another alphabet', () => {
    expect(
      [
        'Chi b? Khu ph? 1',
        'Tr\u0086n V\u00e5n An',
        'Nguy\ufffdn',
        'Chi bá» Khu phá»',
        'Nguy?n V?n An',
        '?oàn',
        'Chi b? Khu ph? 5 ?ồng',
      ].map((cell) => read(text(), cell)),
    ).toEqual(Array(7).fill('letters_lost'));
    expect(['Có chuyển biến không?', 'Xem https://xomchieu.vn/tin?so=1'].map((cell) => read(text(), cell))).toEqual([
      'Có chuyển biến không?',
      'Xem https://xomchieu.vn/tin?so=1',
    ]);
    expect(['Trần Thị \u041cai', 'Ｃhi bộ 1', '\u041e'].map((cell) => read(text(), cell))).toEqual(
      Array(3).fill('letters_foreign'),
    );
    expect(read(text(), 'Đoàn Матросов')).toBe('Đoàn Матросов');
  });

  it.each(['Chi bµ Khu ph¯ 3, Phß¶ng 8', 'Khu phÓ 3, PhÜ©ng 8', 'Trß¶ng M¥u'])(
    'are asked about where signs of an old table stand in words: %s',
    (written) => {
      expect(text()(written)).toEqual({ value: written, doubt: 'letters_strange' });
    },
  );

  it.each(['Hồ Thị Kỷ 50 m²', 'Điều 5 § 2', 'Phòng 3×4', 'Tầng 2º', 'Microsoft® 365', 'Café «Hoa»', 'Việt · Nam'])(
    'stay as they are with a sign that people write: %s',
    (written) => {
      expect(text()(written)).toEqual({ value: written });
    },
  );

  it('have a blank where another script has one', () => {
    expect(read(text(), 'Trần\u3164Thị\u2800Mẫu')).toBe('Trần Thị Mẫu');
  });

  it('are one address a cell', () => {
    expect(mail('an@mau.vn; binh@mau.vn')).toEqual({
      misread: { code: 'mails_several', params: { addresses: ['an@mau.vn', 'binh@mau.vn'] } },
    });
  });

  it('lose what cannot be seen and control characters, and keep their emoji', () => {
    expect(read(text(), 'Chi\u00ad bộ\u202e\u0007 1')).toBe('Chi bộ 1');
    expect(read(paragraphs(), 'Một\r\nhai\u200b')).toBe('Một\nhai');
    expect(read(text(), 'Hội trường 👨‍👩‍👧')).toBe('Hội trường 👨‍👩‍👧');
  });
});
