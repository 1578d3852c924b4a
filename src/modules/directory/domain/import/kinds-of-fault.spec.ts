import { aDistrict, withCell } from '../../../../../test/support/import/a-district.ts';
import { type Case, cell, day, describeKinds, rows, time } from '../../../../../test/support/import/kinds-of-fault.ts';
import type { CellValue, Sheet } from '../../../../kernel/workbook.ts';

const place = (lat: CellValue, lng: CellValue) => withCell(cell('Chi bộ', 'Vĩ độ', lat), 'Chi bộ', 2, 'Kinh độ', lng);
const farPlace = (lat: CellValue, lng: CellValue) =>
  withCell(withCell(place(10.76, 106.7), 'Chi bộ', 3, 'Vĩ độ', lat), 'Chi bộ', 3, 'Kinh độ', lng);

const gone: readonly Case[] = [
  [
    'a visit to a branch that has left',
    rows('Lượt dự trước', ['L2', 'XNC', 'CV01', day('2020-11-05')]),
    { read: { visits: { branch: 'XN-CU' } } },
  ],
  [
    'a visit by a person who has left',
    rows('Lượt dự trước', ['L2', 'P1.1', 'CV09', day('2020-11-05')]),
    { read: { visits: { specialist: 'CV09' } } },
  ],
  [
    'days away of a person who has left',
    rows('Lịch bận', ['CV09', day('2026-12-24'), day('2026-12-25')]),
    { read: { absences: { specialist: 'CV09' } } },
  ],
  [
    'a conflict with a branch that has left',
    rows('Xung đột lợi ích', ['CV01', 'XN-CU', 'Người thân']),
    { read: { conflicts: { branch: 'XN-CU' } } },
  ],
  [
    'somebody’s own branch that has left',
    cell('Chuyên viên', 'Chi bộ đang sinh hoạt', 'XNC'),
    { read: { specialists: { ownBranch: 'XN-CU' } } },
  ],
  [
    'a department that has left',
    cell('Chuyên viên', 'Ban, cơ quan', 'BCU'),
    { faults: ['Chuyên viên D2 reference_unknown'] },
  ],
  [
    'a field that has left',
    cell('Chuyên viên', 'Lĩnh vực phụ trách', 'CUF:0,9'),
    { faults: ['Chuyên viên F2 reference_unknown'] },
  ],
];

const places: readonly Case[] = [
  ['a place of zeros', place(0, 0), { faults: ['Chi bộ G2 out_of_range', 'Chi bộ H2 out_of_range'] }],
  [
    'degrees and minutes',
    place('10°45\'36"', '106°42\'15"'),
    { faults: ['Chi bộ G2 not_a_number', 'Chi bộ H2 not_a_number'] },
  ],
  ['both in one cell', place('10.7601, 106.7042', null), { faults: ['Chi bộ G2 place_in_one_cell'] }],
  ['one half that cannot be read', place('10,76 Bắc', 106.7), { faults: ['Chi bộ G2 not_a_number'] }],
  ['a lost decimal point', place(107_601, 1_067_042), { faults: ['Chi bộ G2 out_of_range', 'Chi bộ H2 out_of_range'] }],
  ['a place in another province', farPlace(21.03, 105.85), { asks: ['Chi bộ G3 place_far'] }],
  ['a digit that puts a place out at sea', farPlace(10.76, 108.7), { asks: ['Chi bộ G3 place_far'] }],
  ['places of one province', farPlace(10.95, 106.8), { read: { branches: { lat: 10.95 } } }],
  [
    'members who are about so many',
    cell('Chi bộ', 'Số đảng viên', 'khoảng 42'),
    { faults: ['Chi bộ I2 not_a_number'] },
  ],
];

