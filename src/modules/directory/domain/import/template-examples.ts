import type { CellValue } from '../../../../kernel/workbook.ts';
import type { RowContent, TableName } from './column.ts';

const on = (day: string): CellValue => ({ day, time: null });
const at = (time: string): CellValue => ({ day: null, time });

/** Rows that show how to fill in each sheet. */
export const TEMPLATE_EXAMPLES: Readonly<Record<TableName, readonly RowContent[]>> = {
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
  weeklyAbsences: [
    {
      specialist: 'CV01',
      weekday: 'Thứ Tư',
      from: on('2020-12-01'),
      to: on('2021-05-31'),
      kind: 'Đi học',
      part: 'Tối',
    },
  ],
  conflicts: [{ specialist: 'CV01', branch: 'P1-KP1', reason: 'Người thân' }],
  pairings: [{ first: 'CV01', second: 'CV02', kind: 'Không đi cùng', reason: 'Vợ chồng', until: '12/2021' }],
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
