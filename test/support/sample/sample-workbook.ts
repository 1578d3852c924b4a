import type { CellValue, LaidSheet } from '../../../src/kernel/workbook.ts';
import type { RowContent } from '../../../src/modules/directory/domain/import/column.ts';
import { layWorkbook } from '../../../src/modules/directory/domain/import/lay-workbook.ts';
import { MEETING_KINDS } from '../../../src/modules/directory/domain/import/vocabulary.ts';
import { sampleBranches, type SampleBranch } from './branches.ts';
import { BRANCH_TYPES, DEPARTMENTS, FIELDS, HOLIDAYS } from './dictionaries.ts';
import { sampleHistory, type SampleVisit } from './history.ts';
import { MADE_UP } from './people.ts';
import { DISTRICT_OFFICE } from './places.ts';
import {
  ON_MATERNITY_LEAVE,
  sampleAbsences,
  sampleConflicts,
  sampleSpecialists,
  type SampleSpecialist,
} from './specialists.ts';
import { organisations } from './units.ts';

const ABOUT = [
  'DỮ LIỆU MẪU: Quận 4, tháng 12/2020.',
  'Tệp này do nhóm làm Giao Ban lập ra để chạy thử; không phải số liệu của cơ quan, tổ chức nào. Họ tên được ghép ngẫu nhiên, thư điện tử thuộc tên miền không có thật.',
  'Chỉ có tên 15 phường, số khu phố, tên đường và Trường Tiểu học Đoàn Thị Điểm là theo thực tế năm 2020; trường học, doanh nghiệp, con số, nhận xét còn lại đều do tưởng tượng.',
  'Ngày nghỉ lễ theo thông báo hằng năm của Bộ Lao động – Thương binh và Xã hội; lịch sinh hoạt, tọa độ, địa chỉ là ước chừng.',
];

const on = (day: string | null): CellValue => (day === null ? null : { day, time: null });
const yesOrNo = (value: boolean) => (value ? 'có' : 'không');
const decimals = (value: number) => String(value).replace('.', ',');

/** The sample district “Quận 4, December 2020” in the format that users import. */
export function sampleWorkbook(): LaidSheet[] {
  const branches = sampleBranches();
  const specialists = sampleSpecialists(branches);
  const absences = sampleAbsences(specialists);
  const conflicts = sampleConflicts(specialists, branches);
  const visits = sampleHistory({ branches, specialists, absences, conflicts, holidays: new Map(HOLIDAYS) });
  const balances = balancesOf(specialists, visits);
  return layWorkbook(
    {
      committee: COMMITTEE,
      about: ABOUT,
      spareRows: 0,
      rowStyle: 'body',
      tables: {
        fields: entries(FIELDS),
        branchTypes: entries(BRANCH_TYPES),
        organisations: organisations(branches).map(({ validFrom, validTo, ...row }) => ({
          ...row,
          validFrom: on(validFrom),
          validTo: on(validTo),
        })),
        departments: DEPARTMENTS.map(({ code, name, shortName }) => ({ code, name, shortName })),
        branches: branches.map(branchRow),
        specialists: specialists.map((specialist) => specialistRow(specialist, balances.get(specialist.code) ?? 0)),
        absences: absences.map(({ specialist, from, to, kind }) => ({ specialist, from: on(from), to: on(to), kind })),
        conflicts: conflicts.map((conflict) => ({ ...conflict })),
        holidays: HOLIDAYS.map(([day, name]) => ({ day: on(day), name })),
        visits: visits.map(({ findings: _, ...visit }) => ({
          ...visit,
          day: on(visit.day),
          kind: MEETING_KINDS[visit.kind][0],
        })),
        findings: visits.flatMap(({ code, findings }) => findings.map((finding) => ({ visit: code, ...finding }))),
      },
    },
    'vi',
  );
}

const COMMITTEE: RowContent = {
  code: 'Q4',
  name: 'Quận ủy Quận 4',
  superiorName: 'Thành ủy Thành phố Hồ Chí Minh',
  boardName: 'Ban Tổ chức Quận ủy',
  boardSymbol: 'BTCQU',
  place: 'Quận 4',
  signatoryTitle: 'TRƯỞNG BAN',
  signatoryName: 'Đặng Hữu Mẫu',
  term: '2020–2025',
  termFrom: on('2020-08-01'),
  zone: 'Asia/Ho_Chi_Minh',
  lat: DISTRICT_OFFICE.lat,
  lng: DISTRICT_OFFICE.lng,
  labelCommittee: 'Quận ủy',
  labelStandingCommittee: 'Ban Thường vụ Quận ủy',
  labelBoard: 'Ban Tổ chức',
  labelDepartment: 'Ban, cơ quan',
  labelGrassroots: 'Tổ chức cơ sở đảng',
  labelBranch: 'Chi bộ',
  labelSpecialist: 'Chuyên viên',
  labelQuarter: 'Khu phố',
};

function entries(dictionary: Readonly<Record<string, string>>): RowContent[] {
  return Object.entries(dictionary).map(([code, name]) => ({ code, name }));
}

function branchRow(branch: SampleBranch): RowContent {
  const { code, label, name, organisation, type, address, place, official, probationary, seats, vacantSeats, rule } =
    branch;
  return {
    code,
    name: `Chi bộ ${name}`,
    shortLabel: label,
    organisation,
    type,
    address,
    lat: place.lat,
    lng: place.lng,
    members: official + probationary,
    official,
    probationary,
    seats: seats === 0 ? null : seats,
    vacantSeats: vacantSeats === 0 ? null : vacantSeats,
    secretaryName: branch.secretaryName,
    secretaryMail: branch.secretaryMail,
    weakFields: branch.weak.map(({ field, weight }) => `${field}:${decimals(weight)}`).join('; '),
    meetingDay: rule.dayOfMonth,
    meetingTime: { day: null, time: rule.time },
    durationMinutes: rule.durationMinutes,
    rollWeekend: yesOrNo(rule.rollWeekend),
    thematicMonths: rule.thematicMonths.join('; '),
    thematicDay: rule.thematicDay,
    note: MADE_UP,
  };
}

function specialistRow(specialist: SampleSpecialist, carriedBalance: number): RowContent {
  const { code, name, title, department, mail, fields, place } = specialist;
  return {
    code,
    name,
    title,
    department: department.code,
    mail,
    fields: fields.map(({ field, strength }) => `${field}:${decimals(strength)}`).join('; '),
    minVisits: specialist.minVisits,
    maxVisits: specialist.maxVisits,
    targetVisits: specialist.targetVisits,
    mayLead: yesOrNo(specialist.mayLead),
    ownBranch: specialist.ownBranch,
    residenceBranch: specialist.residenceBranch,
    lat: place.lat,
    lng: place.lng,
    carriedBalance,
    note: MADE_UP,
  };
}

/** Visits of the last quarter above or below each person's share, at most two either way; leave reduces the share. */
function balancesOf(specialists: readonly SampleSpecialist[], visits: readonly SampleVisit[]): Map<string, number> {
  const recent = visits.filter(({ day }) => day >= '2020-09-01');
  const present = specialists.filter(({ code }) => code !== ON_MATERNITY_LEAVE);
  const targets = present.reduce((sum, { targetVisits }) => sum + targetVisits, 0);
  return new Map(
    present.map(({ code, targetVisits }) => {
      const own = recent.filter(({ specialist }) => specialist === code).length;
      const share = (recent.length * targetVisits) / targets;
      const balance = Math.round((own - share) * 2) / 2;
      return [code, Math.max(-2, Math.min(2, balance))];
    }),
  );
}