const days: readonly Case[] = [
  [
    'several days in a cell',
    rows('Ngày nghỉ lễ', ['14/02/2027 - 20/02/2027', 'Tết Nguyên đán']),
    { faults: ['Ngày nghỉ lễ A3 not_a_day'] },
  ],
  [
    'a day of the other calendar',
    rows('Ngày nghỉ lễ', ['Mùng 1 Tết', 'Tết Nguyên đán']),
    { faults: ['Ngày nghỉ lễ A3 not_a_day'] },
  ],
  [
    'a day without a year',
    rows('Ngày nghỉ lễ', ['30/04', 'Ngày Giải phóng']),
    { faults: ['Ngày nghỉ lễ A3 not_a_day'] },
  ],
  [
    'a day that shows no year',
    rows('Ngày nghỉ lễ', [{ day: '2027-04-30', time: null, isPartlySeen: true }, 'Ngày Giải phóng']),
    { asks: ['Ngày nghỉ lễ A3 day_unseen'], read: { holidays: { day: '2027-04-30' } } },
  ],
  [
    'a Saturday worked for another day',
    rows('Ngày nghỉ lễ', [day('2026-01-10'), 'Đi làm thay ngày 02/01']),
    { read: { holidays: { kind: 'worked' } } },
  ],
  [
    'a Sunday whose name speaks of work',
    rows('Ngày nghỉ lễ', [day('2026-01-11'), 'Hoán đổi ngày làm việc']),
    { asks: ['Ngày nghỉ lễ B3 named_as_worked'] },
  ],
  [
    'a day off worked for on a Saturday',
    rows('Ngày nghỉ lễ', [day('2026-01-02'), 'Nghỉ hoán đổi, làm bù 10/01']),
    { read: { holidays: { kind: 'in_lieu' } } },
  ],
];

const edges: readonly Case[] = [
  [
    'days away over the year’s end',
    rows('Lịch bận', ['CV01', day('2026-12-28'), day('2027-01-03')]),
    { read: { absences: { from: '2026-12-28', before: '2027-01-04' } } },
  ],
  [
    'hours away over midnight',
    rows('Lịch bận', ['CV01', day('2026-12-28'), day('2026-12-28'), 'Nghỉ phép', null, time('22:00'), time('02:00')]),
    { faults: ['Lịch bận G3 hours_end_before_start'] },
  ],
  [
    'hours away up to midnight',
    rows('Lịch bận', ['CV01', day('2026-12-28'), day('2026-12-28'), 'Nghỉ phép', null, time('18:00'), '24:00']),
    { read: { absences: { toTime: '24:00' } } },
  ],
  [
    'a time that is a fraction of something else',
    cell('Chi bộ', 'Giờ sinh hoạt', 0.3),
    { faults: ['Chi bộ R2 not_a_time'] },
  ],
  ['a meeting at night', cell('Chi bộ', 'Giờ sinh hoạt', '1:30'), { asks: ['Chi bộ R2 hour_unusual'] }],
  [
    'a day of the committee that shows no year',
    withCell(aDistrict(), 'Cấp ủy', 11, 'Giá trị', { day: '2020-10-01', time: null, isPartlySeen: true }),
    { asks: ['Cấp ủy B11 day_unseen'] },
  ],
  [
    'a meeting over midnight',
    withCell(cell('Chi bộ', 'Giờ sinh hoạt', time('23:30')), 'Chi bộ', 2, 'Thời lượng (phút)', 120),
    { read: { visits: {} } },
  ],
  [
    'a duration that is a time of day',
    cell('Chi bộ', 'Thời lượng (phút)', time('01:30')),
    { faults: ['Chi bộ S2 not_a_number'] },
  ],
  [
    'a visit of next year',
    rows('Lượt dự trước', ['L2', 'P1.1', 'CV01', day('2027-11-05')]),
    { asks: ['Lượt dự trước D3 day_in_future'] },
  ],
];

