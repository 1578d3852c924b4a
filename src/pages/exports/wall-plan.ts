import { formatInstant, formatMonth, formatShortWeekday } from '../../kernel/format.ts';
import { type Day, dayIn, daysOf } from '../../kernel/month.ts';
import type { WallDay, WallGroup, WallPlan, WallRow } from '../../modules/documents/index.ts';
import { type ExportedMeeting, type ExportedPerson, isDraft, type MonthExport } from './month-export.ts';

/** The plan for the wall, in Vietnamese like every document: people by department, then the meetings without an observer. */
export function wallPlan(plan: MonthExport): WallPlan {
  const days = daysOf(plan.month);
  const written = formatMonth('vi', plan.month);
  const taken = formatInstant('vi', plan.zone, plan.takenAt);
  const shown = plan.meetings.filter(({ people, coverage }) => people.length > 0 || isMissing(coverage));
  return {
    issuers: [plan.committee, plan.board],
    title: `Phân công dự sinh hoạt chi bộ tháng ${written}`,
    note: isDraft(plan) ? `Bản nháp, chưa công bố, lúc ${taken}` : `Kế hoạch đã công bố, như lúc ${taken}`,
    date: dayIn(plan.zone, plan.takenAt),
    isDraft: isDraft(plan),
    heads: { row: 'Người dự', total: 'Lượt' },
    days: days.map((day): WallDay => ({
      weekday: formatShortWeekday('vi', day),
      number: day.slice(8),
      isOff: plan.daysOff.has(day),
      isEmpty: !shown.some((meeting) => meeting.day === day),
    })),
    groups: [...peopleByDepartment(plan, days), ...missing(shown, days)],
    foot: 'Dưới tên chi bộ là giờ bắt đầu. Địa điểm: xem thông báo phân công.',
  };
}

function peopleByDepartment({ people, meetings }: MonthExport, days: readonly Day[]): WallGroup[] {
  const found = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const goers = people.filter(({ visits }) => visits > 0);
  const names = [...new Set(goers.map(({ department }) => department))].sort((a, b) => a.localeCompare(b, 'vi'));
  const rowOf = (person: ExportedPerson): WallRow => {
    const own = person.meetingIds.flatMap((id) => found.get(id) ?? []);
    return { label: person.name, total: String(person.visits), cells: cellsOf(own, days) };
  };
  return names.map((name) => ({
    name,
    isApart: false,
    rows: goers.filter(({ department }) => department === name).map(rowOf),
  }));
}

function missing(shown: readonly ExportedMeeting[], days: readonly Day[]): WallGroup[] {
  const without = shown.filter(({ coverage }) => isMissing(coverage));
  if (without.length === 0) return [];
  const row = { label: 'Còn thiếu người dự', total: String(without.length), cells: cellsOf(without, days) };
  return [{ name: 'Chưa có hoặc thiếu người dự', isApart: true, rows: [row] }];
}

function cellsOf(meetings: readonly ExportedMeeting[], days: readonly Day[]): WallRow['cells'] {
  return days.map((day) =>
    meetings.filter((meeting) => meeting.day === day).map(({ short, from }) => ({ text: short, time: from })),
  );
}

function isMissing(coverage: ExportedMeeting['coverage']): boolean {
  return coverage === 'uncovered' || coverage === 'partial';
}
