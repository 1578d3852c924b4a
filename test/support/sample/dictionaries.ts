import type { Day } from '../../../src/kernel/month.ts';

export const FIELDS = {
  XDD: 'Xây dựng Đảng',
  KTGS: 'Kiểm tra, giám sát',
  DV: 'Dân vận',
  TG: 'Tuyên giáo',
  TTDT: 'Trật tự đô thị',
  MT: 'Vệ sinh môi trường',
  DDXD: 'Đất đai, xây dựng',
  ANTT: 'An ninh trật tự',
  VHXH: 'Văn hóa, xã hội',
  KTE: 'Kinh tế',
  TN: 'Công tác thanh niên',
  CNTT: 'Công nghệ thông tin',
} as const;
export type Field = keyof typeof FIELDS;

export const BRANCH_TYPES = {
  KP: 'Khu phố, ấp',
  HCSN: 'Hành chính, sự nghiệp',
  DNNN: 'Doanh nghiệp nhà nước',
  DNTN: 'Doanh nghiệp tư nhân, có vốn nước ngoài',
  SV: 'Sinh viên',
  LLVT: 'Lực lượng vũ trang',
} as const;
export type BranchType = keyof typeof BRANCH_TYPES;

export interface Department {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly specialists: number;
  /** One person's fair load of a month; the maximum is one more. */
  readonly visits: number;
  readonly fields: readonly Field[];
  /** Titles from the head down; people with the first `leaders` of them may lead a team. */
  readonly titles: readonly string[];
  readonly leaders: number;
  /** The branch of which its people are members. */
  readonly ownBranch: string;
}

const department = (
  code: string,
  name: string,
  shortName: string,
  [specialists, leaders, visits]: readonly [number, number, number],
  fields: readonly Field[],
  titles: readonly string[],
  ownBranch = `CQ-${code}`,
): Department => ({ code, name, shortName, specialists, leaders, visits, fields, titles, ownBranch });

export const DEPARTMENTS: readonly Department[] = [
  department(
    'BTC',
    'Ban Tổ chức Quận ủy',
    'Tổ chức',
    [8, 3, 5],
    ['XDD', 'KTGS', 'CNTT', 'DV'],
    ['Phó Trưởng ban Thường trực', 'Phó Trưởng ban', 'Phó Trưởng ban', 'Chuyên viên'],
  ),
  department(
    'BTG',
    'Ban Tuyên giáo Quận ủy',
    'Tuyên giáo',
    [5, 2, 4],
    ['TG', 'VHXH', 'XDD', 'CNTT'],
    ['Phó Trưởng ban Thường trực', 'Phó Trưởng ban', 'Chuyên viên'],
  ),
  department(
    'BDV',
    'Ban Dân vận Quận ủy',
    'Dân vận',
    [5, 2, 4],
    ['DV', 'MT', 'VHXH', 'TTDT'],
    ['Phó Trưởng ban Thường trực', 'Phó Trưởng ban', 'Chuyên viên'],
  ),
  department(
    'UBKT',
    'Ủy ban Kiểm tra Quận ủy',
    'Kiểm tra',
    [7, 3, 4],
    ['KTGS', 'XDD', 'DDXD', 'KTE'],
    ['Phó Chủ nhiệm Thường trực', 'Phó Chủ nhiệm', 'Ủy viên', 'Chuyên viên'],
  ),
  department(
    'VPQU',
    'Văn phòng Quận ủy',
    'Văn phòng',
    [4, 1, 4],
    ['CNTT', 'XDD', 'KTE', 'TTDT'],
    ['Phó Chánh Văn phòng', 'Chuyên viên'],
  ),
  department(
    'TTCT',
    'Trung tâm Bồi dưỡng chính trị quận',
    'Bồi dưỡng CT',
    [2, 1, 4],
    ['TG', 'XDD'],
    ['Phó Giám đốc', 'Giảng viên'],
    'CQ-BTG',
  ),
  department(
    'MTTQ',
    'Ủy ban Mặt trận Tổ quốc Việt Nam quận',
    'Mặt trận',
    [4, 1, 4],
    ['DV', 'MT', 'TTDT', 'DDXD'],
    ['Phó Chủ tịch Thường trực', 'Chuyên viên'],
  ),
  department(
    'LDLD',
    'Liên đoàn Lao động quận',
    'Công đoàn',
    [2, 1, 4],
    ['KTE', 'VHXH'],
    ['Phó Chủ tịch', 'Chuyên viên'],
  ),
  department(
    'HPN',
    'Hội Liên hiệp Phụ nữ quận',
    'Phụ nữ',
    [3, 1, 4],
    ['VHXH', 'DV', 'MT'],
    ['Phó Chủ tịch', 'Chuyên viên'],
  ),
  department('QD', 'Quận đoàn', 'Quận đoàn', [3, 1, 4], ['TN', 'CNTT', 'TG'], ['Phó Bí thư', 'Chuyên viên']),
  department(
    'HCCB',
    'Hội Cựu chiến binh quận',
    'Cựu chiến binh',
    [2, 1, 4],
    ['ANTT', 'DV', 'TG'],
    ['Phó Chủ tịch', 'Chuyên viên'],
  ),
  department('HCTD', 'Hội Chữ thập đỏ quận', 'Chữ thập đỏ', [1, 0, 4], ['VHXH', 'DV'], ['Chuyên viên'], 'CQ-HCCB'),
];

/** Days off as announced each year by the Ministry of Labour, Invalids and Social Affairs; Lunar New Year included. */
export const HOLIDAYS: readonly (readonly [day: Day, name: string])[] = (
  [
    ['2019-09-02', 'Quốc khánh'],
    ['2020-01-01', 'Tết Dương lịch'],
    ['2020-01-23', 'Tết Nguyên đán Canh Tý'],
    ['2020-01-24', 'Tết Nguyên đán Canh Tý'],
    ['2020-01-25', 'Tết Nguyên đán Canh Tý'],
    ['2020-01-26', 'Tết Nguyên đán Canh Tý'],
    ['2020-01-27', 'Tết Nguyên đán Canh Tý'],
    ['2020-01-28', 'Tết Nguyên đán Canh Tý'],
    ['2020-01-29', 'Tết Nguyên đán Canh Tý'],
    ['2020-04-02', 'Giỗ Tổ Hùng Vương'],
    ['2020-04-30', 'Ngày Chiến thắng'],
    ['2020-05-01', 'Quốc tế Lao động'],
    ['2020-09-02', 'Quốc khánh'],
    ['2021-01-01', 'Tết Dương lịch'],
    ['2021-02-10', 'Tết Nguyên đán Tân Sửu'],
    ['2021-02-11', 'Tết Nguyên đán Tân Sửu'],
    ['2021-02-12', 'Tết Nguyên đán Tân Sửu'],
    ['2021-02-13', 'Tết Nguyên đán Tân Sửu'],
    ['2021-02-14', 'Tết Nguyên đán Tân Sửu'],
    ['2021-02-15', 'Tết Nguyên đán Tân Sửu'],
    ['2021-02-16', 'Tết Nguyên đán Tân Sửu'],
    ['2021-04-21', 'Giỗ Tổ Hùng Vương'],
    ['2021-04-30', 'Ngày Chiến thắng'],
    ['2021-05-01', 'Quốc tế Lao động'],
    ['2021-05-03', 'Nghỉ bù ngày Quốc tế Lao động'],
    ['2021-09-02', 'Quốc khánh'],
    ['2021-09-03', 'Quốc khánh'],
  ] as const
).map(([on, name]) => [on as string as Day, name] as const);
