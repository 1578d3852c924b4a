import { WARDS, type Ward } from './places.ts';
import type { BranchType, Field } from './dictionaries.ts';

export type Group =
  | 'quarter'
  | 'ward_office'
  | 'ward_police'
  | 'ward_military'
  | 'nursery'
  | 'primary'
  | 'secondary'
  | 'agency'
  | 'health'
  | 'police'
  | 'enterprise';

/** A unit that has a branch: its name, its organisation, its usual meeting. */
export interface Unit {
  readonly code: string;
  readonly label: string;
  /** After “Chi bộ”. */
  readonly name: string;
  readonly group: Group;
  readonly type: BranchType;
  readonly ward: Ward;
  /** Code of its organisation; a grassroots branch has the unit's own code. */
  readonly organisation: string;
  readonly members: readonly [least: number, most: number];
  readonly meets: { readonly day: number; readonly time: string; readonly rollWeekend: boolean };
  readonly weaknesses: readonly Field[];
}

export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: string;
  readonly parent: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const ROOT = 'Q4';
const wardCode = (ward: Ward) => `DB-P${ward.number}`;

function wardOf(number: number): Ward {
  const found = WARDS.find((ward) => ward.number === number);
  if (found === undefined) throw new Error(`no ward ${number}`);
  return found;
}

const meets = (day: number, time: string, rollWeekend = true) => ({ day, time, rollWeekend });

/** Common names of schools, except the first, which really existed in the district. */
const PRIMARIES: readonly (readonly [ward: number, name: string, label: string])[] = [
  [2, 'Đoàn Thị Điểm', 'ĐTĐ'],
  [1, 'Kim Đồng', 'KĐ'],
  [3, 'Lê Văn Tám', 'LVT'],
  [4, 'Trần Quốc Toản', 'TQT'],
  [6, 'Nguyễn Bỉnh Khiêm', 'NBK'],
  [8, 'Phan Chu Trinh', 'PCT'],
  [9, 'Đinh Tiên Hoàng', 'ĐTH'],
  [10, 'Lương Thế Vinh', 'LTV'],
  [13, 'Hùng Vương', 'HV'],
  [14, 'Nguyễn Viết Xuân', 'NVX'],
  [15, 'Cao Bá Quát', 'CBQ'],
  [16, 'Hoàng Hoa Thám', 'HHT'],
  [18, 'Bùi Thị Xuân', 'BTX'],
];

const SECONDARIES: readonly (readonly [ward: number, name: string, label: string])[] = [
  [3, 'Trường THCS Lê Lợi', 'THCS LL'],
  [5, 'Trường THCS Phan Bội Châu', 'THCS PBC'],
  [8, 'Trường THCS Ngô Quyền', 'THCS NQ'],
  [10, 'Trường THCS Lý Tự Trọng', 'THCS LTT'],
  [13, 'Trường THCS Hai Bà Trưng', 'THCS HBT'],
  [16, 'Trường THCS Đống Đa', 'THCS ĐĐ'],
  [12, 'Trường THPT Chu Văn An', 'THPT CVA'],
  [18, 'Trường THPT Phan Đình Phùng', 'THPT PĐP'],
  [6, 'Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên', 'GDTX'],
  [9, 'Trường Chuyên biệt Hy Vọng', 'CB HV'],
];

/** Branches of the party's own boards and of the Front and mass organisations, to which the specialists belong. */
const BOARDS: readonly (readonly [code: string, name: string, label: string])[] = [
  ['BTC', 'Ban Tổ chức Quận ủy', 'BTC'],
  ['BTG', 'Ban Tuyên giáo Quận ủy – Trung tâm Bồi dưỡng chính trị', 'BTG'],
  ['BDV', 'Ban Dân vận Quận ủy', 'BDV'],
  ['UBKT', 'Ủy ban Kiểm tra Quận ủy', 'UBKT'],
  ['VPQU', 'Văn phòng Quận ủy', 'VPQU'],
  ['MTTQ', 'Ủy ban Mặt trận Tổ quốc Việt Nam quận', 'MTTQ'],
  ['LDLD', 'Liên đoàn Lao động quận', 'LĐLĐ'],
  ['HPN', 'Hội Liên hiệp Phụ nữ quận', 'HPN'],
  ['QD', 'Quận đoàn', 'QĐ'],
  ['HCCB', 'Hội Cựu chiến binh – Hội Chữ thập đỏ quận', 'CCB-CTĐ'],
];