const addresses: readonly Case[] = [
  [
    'an address copied from a link',
    cell('Chuyên viên', 'Thư điện tử', 'mailto:cv01@mau.example'),
    { faults: ['Chuyên viên E2 not_a_mail'] },
  ],
  [
    'an address with its owner’s name',
    cell('Chuyên viên', 'Thư điện tử', 'Mẫu <cv01@mau.example>'),
    { faults: ['Chuyên viên E2 not_a_mail'] },
  ],
  [
    'neither an address nor a telephone number',
    cell('Chuyên viên', 'Thư điện tử', null),
    { faults: ['Chuyên viên E2 mail_missing'] },
  ],
  [
    'a telephone number that lost its zero',
    cell('Chuyên viên', 'Số điện thoại', 912345678),
    { faults: ['Chuyên viên P2 not_a_telephone'] },
  ],
  [
    'a telephone number as people write it',
    cell('Chuyên viên', 'Số điện thoại', '0912 345 678'),
    { read: { specialists: { phone: '0912345678' } } },
  ],
  [
    'an address in capitals',
    cell('Chuyên viên', 'Thư điện tử', 'CV01@MAU.example'),
    { read: { specialists: { mail: 'cv01@mau.example' } } },
  ],
];

const words: readonly Case[] = [
  [
    'a name that no column holds',
    cell('Chi bộ', 'Tên chi bộ', `Chi bộ ${'Ư '.repeat(400)}`),
    { faults: ['Chi bộ B2 too_long'] },
  ],
  [
    'a short name that is none',
    cell('Chi bộ', 'Ký hiệu ngắn', 'Phường 1 khu phố 1 tổ 12'),
    { faults: ['Chi bộ C2 too_long'] },
  ],
  ['a dash for a place', cell('Chi bộ', 'Nơi sinh hoạt', '–'), { asks: ['Chi bộ F2 placeholder'] }],
  ['what a program writes for nothing', cell('Chi bộ', 'Bí thư', 'NULL'), { asks: ['Chi bộ N2 placeholder'] }],
  ['that somebody is to come', cell('Chi bộ', 'Bí thư', 'Chưa có'), { asks: ['Chi bộ N2 placeholder'] }],
  [
    'no name where one is needed',
    cell('Chuyên viên', 'Họ và tên', 'n/a'),
    { asks: ['Chuyên viên B2 placeholder_required'] },
  ],
  [
    'nothing that the committee is called',
    withCell(aDistrict(), 'Cấp ủy', 3, 'Giá trị', 'NULL'),
    { asks: ['Cấp ủy B3 placeholder_required'] },
  ],
  ['two people in a cell', cell('Chuyên viên', 'Họ và tên', 'Lê A\nLê B'), { asks: ['Chuyên viên B2 people_several'] }],
  ['two secretaries', cell('Chi bộ', 'Bí thư', 'Lê A và Lê B'), { asks: ['Chi bộ N2 people_several'] }],
  [
    'a code of which a day was made',
    cell('Lượt dự trước', 'Mã lượt', '03-Dec'),
    { asks: ['Lượt dự trước A2 code_like_day'], faults: ['Phát hiện A2 reference_unknown'] },
  ],
  [
    'a name on two lines',
    withCell(aDistrict(), 'Chi bộ', 3, 'Tên chi bộ', 'Chi bộ Trường\nHoa Mai'),
    { read: { branches: { name: 'Chi bộ Trường Hoa Mai' } } },
  ],
  [
    'a title longer than the notice has room',
    cell('Chuyên viên', 'Chức danh', 'Phó Trưởng ban '.repeat(20)),
    { faults: ['Chuyên viên C2 too_long'] },
  ],
];

const figures: readonly Case[] = [
  ['a rating for points', cell('Lượt dự trước', 'Điểm', 'Tốt'), { faults: ['Lượt dự trước I2 not_a_number'] }],
  ['points of a hundred', cell('Lượt dự trước', 'Điểm', '87,5/100'), { faults: ['Lượt dự trước I2 not_a_number'] }],
  [
    'points that show rounded',
    cell('Lượt dự trước', 'Điểm', { number: 87.5, format: '0', shown: '88', text: null, kind: 'number' }),
    { asks: ['Lượt dự trước I2 number_rounded'], read: { visits: { score: 87.5 } } },
  ],
  ['points of ten', cell('Lượt dự trước', 'Điểm', '8,75'), { asks: ['Lượt dự trước I2 points_of_ten'] }],
  [
    'digits with a blank between',
    cell('Lượt dự trước', 'Điểm', '8 7,5'),
    { faults: ['Lượt dự trước I2 not_a_number'] },
  ],
  [
    'who is present of how many',
    cell('Lượt dự trước', 'Có mặt', '36/40'),
    { faults: ['Lượt dự trước F2 not_a_number'] },
  ],
];

