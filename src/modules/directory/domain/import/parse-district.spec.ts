import fc from 'fast-check';

import { aDistrict, sheetsOf, withCell, withHeader, withRows } from '../../../../../test/support/import/a-district.ts';
import { parseSheets } from '../../../../../test/support/import/parse-sheets.ts';
import type { CellValue, Sheet } from '../../../../kernel/workbook.ts';
import { annotate } from './annotate.ts';
import { blankTemplate } from './blank-template.ts';
import type { ImportFault } from './fault.ts';
import { plainKey } from './fold.ts';
import { TABLES } from './format.ts';
import type { Columns } from './column.ts';

const faultsIn = (sheets: readonly Sheet[]) => parseSheets(sheets).faults;
const brief = ({ sheet, row, column, code }: ImportFault) => `${sheet} ${column ?? ''}${row ?? ''} ${code}`;
const briefs = (sheets: readonly Sheet[]) => faultsIn(sheets).map(brief);

describe('an import file without faults', () => {
  it('becomes typed rows with the codes of the rows to which they refer', () => {
    const { district, faults, counts } = parseSheets(aDistrict());
    expect(faults).toEqual([]);
    expect(counts).toMatchObject({ organisations: 3, branches: 2, specialists: 1, findings: 1 });
    expect(district?.committee).toMatchObject({ name: 'Quận ủy Quận Mẫu', zone: 'Asia/Ho_Chi_Minh', term: null });
    expect(district?.organisations[2]).toEqual({
      row: 4,
      code: 'TH-HOAMAI',
      name: 'Chi bộ Trường Tiểu học Hoa Mai',
      shortName: null,
      kind: 'grassroots_branch',
      parent: 'DBQ',
      validFrom: '2015-05-19',
      validBefore: null,
    });
    expect(district?.branches[0]).toMatchObject({
      organisation: 'DBP1',
      type: 'KP',
      weakFields: [
        { code: 'MT', weight: 0.8 },
        { code: 'TTDT', weight: 1 },
      ],
      meetingDay: 3,
      meetingTime: '19:30',
      rollWeekend: false,
      thematicMonths: [3, 6, 9, 12],
      thematicDay: null,
    });
    expect(district?.specialists[0]).toMatchObject({ department: 'BTC', residenceBranch: 'P1-KP1', mayLead: true });
    expect(district?.absences[0]).toMatchObject({ from: '2020-12-07', before: '2020-12-12', kind: 'leave' });
    expect(district?.visits[0]).toMatchObject({ day: '2020-11-03', kind: 'regular', score: 87.5 });
  });

  it('may be the English template as well', () => {
    const english = sheetsOf(blankTemplate('en'));
    const codes = new Set(faultsIn(english).map(({ sheet, code }) => `${sheet} ${code}`));
    expect(codes).toEqual(new Set(['Guide file_empty', 'Committee required']));
  });

  it('may have headers without diacritics, in English, in capitals and in another order', () => {
    let sheets = withHeader(aDistrict(), 'Chuyên viên', 'Họ và tên', 'HO VA TEN *');
    sheets = withHeader(sheets, 'Chuyên viên', 'Thư điện tử', 'E-mail');
    sheets = sheets.map((sheet) =>
      sheet.name === 'Chuyên viên' ? { ...sheet, rows: sheet.rows.map((cells) => [...cells].reverse()) } : sheet,
    );
    expect(parseSheets(sheets).district?.specialists).toEqual(parseSheets(aDistrict()).district?.specialists);
  });

  it('may call a department, a branch, a type or a field by its name, whichever way the tone mark is placed', () => {
    let sheets = withCell(aDistrict(), 'Ban', 2, 'Tên ban, cơ quan', 'Ban Hòa giải');
    sheets = withCell(sheets, 'Chuyên viên', 2, 'Ban, cơ quan', 'ban hoà giải');
    sheets = withCell(sheets, 'Chi bộ', 2, 'Loại chi bộ', 'KHU PHỐ, ẤP');
    sheets = withCell(sheets, 'Xung đột lợi ích', 2, 'Mã chi bộ', 'P1.1');
    sheets = withCell(sheets, 'Phát hiện', 2, 'Lĩnh vực', 'Vệ sinh môi trường');
    const { district, faults } = parseSheets(sheets);
    expect(faults).toEqual([]);
    expect(district?.specialists[0]?.department).toBe('BTC');
    expect(district?.branches[0]?.type).toBe('KP');
    expect(district?.conflicts[0]?.branch).toBe('P1-KP1');
    expect(district?.findings[0]?.field).toBe('MT');
  });

  it('may lack the sheets that a new committee has nothing for yet', () => {
    const optional = ['Lịch bận', 'Xung đột lợi ích', 'Ngày nghỉ lễ', 'Lượt dự trước', 'Phát hiện'];
    expect(briefs(aDistrict().filter(({ name }) => !optional.includes(name)))).toEqual([]);
  });

  it('keeps the history of an organisation as rows of one code in different times', () => {
    const older: CellValue[] = ['DBP1', 'Đảng bộ Phường 1 cũ', null, 'Đảng bộ cơ sở', 'DBQ', null, '30/06/2020'];
    const sheets = withCell(aDistrict(), 'Tổ chức', 3, 'Hiệu lực từ', '01/07/2020');
    const { district, faults } = parseSheets(withRows(sheets, 'Tổ chức', [older]));
    expect(faults).toEqual([]);
    expect(
      district?.organisations.filter(({ code }) => code === 'DBP1').map((o) => [o.validFrom, o.validBefore]),
    ).toEqual([
      ['2020-07-01', null],
      [null, '2020-07-01'],
    ]);
  });
});