const OFFICES: readonly (readonly [code: string, name: string, label: string])[] = [
  ['VPUB', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân quận', 'VP UBND'],
  ['NV', 'Phòng Nội vụ', 'P.NV'],
  ['TPTT', 'Phòng Tư pháp – Thanh tra quận', 'P.TP-TTr'],
  ['TCKH', 'Phòng Tài chính – Kế hoạch', 'P.TC-KH'],
  ['KT', 'Phòng Kinh tế', 'P.KT'],
  ['QLDT', 'Phòng Quản lý đô thị', 'P.QLĐT'],
  ['TNMT', 'Phòng Tài nguyên và Môi trường', 'P.TNMT'],
  ['LDTBXH', 'Phòng Lao động – Thương binh và Xã hội', 'P.LĐTBXH'],
  ['VHTT', 'Phòng Văn hóa và Thông tin', 'P.VHTT'],
  ['GDDT', 'Phòng Giáo dục và Đào tạo', 'P.GDĐT'],
  ['BTGPMB', 'Ban Bồi thường giải phóng mặt bằng', 'BBT'],
];

const COURTS: readonly (readonly [code: string, name: string, label: string])[] = [
  ['TA', 'Tòa án nhân dân Quận 4', 'TAND'],
  ['VKS', 'Viện Kiểm sát nhân dân Quận 4', 'VKSND'],
  ['CCT', 'Chi cục Thuế Quận 4', 'CCT'],
  ['THADS', 'Chi cục Thi hành án dân sự Quận 4', 'THADS'],
  ['BHXH', 'Bảo hiểm xã hội Quận 4', 'BHXH'],
];

/** Invented enterprises. */
const ENTERPRISES: readonly (readonly [
  ward: number,
  code: string,
  name: string,
  label: string,
  type: 'DNNN' | 'DNTN',
])[] = [
  [12, 'CTCC-VP', 'Khối Văn phòng Công ty Dịch vụ công ích', 'DVCI VP', 'DNNN'],
  [9, 'CTCC-MT', 'Đội Vệ sinh môi trường Công ty Dịch vụ công ích', 'DVCI MT', 'DNNN'],
  [6, 'CTCC-XD', 'Đội Xây dựng Công ty Dịch vụ công ích', 'DVCI XD', 'DNNN'],
  [13, 'NH-BV', 'Ngân hàng Bến Vân, Chi nhánh Quận 4', 'NH BV', 'DNNN'],
  [18, 'CANG-XC', 'Xí nghiệp Xếp dỡ Xóm Chiếu', 'XN XD', 'DNNN'],
  [10, 'CHO-HT', 'Ban Quản lý Chợ Hoa Trân', 'Chợ HT', 'DNNN'],
  [6, 'HTX-KH', 'Hợp tác xã Thương mại Khánh Hưng', 'HTX KH', 'DNTN'],
  [2, 'CP-BVD', 'Công ty Cổ phần Bao bì Vân Đồn', 'CP BBVĐ', 'DNTN'],
  [3, 'TNHH-TT', 'Công ty TNHH Cơ khí Tân Thuyết', 'CK TT', 'DNTN'],
  [4, 'CP-VH', 'Công ty Cổ phần May Vĩnh Hưng', 'May VH', 'DNTN'],
  [5, 'TNHH-NL', 'Công ty TNHH Vận tải Nam Long Giang', 'VT NLG', 'DNTN'],
  [8, 'CP-PM', 'Công ty Cổ phần Phần mềm Sao Kênh Tẻ', 'PM SKT', 'DNTN'],
  [13, 'CP-LG', 'Công ty Cổ phần Giao nhận Đông Bến', 'GN ĐB', 'DNTN'],
  [14, 'TNHH-IN', 'Công ty TNHH In Đoàn Kết Xanh', 'In ĐKX', 'DNTN'],
  [16, 'CP-TP', 'Công ty Cổ phần Thực phẩm Xóm Chài', 'TP XC', 'DNTN'],
  [18, 'CP-KB', 'Công ty Cổ phần Kho bãi Tân Cầu', 'KB TC', 'DNTN'],
];

/** All branches of the district: 51 quarters and about 130 others. */
export function units(): Unit[] {
  return [...WARDS.flatMap(wardUnits), ...schools(), ...districtOffices(), ...health(), ...police(), ...enterprises()];
}

function wardUnits(ward: Ward, index: number): Unit[] {
  const { number, evening } = ward;
  const quarters = Array.from({ length: ward.quarters }, (_, at): Unit => ({
    code: `P${number}-KP${at + 1}`,
    label: `P${number}.${at + 1}`,
    name: `Khu phố ${at + 1}, Phường ${number}`,
    group: 'quarter',
    type: 'KP',
    ward,
    organisation: wardCode(ward),
    members: [24, 62],
    // One quarter in five keeps an evening of its own; those that meet on Saturday mornings do not move.
    meets: meets((index + at) % 5 === 4 ? (evening.day % 5) + 1 : evening.day, evening.time, evening.time >= '17:00'),
    weaknesses: ['MT', 'TTDT', 'ANTT', 'XDD', 'DDXD', 'DV', 'TG', 'VHXH', 'KTGS'],
  }));
  const shared = { ward, organisation: wardCode(ward) };
  return [
    ...quarters,
    {
      ...shared,
      code: `P${number}-CQ`,
      label: `CQ P${number}`,
      name: `Cơ quan Phường ${number}`,
      group: 'ward_office',
      type: 'HCSN',
      members: [14, 24],
      meets: meets(1, '07:30'),
      weaknesses: ['CNTT', 'DDXD', 'DV', 'KTGS'],
    },
    {
      ...shared,
      code: `P${number}-CA`,
      label: `CA P${number}`,
      name: `Công an Phường ${number}`,
      group: 'ward_police',
      type: 'LLVT',
      members: [12, 20],
      meets: index % 2 === 0 ? meets(2, '08:00') : meets(3, '08:00'),
      weaknesses: ['ANTT', 'XDD', 'KTGS'],
    },
    {
      ...shared,
      code: `P${number}-QS`,
      label: `QS P${number}`,
      name: `Quân sự Phường ${number}`,
      group: 'ward_military',
      type: 'LLVT',
      members: [4, 8],
      meets: index % 2 === 0 ? meets(3, '14:00') : meets(4, '14:00'),
      weaknesses: ['XDD', 'TN'],
    },
  ];
}

function schools(): Unit[] {
  const nurseries = WARDS.filter(({ number }) => number !== 12).map((ward, index): Unit => ({
    code: `MN-P${ward.number}`,
    label: `MN ${ward.number}`,
    name: `Trường Mầm non ${ward.number}`,
    group: 'nursery',
    type: 'HCSN',
    ward,
    organisation: wardCode(ward),
    members: [6, 14],
    meets: meets(2 + (index % 4), '17:00'),
    weaknesses: ['XDD', 'TG', 'CNTT'],
  }));
  const primaries = PRIMARIES.map(([number, name, label], index): Unit => ({
    code: `TH-${ascii(label)}`,
    label: `TH ${label}`,
    name: `Trường Tiểu học ${name}`,
    group: 'primary',
    type: 'HCSN',
    ward: wardOf(number),
    organisation: wardCode(wardOf(number)),
    members: [10, 22],
    meets: meets(2 + ((index + 1) % 4), '17:00'),
    weaknesses: ['XDD', 'TG', 'TN', 'CNTT', 'VHXH'],
  }));
  const secondaries = SECONDARIES.map(([number, name, label], index): Unit => {
    const code = ascii(label).replace(' ', '-');
    return {
      code,
      label,
      name,
      group: 'secondary',
      type: 'HCSN',
      ward: wardOf(number),
      organisation: code,
      members: [12, 34],
      meets: meets(3 + (index % 2), '16:45'),
      weaknesses: ['XDD', 'TN', 'TG', 'CNTT'],
    };
  });
  return [...nurseries, ...primaries, ...secondaries];
}

function districtOffices(): Unit[] {
  const office =
    (prefix: string, organisation: string | null, day: number, time: string, ward: number) =>
    ([code, name, label]: readonly [string, string, string]): Unit => ({
      code: `${prefix}-${code}`,
      label,
      name,
      group: 'agency',
      type: 'HCSN',
      ward: wardOf(ward),
      organisation: organisation ?? `${prefix}-${code}`,
      members: [7, 18],
      meets: meets(day, time),
      weaknesses: ['KTGS', 'CNTT', 'XDD', 'KTE'],
    });
  return [
    // The boards whose people visit others meet later, when nobody is away.
    ...BOARDS.map(office('CQ', 'DB-DDT', 8, '07:30', 12)),
    ...OFFICES.map(office('UB', 'DB-CQ', 1, '08:00', 12)),
    ...COURTS.map(office('TT', null, 1, '07:30', 13)),
  ];
}

function health(): Unit[] {
  const list: readonly (readonly [string, string, string, string, number, string])[] = [
    ['BV-LS', 'Khối Lâm sàng Bệnh viện Quận 4', 'BV LS', 'DB-BV', 4, '15:30'],
    ['BV-HC', 'Khối Hành chính Bệnh viện Quận 4', 'BV HC', 'DB-BV', 1, '07:30'],
    ['TTYT', 'Trung tâm Y tế Quận 4', 'TTYT', 'TTYT', 1, '07:30'],
    ['TTVH', 'Trung tâm Văn hóa – Thể thao Quận 4', 'TTVHTT', 'TTVH', 1, '08:00'],
  ];
  return list.map(([code, name, label, organisation, day, time]) => ({
    code,
    label,
    name,
    group: 'health',
    type: 'HCSN',
    ward: wardOf(code === 'TTVH' ? 8 : 4),
    organisation,
    members: [14, 30],
    meets: meets(day, time),
    weaknesses: ['XDD', 'VHXH', 'KTGS', 'CNTT'],
  }));
}

function police(): Unit[] {
  const teams: readonly (readonly [string, string, string])[] = [
    ['CA-TH', 'Đội Tổng hợp Công an quận', 'CA TH'],
    ['CA-HS', 'Đội Cảnh sát hình sự Công an quận', 'CA HS'],
    ['CA-QLHC', 'Đội Cảnh sát quản lý hành chính Công an quận', 'CA QLHC'],
    ['CA-GT', 'Đội Cảnh sát giao thông – trật tự Công an quận', 'CA GT'],
    ['CA-AN', 'Đội An ninh Công an quận', 'CA AN'],
  ];
  const shared = { group: 'police', type: 'LLVT', members: [14, 28], weaknesses: ['ANTT', 'XDD', 'KTGS'] } as const;
  return [
    ...teams.map(([code, name, label]): Unit => ({
      ...shared,
      code,
      name,
      label,
      ward: wardOf(12),
      organisation: 'DB-CA',
      meets: meets(1, '07:30'),
    })),
    {
      ...shared,
      code: 'QS-Q',
      name: 'Ban Chỉ huy Quân sự quận',
      label: 'BCHQS',
      ward: wardOf(13),
      organisation: 'QS-Q',
      meets: meets(1, '07:30'),
    },
  ];
}

function enterprises(): Unit[] {
  return ENTERPRISES.map(([number, code, name, label, type], index): Unit => ({
    code,
    label,
    name,
    group: 'enterprise',
    type,
    ward: wardOf(number),
    organisation: code.startsWith('CTCC') ? 'DB-CTCC' : code,
    members: type === 'DNNN' ? [8, 26] : [3, 11],
    meets:
      type === 'DNNN' && !code.startsWith('CTCC-')
        ? meets(1, '07:30')
        : meets(4 + (index % 3), index % 2 === 0 ? '16:30' : '17:30'),
    weaknesses: ['KTE', 'XDD', 'TN', 'KTGS'],
  }));
}

/**
 * The tree of organisations with dates: the district, grassroots committees, and units that are grassroots branches
 * themselves.
 */
export function organisations(all: readonly Unit[]): Organisation[] {
  const organisation = (
    code: string,
    name: string,
    shortName: string,
    kind = 'Đảng bộ cơ sở',
    validFrom: string | null = null,
    validTo: string | null = null,
  ): Organisation => ({
    code,
    name,
    shortName,
    kind,
    parent: code === ROOT ? null : ROOT,
    validFrom,
    validTo,
  });
  const own = all.filter((unit) => unit.organisation === unit.code);
  return [
    organisation(ROOT, 'Đảng bộ Quận 4', 'Quận 4', 'Đảng bộ cấp trên trực tiếp'),
    ...WARDS.map((ward) => organisation(wardCode(ward), `Đảng bộ Phường ${ward.number}`, `Phường ${ward.number}`)),
    organisation('DB-DDT', 'Đảng bộ Cơ quan Đảng – Đoàn thể quận', 'Đảng – Đoàn thể'),
    organisation('DB-CQ', 'Đảng bộ Cơ quan Ủy ban nhân dân quận', 'Cơ quan UBND', 'Đảng bộ cơ sở', null, '2018-06-30'),
    organisation('DB-CQ', 'Đảng bộ Cơ quan Chính quyền quận', 'Chính quyền', 'Đảng bộ cơ sở', '2018-07-01'),
    organisation('DB-CA', 'Đảng bộ Công an quận', 'Công an'),
    organisation('DB-BV', 'Đảng bộ Bệnh viện Quận 4', 'Bệnh viện'),
    organisation('DB-CTCC', 'Đảng bộ Công ty Dịch vụ công ích', 'Dịch vụ công ích'),
    ...own.map((unit) => organisation(unit.code, `Chi bộ ${unit.name}`, unit.label, 'Chi bộ cơ sở')),
  ];
}

function ascii(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
}