const reasons: readonly Case[] = [
  ['a reason in somebody’s own words', cell('Lịch bận', 'Lý do', 'về quê'), { faults: ['Lịch bận D2 not_a_choice'] }],
  ['a dash for a reason', cell('Lịch bận', 'Lý do', '-'), { faults: ['Lịch bận D2 not_a_choice'] }],
  [
    'a relative as reason of a conflict',
    cell('Xung đột lợi ích', 'Lý do', 'Vợ là bí thư'),
    { faults: ['Xung đột lợi ích C2 not_a_choice'] },
  ],
];

const secretary = (branch: number) => withCell(aDistrict(), 'Chi bộ', branch, 'Thư điện tử bí thư', 'CV01@mau.example');
const ownWork: readonly Case[] = [
  ['a secretary of the branch to which they belong', secretary(3), { read: { branches: { code: 'TH-HOAMAI' } } }],
  ['a secretary of the branch where they live', secretary(2), { read: { branches: {} } }],
  [
    'a secretary whom nothing keeps away',
    withCell(
      withCell(secretary(2), 'Chuyên viên', 2, 'Chi bộ nơi cư trú', null),
      'Xung đột lợi ích',
      2,
      'Mã chi bộ',
      'TH-HOAMAI',
    ),
    { asks: ['Chi bộ O2 secretary_visits'] },
  ],
  [
    'a branch that is everybody’s own',
    cell('Chuyên viên', 'Chi bộ đang sinh hoạt', 'P1.1; THHM'),
    { faults: ['Chuyên viên K2 reference_unknown'] },
  ],
];

const FOUND = ['L2011-001', 'Hạn chế', null, 'Ghi chép nghị quyết chưa đầy đủ.'];
const repeated: readonly Case[] = [
  ['the same finding twice', rows('Phát hiện', FOUND, FOUND), { asks: ['Phát hiện D4 findings_repeated'] }],
  ['the same words of two kinds', rows('Phát hiện', FOUND, FOUND.with(1, 'Mô hình hay')), {}],
];

const letters: readonly Case[] = [
  ['a code of wide letters', cell('Chi bộ', 'Mã chi bộ', 'Ｐ１－ＫＰ１'), { faults: ['Chi bộ A2 code_look_alike'] }],
  [
    'an eth for a Vietnamese letter',
    withCell(aDistrict(), 'Chi bộ', 3, 'Tên chi bộ', 'Chi bộ Ðoàn thể'),
    { read: { branches: { name: 'Chi bộ Đoàn thể' } } },
  ],
  [
    'joiners and narrow blanks',
    withCell(aDistrict(), 'Chi bộ', 3, 'Tên chi bộ', 'Chi\u2060 bộ\u00a0Hoa\u202f Mai'),
    { read: { branches: { name: 'Chi bộ Hoa Mai' } } },
  ],
  ['letters that show as nothing', cell('Chi bộ', 'Tên chi bộ', '\u3164 \u3164'), { faults: ['Chi bộ B2 required'] }],
  [
    'a mark beside its letter',
    withCell(aDistrict(), 'Chi bộ', 3, 'Tên chi bộ', 'Chi b\u0323ô Hoa Mai'),
    { asks: ['Chi bộ B3 letters_strange'] },
  ],
  [
    'markup of a page',
    withCell(aDistrict(), 'Chi bộ', 3, 'Tên chi bộ', '<b>Chi bộ</b> Hoa Mai'),
    { asks: ['Chi bộ B3 letters_strange'] },
  ],
  [
    'UTF-8 that an old Mac read',
    withCell(aDistrict(), 'Chi bộ', 3, 'Tên chi bộ', 'Chi b·ªô Hoa Mai'),
    { asks: ['Chi bộ B3 letters_garbled'], read: { branches: { name: 'Chi bộ Hoa Mai' } } },
  ],
  [
    'marks in another order',
    withCell(aDistrict(), 'Chi bộ', 3, 'Tên chi bộ', 'Chi bo\u0302\u0323 Ho\u0300a'),
    { read: { branches: { name: 'Chi bộ Hòa' } } },
  ],
];

