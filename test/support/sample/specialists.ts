import { addDays, day, type Day } from '../../../src/kernel/month.ts';
import type { SampleBranch } from './branches.ts';
import { DEPARTMENTS, type Department, type Field } from './dictionaries.ts';
import { mailOf, people } from './people.ts';
import { DISTRICT_OFFICE, near, type Place } from './places.ts';
import { randomFor, type Random } from './random.ts';

export interface SampleSpecialist {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly department: Department;
  readonly mail: string;
  readonly fields: readonly { readonly field: Field; readonly strength: number }[];
  readonly minVisits: number;
  readonly maxVisits: number;
  readonly targetVisits: number;
  readonly mayLead: boolean;
  readonly ownBranch: string;
  readonly residenceBranch: string | null;
  readonly place: Place;
  /** What this person adds to a score; not part of the file. */
  readonly leniency: number;
}

export interface SampleAbsence {
  readonly specialist: string;
  readonly from: Day;
  /** Inclusive, as people write it. */
  readonly to: Day;
  readonly kind: string;
}

export interface SampleConflict {
  readonly specialist: string;
  readonly branch: string;
  readonly reason: string;
}

export const ON_MATERNITY_LEAVE = 'CV27';
const ALL_FIELDS: readonly Field[] = ['XDD', 'DV', 'TG', 'ANTT', 'TTDT', 'MT', 'VHXH', 'TN'];

export function sampleSpecialists(branches: readonly SampleBranch[]): SampleSpecialist[] {
  const random = randomFor('specialists');
  const nextName = people(random);
  const quarters = branches.filter(({ group }) => group === 'quarter').map(({ code }) => code);
  const list = DEPARTMENTS.flatMap((department) =>
    Array.from({ length: department.specialists }, (_, index) => ({ department, index })),
  );
  return list.map(({ department, index }, at) => {
    const code = `CV${String(at + 1).padStart(2, '0')}`;
    const title = department.titles[Math.min(index, department.titles.length - 1)] ?? 'Chuyên viên';
    // A standing deputy is busy with the committee's daily work.
    const targetVisits = department.visits - (title.includes('Thường trực') ? 1 : 0);
    return {
      code,
      name: nextName(),
      title,
      department,
      mail: mailOf(code),
      fields: strengthsOf(department, random),
      minVisits: code === ON_MATERNITY_LEAVE ? 0 : 1,
      maxVisits: targetVisits + 1,
      targetVisits,
      mayLead: index < department.leaders,
      ownBranch: department.ownBranch,
      residenceBranch: random.chance(0.62) ? random.pick(quarters) : null,
      place: near(DISTRICT_OFFICE, 0.0008, random),
      leniency: random.around(-4, 4),
    };
  });
}

function strengthsOf(department: Department, random: Random): { field: Field; strength: number }[] {
  const own = random.some(department.fields, random.whole(2, 3));
  const other = random.some(
    ALL_FIELDS.filter((field) => !own.includes(field)),
    random.whole(0, 1),
  );
  const strength = (least: number, most: number) => Math.round(random.around(least, most) * 10) / 10;
  return [
    ...own.map((field) => ({ field, strength: strength(0.5, 1) })),
    ...other.map((field) => ({ field, strength: strength(0.2, 0.6) })),
  ];
}

/** Leave around the planned month and longer absences of the past year. */
export function sampleAbsences(specialists: readonly SampleSpecialist[]): SampleAbsence[] {
  const random = randomFor('absences');
  const at = (index: number) => specialists[index % specialists.length]?.code ?? '';
  const absence = (index: number, from: string, days: number, kind: string): SampleAbsence => ({
    specialist: at(index),
    from: day(from),
    to: addDays(day(from), days - 1),
    kind,
  });
  const december = [
    absence(26, '2020-09-14', 182, 'Nghỉ thai sản'),
    absence(11, '2020-11-30', 5, 'Đi học'),
    absence(4, '2020-12-02', 3, 'Nghỉ phép'),
    absence(22, '2020-11-30', 3, 'Đi công tác'),
    absence(23, '2020-11-30', 3, 'Đi công tác'),
    absence(40, '2020-12-01', 2, 'Nghỉ phép'),
    absence(19, '2020-12-01', 1, 'Đi công tác'),
    absence(37, '2020-12-03', 2, 'Nghỉ phép'),
    absence(31, '2020-12-14', 5, 'Đi học'),
    absence(44, '2020-12-04', 4, 'Nghỉ phép'),
    absence(8, '2020-12-21', 3, 'Nghỉ phép'),
  ];
  const months = ['2019-07', '2019-10', '2020-01', '2020-03', '2020-06', '2020-07', '2020-08', '2020-10', '2020-11'];
  const earlier = months.flatMap((month) =>
    Array.from({ length: random.whole(1, 3) }, () =>
      absence(
        random.whole(0, 45),
        `${month}-${String(random.whole(1, 24)).padStart(2, '0')}`,
        random.whole(1, 6),
        random.pick(['Nghỉ phép', 'Nghỉ phép', 'Nghỉ ốm', 'Đi công tác', 'Đi học']),
      ),
    ),
  );
  return [...earlier, ...december].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.specialist < b.specialist ? -1 : 1,
  );
}

export function sampleConflicts(
  specialists: readonly SampleSpecialist[],
  branches: readonly SampleBranch[],
): SampleConflict[] {
  const random = randomFor('conflicts');
  const reasons = ['Người thân', 'Từng sinh hoạt tại chi bộ', 'Người thân', 'Đang xử lý vụ việc của chi bộ'];
  return random.some(specialists, 11).map(({ code, ownBranch, residenceBranch }) => ({
    specialist: code,
    branch: random.pick(branches.filter((branch) => branch.code !== ownBranch && branch.code !== residenceBranch)).code,
    reason: random.pick(reasons),
  }));
}
