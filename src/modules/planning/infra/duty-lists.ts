import { formatWeekday } from '../../../kernel/format.ts';
import type { Day } from '../../../kernel/month.ts';
import type { SpecialistRef } from '../../../kernel/id.ts';
import { dateInFigures, type Table, type TableRow } from '../../documents/index.ts';

export interface DutyRow {
  readonly day: Day;
  /** `HH:mm` */
  readonly from: string;
  readonly branch: string;
  readonly place: string;
  readonly specialistId: SpecialistRef;
  readonly specialist: string;
  /** Empty where the register has none. */
  readonly title: string;
  readonly department: string;
}

export interface PersonDuties {
  readonly specialist: string;
  readonly title: string;
  readonly department: string;
  readonly duties: readonly DutyRow[];
}

const WHEN_EMPTY = 'Tháng này không có lượt dự nào.';

/** Each person once, by department and then in the order of the rows. */
export function peopleOf(rows: readonly DutyRow[]): PersonDuties[] {
  const people = new Map<string, DutyRow[]>();
  for (const row of rows) people.set(row.specialistId, [...(people.get(row.specialistId) ?? []), row]);
  return [...people.values()]
    .flatMap((duties) => {
      const [first] = duties;
      if (first === undefined) return [];
      const { specialist, title, department } = first;
      return [{ specialist, title, department, duties }];
    })
    .sort((a, b) => a.department.localeCompare(b.department, 'vi') || compareGivenNames(a.specialist, b.specialist));
}

/** Vietnamese lists are sorted by the given name, which is the last word. */
function compareGivenNames(a: string, b: string): number {
  const given = (name: string): string => name.split(' ').at(-1) ?? '';
  return given(a).localeCompare(given(b), 'vi') || a.localeCompare(b, 'vi');
}

export function dutiesByDay(rows: readonly DutyRow[]): Table {
  return {
    kind: 'table',
    whenEmpty: WHEN_EMPTY,
    columns: [
      { header: 'STT', width: 4, align: 'center' },
      { header: 'Giờ', width: 6, align: 'center' },
      { header: 'Chi bộ', width: 27 },
      { header: 'Địa điểm', width: 23 },
      { header: 'Người dự', width: 16 },
      { header: 'Chức danh', width: 12 },
      { header: 'Ban, cơ quan', width: 16 },
    ],
    rows: rows.flatMap((row, index): TableRow[] => [
      ...(row.day === rows[index - 1]?.day ? [] : [{ kind: 'heading' as const, text: weekdayAndDate(row.day) }]),
      {
        kind: 'cells',
        cells: [String(index + 1), row.from, row.branch, row.place, row.specialist, row.title, row.department],
      },
    ]),
  };
}

/** The list for heads of departments, with their own people together. A person's name is in their first row only. */
export function dutiesByDepartment(rows: readonly DutyRow[]): Table {
  let number = 0;
  const people = peopleOf(rows);
  return {
    kind: 'table',
    whenEmpty: WHEN_EMPTY,
    columns: [
      { header: 'STT', width: 4, align: 'center' },
      { header: 'Người dự', width: 18 },
      { header: 'Chức danh', width: 13 },
      { header: 'Ngày, giờ', width: 17 },
      { header: 'Chi bộ', width: 28 },
      { header: 'Địa điểm', width: 24 },
    ],
    rows: people.flatMap(({ department, specialist, title, duties }, index): TableRow[] => [
      ...(department === people[index - 1]?.department ? [] : [{ kind: 'heading' as const, text: department }]),
      ...duties.map((duty, place): TableRow => {
        number += 1;
        const [name, office] = place === 0 ? [specialist, title] : ['', ''];
        return { kind: 'cells', cells: [String(number), name, office, dayAndTime(duty), duty.branch, duty.place] };
      }),
    ]),
  };
}

/** One person's own list. */
export function ownDuties(duties: readonly DutyRow[]): Table {
  return {
    kind: 'table',
    whenEmpty: WHEN_EMPTY,
    columns: [
      { header: 'STT', width: 5, align: 'center' },
      { header: 'Ngày, giờ', width: 22 },
      { header: 'Chi bộ', width: 36 },
      { header: 'Địa điểm', width: 36 },
    ],
    rows: duties.map((duty, index) => ({
      kind: 'cells',
      cells: [String(index + 1), dayAndTime(duty), duty.branch, duty.place],
    })),
  };
}

function weekdayAndDate(day: Day): string {
  return `${formatWeekday('vi', day)}, ngày ${dateInFigures(day)}`;
}

function dayAndTime({ day, from }: DutyRow): string {
  return `${from}, ${formatWeekday('vi', day)} ${dateInFigures(day)}`;
}