/** Every cell that names a row in full or as a member of a list, with another spelling of its code. */
function everywhere(from: string, to: string): Sheet[] {
  const respelled = (value: CellValue) => (value === from ? to : value);
  return aDistrict().map(({ name, rows: old }) => ({ name, rows: old.map((cells) => cells.map(respelled)) }));
}
const visit = (code: string, branch: string): readonly CellValue[] => [
  code,
  branch,
  'CV01',
  day(`2020-10-0${code.slice(1)}`),
];
const oneCode: readonly Case[] = [
  [
    'a code with a blank, wherever it stands',
    everywhere('CV01', 'CV 01'),
    { faults: ['Chuyên viên A2 code_malformed'] },
  ],
  [
    'a code with a dash that only looks like one, wherever it stands',
    everywhere('CV01', 'CV\u201101'),
    { faults: ['Chuyên viên A2 code_look_alike'] },
  ],
  [
    'a code of wide letters, wherever it stands',
    everywhere('P1-KP1', 'Ｐ1-KP1'),
    { faults: ['Chi bộ A2 code_look_alike'] },
  ],
  [
    'a code with a blank that others write without',
    cell('Chi bộ', 'Mã chi bộ', 'P1 KP1'),
    { faults: ['Chi bộ A2 code_malformed'] },
  ],
  [
    'a code with a dash that others write as usual',
    cell('Chi bộ', 'Mã chi bộ', 'P1\u2011KP1'),
    { faults: ['Chi bộ A2 code_look_alike'] },
  ],
  [
    'a row without its code, which others name',
    withCell(rows('Lượt dự trước', visit('L2', 'P8-KP8'), visit('L3', 'p8-kp8')), 'Chi bộ', 2, 'Mã chi bộ', null),
    { faults: ['Chi bộ A2 required'] },
  ],
  [
    'a row without its code, and more names than it can have',
    withCell(rows('Lượt dự trước', visit('L2', 'P8-KP8'), visit('L3', 'P9-KP9')), 'Chi bộ', 2, 'Mã chi bộ', null),
    {
      faults: ['Chi bộ A2 required', 'Lượt dự trước B3 reference_unknown', 'Lượt dự trước B4 reference_unknown'],
    },
  ],
  [
    'a reference alone that cannot be read',
    cell('Xung đột lợi ích', 'Mã chuyên viên', 'CV 01'),
    { faults: ['Xung đột lợi ích A2 code_malformed'] },
  ],
  [
    'an item of the committee that was never calculated',
    withCell(aDistrict(), 'Cấp ủy', 3, 'Giá trị', { formula: 'A1' }),
    { faults: ['Cấp ủy B3 formula_without_result'] },
  ],
  [
    'an item of the committee whose formula failed',
    withCell(aDistrict(), 'Cấp ủy', 11, 'Giá trị', '#REF!'),
    { faults: ['Cấp ủy B11 formula_failed'] },
  ],
];

describeKinds([
  ['one mistake that much refers to', oneCode],
  ['what has left and is still named', gone],
  ['what would be reckoned without being known', places],
  ['days of several kinds', days],
  ['the edges of days, months and years', edges],
  ['addresses that stay for the life of a visit', addresses],
  ['what has to find room on paper', words],
  ['figures that mean something else', figures],
  ['reasons', reasons],
  ['own work', ownWork],
  ['rows that were pasted twice', repeated],
  ['letters that look alike', letters],
]);