describe('the template', () => {
  it('has no header that two columns of a sheet would both understand', () => {
    for (const { columns } of Object.values(TABLES)) {
      const names = Object.values(columns as Columns).flatMap(({ header, aliases = [] }) => [
        ...new Set([header.vi, header.en, ...aliases].map(plainKey)),
      ]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it('has example rows that are not imported', () => {
    const counts = Object.values(parseSheets(sheetsOf(blankTemplate('vi'))).counts);
    expect(counts.every((count) => count === 0)).toBe(true);
  });
});

describe('faults of a whole file', () => {
  it('name a file that is not the template at all, once', () => {
    expect(briefs([{ name: 'Sheet1', rows: [['Họ tên', 'Lương']] }])).toEqual(['Sheet1  not_the_template']);
    expect(briefs([])).toEqual(['  not_the_template']);
  });

  it('refuse a later version before anything else', () => {
    const sheets = aDistrict().map((sheet) =>
      sheet.name === 'Hướng dẫn' ? { ...sheet, rows: [['Phiên bản mẫu', 2]] } : sheet,
    );
    expect(briefs(sheets)).toEqual(['Hướng dẫn 1 version_unknown']);
  });

  it('name missing, unknown, doubled and empty sheets, and pass over blank ones', () => {
    const sheets: Sheet[] = [
      ...aDistrict().filter(({ name }) => name !== 'Ban'),
      { name: 'Ngày nghỉ lẻ tẻ', rows: [['Ngày']] },
      { name: 'CHI BO', rows: [['Mã']] },
      { name: 'Sheet1', rows: [[null], ['']] },
    ];
    expect(briefs(sheets)).toEqual(['Ngày nghỉ lẻ tẻ  sheet_unknown', 'CHI BO  sheet_twice', 'Ban  sheet_missing']);
    expect(faultsIn(sheets)[0]?.params).toEqual({ near: 'Ngày nghỉ lễ' });
    const empty = aDistrict().map((sheet) => (sheet.name === 'Lịch bận' ? { ...sheet, rows: [] } : sheet));
    expect(briefs(empty)).toEqual(['Lịch bận  sheet_empty']);
  });
});

describe('faults of a sheet', () => {
  it('name an unknown column and the one that was probably meant', () => {
    const [fault, ...rest] = faultsIn(withHeader(aDistrict(), 'Chi bộ', 'Khuyết', 'Khuyêt chi ủi viên'));
    expect(rest).toEqual([]);
    expect(fault).toEqual({
      sheet: 'Chi bộ',
      row: 1,
      column: 'M',
      header: 'Khuyêt chi ủi viên',
      value: 'Khuyêt chi ủi viên',
      code: 'column_unknown',
      params: { near: null },
    });
    expect(faultsIn(withHeader(aDistrict(), 'Chi bộ', 'Vĩ độ', 'Vỉ độ 1'))[0]?.params).toEqual({ near: 'Vĩ độ' });
  });

  it('name a required column that is missing, a doubled one, and data without a header', () => {
    expect(briefs(withHeader(aDistrict(), 'Lĩnh vực', 'Tên lĩnh vực', 'Ghi chú 1'))).toEqual([
      'Lĩnh vực 1 column_missing',
      'Lĩnh vực B1 column_unknown',
    ]);
    expect(briefs(withHeader(aDistrict(), 'Ngày nghỉ lễ', 'Ghi chú', 'Tên'))).toEqual(['Ngày nghỉ lễ D1 column_twice']);
    const stray = withRows(aDistrict(), 'Ngày nghỉ lễ', [
      [{ day: '2021-04-30', time: null }, 'Ngày Chiến thắng', null, null, 'nghỉ bù?'],
      [{ day: '2021-05-01', time: null }, 'Quốc tế Lao động', null, null, 'nghỉ bù?'],
    ]);
    expect(briefs(stray)).toEqual(['Ngày nghỉ lễ E3 cell_without_header']);
  });

  it('name items of the committee that are missing, unknown or given twice', () => {
    const sheets = aDistrict().map((sheet) =>
      sheet.name === 'Cấp ủy'
        ? {
            ...sheet,
            rows: [...sheet.rows.filter(([item]) => item !== 'Địa danh'), ['Mui gio lam viec', 'x'], ['Mã', 'Q']],
          }
        : sheet,
    );
    expect(
      faultsIn(sheets)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['duplicate', 'item_missing', 'item_unknown']);
  });
});

describe('faults of a row', () => {
  const cases: [what: string, sheet: string, header: string, value: CellValue, expected: string][] = [
    ['a required cell is empty', 'Chi bộ', 'Giờ sinh hoạt', null, 'Chi bộ R2 required'],
    ['a formula failed', 'Chi bộ', 'Tên chi bộ', '#N/A', 'Chi bộ B2 formula_failed'],
    ['a label became a date', 'Chi bộ', 'Ký hiệu ngắn', { day: '2020-08-05', time: null }, 'Chi bộ C2 text_became_day'],
    ['latitude and longitude are swapped', 'Chi bộ', 'Vĩ độ', '106,7', 'Chi bộ G2 out_of_range'],
    ['half a place is given', 'Chi bộ', 'Kinh độ', null, 'Chi bộ G2 place_incomplete'],
    ['members do not add up', 'Chi bộ', 'Số đảng viên', 43, 'Chi bộ I2 sum_differs'],
    ['more seats are vacant than there are', 'Chi bộ', 'Khuyết', 6, 'Chi bộ M2 more_than'],
    ['there is no such organisation', 'Chi bộ', 'Mã tổ chức', 'DBP9', 'Chi bộ D2 reference_unknown'],
    ['there is no such field', 'Chi bộ', 'Lĩnh vực còn hạn chế', 'MT:0,8; TTĐ', 'Chi bộ P2 reference_unknown'],
    ['there is no such parent', 'Tổ chức', 'Mã cấp trên', 'ABC', 'Tổ chức E2 reference_unknown'],
    ['a kind is not in the list', 'Tổ chức', 'Loại tổ chức', 'Đảng bộ cơ sở xã', 'Tổ chức D2 not_a_choice'],
    ['it ends before it starts', 'Lịch bận', 'Đến hết ngày', '01/12/2020', 'Lịch bận C2 ends_before_start'],
    ['a day does not exist', 'Lịch bận', 'Từ ngày', '31/11/2020', 'Lịch bận B2 day_impossible'],
    ['minimum exceeds maximum', 'Chuyên viên', 'Số lượt tối thiểu', 5, 'Chuyên viên G2 more_than'],
    ['the target lies below the minimum', 'Chuyên viên', 'Định mức', '0,5', 'Chuyên viên I2 less_than'],
    ['more are present than expected', 'Lượt dự trước', 'Có mặt', 41, 'Lượt dự trước F2 more_than'],
    ['a score exceeds 100', 'Lượt dự trước', 'Điểm', '187,5', 'Lượt dự trước I2 out_of_range'],
  ];
  it.each(cases)('are placed where %s', (_what, sheet, header, value, expected) => {
    expect(briefs(withCell(aDistrict(), sheet, 2, header, value))).toContain(expected);
  });

  it('say what stands there as the user sees it, and what was probably meant', () => {
    expect(faultsIn(withCell(aDistrict(), 'Lịch bận', 2, 'Mã chuyên viên', 'CV0l'))).toEqual([
      {
        sheet: 'Lịch bận',
        row: 2,
        column: 'A',
        header: 'Mã chuyên viên',
        value: 'CV0l',
        code: 'reference_unknown',
        params: { item: 'CV0l', target: 'Chuyên viên', near: 'CV01' },
      },
    ]);
  });

  it('name doubled codes with the row of the first, in whichever case they are written', () => {
    const sheets = withRows(aDistrict(), 'Lĩnh vực', [['mt', 'Môi trường đô thị']]);
    expect(faultsIn(sheets)).toMatchObject([{ row: 4, column: 'A', code: 'duplicate', params: { otherRow: 2 } }]);
  });

  it('name doubled mails, labels, holidays and visits', () => {
    const sheets = withRows(aDistrict(), 'Ngày nghỉ lễ', [['01/01/2021', 'Năm mới']]);
    const again = ['L2', 'P1.1', 'CV01', '03/11/2020'];
    expect(briefs(withRows(sheets, 'Lượt dự trước', [again]))).toEqual([
      'Ngày nghỉ lễ A3 duplicate',
      'Lượt dự trước B3 duplicate',
    ]);
  });

  it('tell one mistake once: a row with a fault can still be referred to', () => {
    expect(briefs(withCell(aDistrict(), 'Chuyên viên', 2, 'Thư điện tử', 'cv01'))).toEqual([
      'Chuyên viên E2 not_a_mail',
    ]);
  });

  it('refuse a name that several rows share', () => {
    let sheets = withRows(aDistrict(), 'Ban', [['BDV', 'Ban Dân vận', 'Tổ chức']]);
    sheets = withCell(sheets, 'Chuyên viên', 2, 'Ban, cơ quan', 'Tổ chức');
    expect(briefs(sheets)).toEqual(['Chuyên viên D2 reference_ambiguous']);
  });
});

describe('the tree of organisations', () => {
  const organisation = (code: string, parent: string | null, from: string | null = null, to: string | null = null) => [
    code,
    `Đảng bộ ${code}`,
    null,
    'Đảng bộ cơ sở',
    parent,
    from,
    to,
  ];

  it('must not run in a circle', () => {
    const sheets = withRows(aDistrict(), 'Tổ chức', [
      organisation('A', 'C'),
      organisation('B', 'A'),
      organisation('C', 'B'),
    ]);
    const faults = faultsIn(sheets);
    expect(faults.map(brief)).toEqual(['Tổ chức E5 parent_cycle']);
    expect(faults[0]?.params).toEqual({ path: ['A', 'C', 'B', 'A'] });
    expect(briefs(withRows(aDistrict(), 'Tổ chức', [organisation('A', 'A')]))).toEqual(['Tổ chức E5 parent_cycle']);
  });

  it('may turn over in time without ever being a circle', () => {
    const sheets = withRows(aDistrict(), 'Tổ chức', [
      organisation('A', 'B', null, '30/06/2020'),
      organisation('A', 'DBQ', '01/07/2020'),
      organisation('B', 'DBQ', null, '30/06/2020'),
      organisation('B', 'A', '01/07/2020'),
    ]);
    expect(briefs(sheets)).toEqual([]);
  });

  it('shows a circle that exists only in some years', () => {
    const sheets = withRows(aDistrict(), 'Tổ chức', [
      organisation('A', 'B', '01/01/2019', '30/06/2020'),
      organisation('B', 'DBQ', null, '31/12/2019'),
      organisation('B', 'A', '01/01/2020'),
    ]);
    expect(briefs(sheets)).toEqual(['Tổ chức E5 parent_cycle']);
  });

  it('has one version of an organisation at a time, and a root', () => {
    const rows = [organisation('A', 'DBQ', null, '30/06/2020'), organisation('A', 'DBP1', '30/06/2020')];
    expect(briefs(withRows(aDistrict(), 'Tổ chức', rows))).toEqual(['Tổ chức A6 periods_overlap']);
    expect(briefs(withCell(aDistrict(), 'Tổ chức', 2, 'Mã cấp trên', 'DBP1'))).toEqual([
      'Tổ chức  root_missing',
      'Tổ chức E2 parent_cycle',
    ]);
  });

  it('admits a grassroots branch as organisation and branch at once', () => {
    const both = parseSheets(aDistrict()).district?.branches.find(({ code }) => code === 'TH-HOAMAI');
    expect(both?.organisation).toBe('TH-HOAMAI');
  });
});

describe('a header that is none', () => {
  it.each<[string, CellValue]>([
    ['a date', { day: '2020-12-03', time: null }],
    ['what Excel could not date', { day: null, time: null }],
  ])('is named where it is %s, so that nothing below it is lost without a word', (_, value) => {
    const sheets = aDistrict().map((sheet) =>
      sheet.name === 'Cấp ủy'
        ? {
            ...sheet,
            rows: sheet.rows.map((cells, at) => (at === 0 ? Object.assign([...cells], { 1: value }) : cells)),
          }
        : sheet,
    );
    expect(briefs(sheets)).toEqual(expect.arrayContaining(['Cấp ủy B1 column_unknown']));
    expect(parseSheets(sheets).district).toBeNull();
  });
});

describe('whatever stands in the cells', () => {
  const names = aDistrict().map(({ name }) => name);
  const cell = fc.oneof(
    fc.constantFrom<CellValue>(null, '', 'CV01', 'P1-KP1', '#REF!', '03/12/2020', '3/4/2020', 'có', '0,5', 'MT:0,5'),
    fc.string({ maxLength: 12 }),
    fc.double(),
    fc.boolean(),
    fc.record({ day: fc.constantFrom(null, '2020-12-03'), time: fc.constantFrom(null, '19:30') }),
  );

  it('is either imported whole or explained by faults at real places, and never an exception', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(6), fc.nat(24), cell), { minLength: 1, maxLength: 6 }),
        (changes) => {
          let sheets = aDistrict();
          for (const [name, row, column, value] of changes) {
            sheets = sheets.map((sheet) =>
              sheet.name === name
                ? {
                    name,
                    rows: sheet.rows.map((cells, at) =>
                      at === row ? Object.assign([...cells], { [column]: value }) : cells,
                    ),
                  }
                : sheet,
            );
          }
          const { district, faults } = parseSheets(sheets);
          expect(district === null).toBe(faults.length > 0);
          expect(faults.every(({ row }) => row === null || (row >= 1 && row <= 300))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('an annotated file', () => {
  const faulty = withCell(aDistrict(), 'Lịch bận', 2, 'Từ ngày', '31/11/2020');
  const annotated = annotate(
    faulty,
    { faults: faultsIn(faulty), questions: [] },
    { fault: ({ code }) => `câu về ${code}`, question: () => '' },
    'vi',
  );

  it('lists each fault first and marks its cell', () => {
    expect(annotated[0]?.name).toBe('Lỗi');
    expect(annotated[0]?.rows[1]?.map((cell) => cell?.value)).toEqual([
      'Lịch bận',
      2,
      'B',
      'Từ ngày',
      '31/11/2020',
      'câu về day_impossible',
      'Lỗi',
    ]);
    const absences = annotated.find(({ name }) => name === 'Lịch bận');
    expect(absences?.rows[1]?.[1]).toMatchObject({ value: '31/11/2020', style: 'fault' });
  });

  it('lists what is asked after the faults, and marks every cell of it', () => {
    const strange = withRows(withCell(aDistrict(), 'Lịch bận', 2, 'Đến hết ngày', '06/12/2062'), 'Lịch bận', [
      ['CV01', '01/12/2061', '02/12/2061', 'Nghỉ phép'],
    ]);
    const { questions } = parseSheets(strange);
    const marked = annotate(
      strange,
      { faults: [], questions },
      { fault: () => '', question: ({ code, count }) => `${code} ${count}` },
      'vi',
    );
    expect(marked[0]?.rows.slice(1).map((row) => row.map((cell) => cell?.value))).toEqual([
      ['Lịch bận', 2, 'C', 'Đến hết ngày', '06/12/2062', 'year_implausible 2', 'Cần xác nhận'],
      ['Lịch bận', 3, 'B', 'Từ ngày', '01/12/2061', 'year_implausible 1', 'Cần xác nhận'],
    ]);
    const absences = marked.find(({ name }) => name === 'Lịch bận');
    expect([absences?.rows[1]?.[2]?.style, absences?.rows[2]?.[2]?.style]).toEqual(['question', 'question']);
  });

  it('can be corrected and uploaded as it is', () => {
    expect(faultsIn(sheetsOf(annotated))).toEqual(faultsIn(faulty));
    expect(briefs(withCell(sheetsOf(annotated), 'Lịch bận', 2, 'Từ ngày', '01/12/2020'))).toEqual([]);
    const none = { faults: [], questions: [] };
    const silent = { fault: () => '', question: () => '' };
    expect(annotate(sheetsOf(annotated), none, silent, 'vi').filter(({ name }) => name === 'Lỗi')).toHaveLength(1);
  });
});
