import type { Locale } from '../../../../kernel/actor.ts';
import type { CellValue, LaidSheet } from '../../../../kernel/workbook.ts';
import type { TableName } from './column.ts';
import { EXAMPLE_MARKS } from './format.ts';
import { COMMITTEE_ITEMS } from './committee-items.ts';
import { layWorkbook, type RowContent } from './lay-workbook.ts';

const SPARE_ROWS = 200;

const ABOUT = {
  vi: ['Điền các trang tính theo thứ tự, rồi tải tệp lên để kiểm tra thử trước khi nhập.'],
  en: ['Fill the sheets in order, then upload the file for a trial check before it is imported.'],
};
const NOT_IMPORTED = { vi: 'dòng này không được nhập, có thể xóa', en: 'not imported, may be deleted' };

const on = (day: string): CellValue => ({ day, time: null });
const at = (time: string): CellValue => ({ day: null, time });

const EXAMPLES: Readonly<Record<TableName, readonly RowContent[]>> = {
  fields: [
    { code: 'MT', name: 'Vệ sinh môi trường' },
    { code: 'TTDT', name: 'Trật tự đô thị' },
  ],
  branchTypes: [
    { code: 'KP', name: 'Khu phố, ấp' },
    { code: 'SN', name: 'Hành chính, sự nghiệp' },
  ],
  organisations: [
    { code: 'DBQ', name: 'Đảng bộ Quận Mẫu', kind: 'Đảng bộ cấp trên trực tiếp' },
    { code: 'DBP1', name: 'Đảng bộ Phường 1', shortName: 'Phường 1', kind: 'Đảng bộ cơ sở', parent: 'DBQ' },
    {
      code: 'TH-HOAMAI',
      name: 'Chi bộ Trường Tiểu học Hoa Mai',
      kind: 'Chi bộ cơ sở',
      parent: 'DBQ',
      validFrom: on('2015-05-19'),
    },
  ],
  departments: [{ code: 'BTC', name: 'Ban Tổ chức', shortName: 'Tổ chức' }],
  branches: [
    {
      code: 'P1-KP1',
      name: 'Chi bộ Khu phố 1, Phường 1',
      shortLabel: 'P1.1',
      organisation: 'DBP1',
      type: 'KP',
      address: 'Trụ sở Ban điều hành Khu phố 1, Phường 1',
      lat: 10.7601,
      lng: 106.7042,
      members: 42,
      official: 41,
      probationary: 1,
      seats: 5,
      vacantSeats: 1,
      secretaryName: 'Nguyễn Văn Mẫu',
      secretaryMail: 'bithu.p1kp1@mau.example',
      weakFields: 'MT:0,8; TTDT',
      meetingDay: 3,
      meetingTime: at('19:30'),
      durationMinutes: 90,
      rollWeekend: 'không',
      thematicMonths: '3; 6; 9; 12',
    },
    {
      code: 'TH-HOAMAI',
      name: 'Chi bộ Trường Tiểu học Hoa Mai',
      shortLabel: 'THHM',
      organisation: 'TH-HOAMAI',
      type: 'SN',
      address: 'Trường Tiểu học Hoa Mai, Phường 1',
      members: 14,
      meetingDay: 1,
      meetingTime: at('17:00'),
      rollWeekend: 'có',
    },
  ],
  specialists: [
    {
      code: 'CV01',
      name: 'Trần Thị Mẫu',
      title: 'Chuyên viên',
      department: 'BTC',
      mail: 'cv01@mau.example',
      fields: 'MT:0,9; TTDT:0,6',
      minVisits: 1,
      maxVisits: 4,
      targetVisits: 3,
      mayLead: 'có',
      ownBranch: 'TH-HOAMAI',
      residenceBranch: 'P1.1',
      lat: 10.7588,
      lng: 106.7031,
      carriedBalance: 0,
    },
  ],
  absences: [{ specialist: 'CV01', from: on('2020-12-07'), to: on('2020-12-11'), kind: 'Nghỉ phép' }],
  conflicts: [{ specialist: 'CV01', branch: 'P1-KP1', reason: 'Người thân' }],
  holidays: [{ day: on('2021-01-01'), name: 'Tết Dương lịch' }],
  visits: [
    {
      code: 'L2011-001',
      branch: 'P1-KP1',
      specialist: 'CV01',
      day: on('2020-11-03'),
      kind: 'Thường kỳ',
      present: 36,
      expected: 40,
      speakers: 9,
      score: 87.5,
    },
  ],
  findings: [{ visit: 'L2011-001', kind: 'Hạn chế', field: 'MT', text: 'Còn điểm tập kết rác tự phát ở đầu hẻm.' }],
};

/** What is known of a committee already, so that nobody types it a second time. */
export interface KnownCommittee {
  readonly name: string;
  readonly zone: string;
  readonly labels: Readonly<Record<string, unknown>>;
}

/** The workbook to fill in, with example rows that the import leaves out. */
export function blankTemplate(locale: Locale, known: KnownCommittee | null = null): LaidSheet[] {
  const note = `${EXAMPLE_MARKS[locale]}: ${NOT_IMPORTED[locale]}`;
  const tables = Object.fromEntries(
    Object.entries(EXAMPLES).map(([name, rows]) => [name, rows.map((row) => ({ ...row, note }))]),
  );
  return layWorkbook(
    {
      committee: known ? committeeContent(known) : {},
      tables,
      about: ABOUT[locale],
      spareRows: SPARE_ROWS,
      rowStyle: 'example',
    },
    locale,
  );
}

/** The committee’s sheet with what is known of it. */
export function committeeContent({ name, zone, labels }: KnownCommittee): RowContent {
  const facts: Readonly<Record<string, unknown>> = { ...labels, name, zone };
  return Object.fromEntries(
    Object.entries(COMMITTEE_ITEMS).map(([key, item]) => {
      const fact = facts[key];
      if (typeof fact === 'number') return [key, fact];
      if (typeof fact !== 'string') return [key, null];
      return [key, 'format' in item && item.format === 'day' ? on(fact) : fact];
    }),
  );
}
