import { aDistrict, withCell, withRows } from '../../../../../test/support/import/a-district.ts';
import { type Case, cell, day, describeKinds, rows } from '../../../../../test/support/import/kinds-of-fault.ts';
import type { CellValue } from '../../../../kernel/workbook.ts';

const paired = (...cells: readonly CellValue[]) =>
  withRows(withRows(aDistrict(), 'Chuyên viên', [ANOTHER]), 'Đi cùng', [cells]);
const ANOTHER: readonly CellValue[] = ['CV02', 'Lê Văn Hai', null, 'BTC', 'cv02@mau.example', null, null, 3];

const together: readonly Case[] = [
  [
    'a pair until a month',
    paired('CV02', 'CV01', 'không cùng', 'Vợ chồng', '12/2027'),
    { read: { pairings: { first: 'CV02', second: 'CV01', kind: 'apart', until: '2027-12' } } },
  ],
  [
    'the month that a spreadsheet has made a day of',
    paired('CV01', 'CV02', 'Nên đi cùng', 'Kèm cặp', day('2027-12-01')),
    { read: { pairings: { kind: 'together', until: '2027-12' } } },
  ],
  ['no end', paired('CV01', 'CV02', 'Apart', 'Vợ chồng'), { read: { pairings: { until: null } } }],
  ['one person twice', paired('CV01', 'cv01', 'Apart', 'Vợ chồng'), { faults: ['Đi cùng B2 pairing_one_person'] }],
  [
    'a pair the other way round',
    withRows(paired('CV01', 'CV02', 'Apart', 'Vợ chồng'), 'Đi cùng', [['CV02', 'CV01', 'Together', 'Kèm']]),
    { faults: ['Đi cùng A3 duplicate'] },
  ],
  [
    'what is missing or unknown of a pair',
    paired('CV01', 'CV77', 'vợ chồng', null, '13/2027'),
    {
      faults: [
        'Đi cùng B2 reference_unknown',
        'Đi cùng C2 not_a_choice',
        'Đi cùng D2 required',
        'Đi cùng E2 not_a_month',
      ],
    },
  ],
  [
    'an evening of every week',
    rows('Bận hằng tuần', ['CV01', 'T4', day('2026-12-01'), day('2027-05-31'), 'Đi học', 'Tối']),
    { read: { weeklyAbsences: { weekday: 'WE', fromTime: '18:00', toTime: '24:00', kind: 'study' } } },
  ],
  [
    'a week without that day, and one that lasts too long',
    rows(
      'Bận hằng tuần',
      ['CV01', 'CN', day('2026-12-01'), day('2026-12-04'), null],
      ['CV01', 'Thứ 2', day('2026-12-01'), day('2028-12-04'), null],
      ['CV01', 'Thứ 8', day('2026-12-01'), day('2026-11-04'), null],
    ),
    {
      faults: [
        'Bận hằng tuần B3 weekly_none',
        'Bận hằng tuần D4 weekly_long',
        'Bận hằng tuần B5 not_a_choice',
        'Bận hằng tuần D5 ends_before_start',
      ],
    },
  ],
];

const TWO_PLACES = withCell(aDistrict(), 'Chi bộ', 2, 'Nơi sinh hoạt', 'Nhà văn hóa');
const ditto = (header: string, value: string) => withCell(TWO_PLACES, 'Chi bộ', 3, header, value);
const DITTOS = [
  'nt',
  'NT',
  '-nt-',
  '(nt)',
  'n.t.',
  'như trên',
  'Như trên.',
  'nhu\u031b tre\u0302n',
  '"',
  '”',
  '〃',
  "''",
  'ditto',
];
const asAbove: readonly Case[] = [
  ...DITTOS.map((value): Case => [value, ditto('Nơi sinh hoạt', value), { faults: ['Chi bộ F3 ditto'] }]),
  ['an hour as above', ditto('Giờ sinh hoạt', 'nt'), { faults: ['Chi bộ R3 ditto'] }],
  ['an organisation as above', ditto('Mã tổ chức', 'nt'), { faults: ['Chi bộ D3 ditto'] }],
  ['a short name', ditto('Ký hiệu ngắn', 'NT'), { read: { branches: { shortLabel: 'NT' } } }],
  ['a field called so', rows('Lĩnh vực', ['NT', 'Nông thôn']), { read: { fields: { code: 'NT' } } }],
  ['a place that only begins so', ditto('Nơi sinh hoạt', 'NT 12'), { read: { branches: { address: 'NT 12' } } }],
];

const MORE = ['Đ/c Trần Thị Mẫu', 'đồng chí Trần Mẫu', 'Ông Trần Mẫu', 'Bà: Trần Mẫu', '1. Trần Mẫu', 'Trần Mẫu (nữ)'];
const named = (value: string) => cell('Chuyên viên', 'Họ và tên', value);
const moreThanNames: readonly Case[] = [
  ...MORE.map((value): Case => [value, named(value), { asks: ['Chuyên viên B2 name_with_more'] }]),
  ['a telephone', cell('Chi bộ', 'Bí thư', 'Trần Mẫu 0903123456'), { asks: ['Chi bộ N2 name_with_more'] }],
  ['a name that begins like an address', named('Đồng Thị Bà'), { read: { specialists: { name: 'Đồng Thị Bà' } } }],
];

describeKinds([
  ['who goes with whom, and when they are away every week', together],
  ['cells that repeat the one above', asAbove],
  ['names with more than a name', moreThanNames],
]);
