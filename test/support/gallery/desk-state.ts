import { weekday } from '../../../src/kernel/month.ts';
import type { DeskMeeting, DeskPerson, DeskState } from '../../../src/pages/desk/desk.view.ts';
import { days, departments, FAMILY, fields, GIVEN, MIDDLE, MONTH, numbersFrom } from './district.ts';

const WARDS = [1, 2, 3, 4, 6, 8, 9, 10, 13, 14, 15, 16, 18];
const TYPES = ['Khu phố', 'Trường học', 'Cơ quan', 'Doanh nghiệp'];
const BUSY = '33 người rảnh đều đã có cuộc họp cùng giờ; 4 người đủ lượt; 3 người bận.';

/** A large month on the desk, the same on every run: some meetings lack somebody, some pairs are pinned or forbidden. */
export function deskState(peopleCount = 60, meetingCount = 400): DeskState {
  const draw = numbersFrom(404);
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const workDays = days.filter((d) => weekday(d) < 7);
  const people: DeskPerson[] = Array.from({ length: peopleCount }, (_, i) => ({
    id: `s${i + 1}`,
    name: i === 7 ? 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên' : `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)}`,
    department: departments[i % departments.length] as string,
    share: 550 + draw(6) * 50,
    balance: (draw(5) - 2) * 35,
    max: 9,
    away:
      i % 5 === 1
        ? workDays
            .slice(draw(20))
            .slice(0, 1 + draw(3))
            .map((day) => ({ day, label: 'nghỉ phép' }))
        : [],
  }));
  const meetings: DeskMeeting[] = Array.from({ length: meetingCount }, (_, i): DeskMeeting => {
    const ward = WARDS[i % WARDS.length] as number;
    const quarter = 1 + Math.floor(i / WARDS.length);
    const isEvening = i % 5 !== 0;
    return {
      id: `m${i + 1}`,
      branch:
        i === 17
          ? `Chi bộ Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Phường ${ward}`
          : `Chi bộ Khu phố ${quarter}, Phường ${ward}`,
      short: `P${ward}.${quarter}`,
      organisation: `Đảng bộ Phường ${ward}`,
      branchType: TYPES[i % 4] as string,
      fields: [pick(fields)],
      day: workDays[(i * 7 + draw(3)) % workDays.length] as (typeof days)[number],
      from: isEvening ? '19:30' : '07:30',
      to: isEvening ? '21:00' : '09:30',
      place: `Trụ sở Ban điều hành Khu phố ${quarter}, Phường ${ward}`,
      kind: i % 4 === 2 ? 'thematic' : i % 23 === 5 ? 'combined' : 'regular',
      wanted: i % 40 === 3 ? 0 : i % 29 === 7 ? 2 : 1,
      most: 2,
      monthsSince: i % 11 === 0 ? null : 1 + draw(14),
      reason: null,
    };
  }).sort((a, b) => a.day.localeCompare(b.day) || a.from.localeCompare(b.from) || a.id.localeCompare(b.id));

  const assignments: (readonly [number, number, 0 | 1])[] = [];
  const taken = new Set<string>();
  const counts = people.map(() => 0);
  meetings.forEach((meeting, at) => {
    const count = at % 45 === 20 ? 0 : meeting.wanted - (at % 61 === 9 && meeting.wanted > 1 ? 1 : 0);
    const free = people
      .map((_, person) => person)
      .filter(
        (person) =>
          !taken.has(`${person} ${meeting.day} ${meeting.from}`) &&
          !people[person]?.away.some(({ day }) => day === meeting.day),
      )
      .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || ((a * 37 + at) % 60) - ((b * 37 + at) % 60))
      .slice(0, count);
    for (const person of free) {
      taken.add(`${person} ${meeting.day} ${meeting.from}`);
      counts[person] = (counts[person] ?? 0) + 1;
      assignments.push([person, at, at % 31 === 4 ? 1 : 0]);
    }
  });
  const goes = (at: number) => assignments.filter(([, meeting]) => meeting === at).length;
  const withReasons = meetings.map((meeting, at) => ({ ...meeting, reason: goes(at) < meeting.wanted ? BUSY : null }));
  return {
    month: MONTH,
    planId: 'p1',
    variant: null,
    lists: 1,
    revision: 7,
    planState: 'draft',
    mayEdit: true,
    outdated: false,
    days: days.map((day) => ({
      day,
      kind: weekday(day) > 5 ? 'weekend' : 'work',
      holiday: null,
      isToday: day === '2020-12-03',
    })),
    people,
    meetings: withReasons,
    assignments,
    forbidden: [[3, 20]],
    undo: 'Lê Thị Bích Ngọc: ghim Trần Quốc Dũng dự Chi bộ Khu phố 5, Phường 8',
    redo: null,
    figures: {
      covered: withReasons.filter(({ wanted }, at) => wanted > 0 && goes(at) > 0).length,
      wanted: withReasons.filter(({ wanted }) => wanted > 0).length,
      visits: assignments.length,
      furthestOff: 135,
      kilometres: 1212,
      handMade: 14,
      proof: 'Kế hoạch có 14 lượt xếp tay; trước khi xếp tay đã được chứng minh là tốt nhất.',
    },
    news: [],
    changesHref: null,
  };
}
