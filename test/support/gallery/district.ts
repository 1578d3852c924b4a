import type { MeetingKind } from '../../../src/kernel/meeting-kind.ts';
import { type Day, daysOf, month, weekday } from '../../../src/kernel/month.ts';

/** A made-up district for the gallery: the same in every run, with names as long as real ones. */
export const MONTH = month('2020-12');

/** A small generator with a seed, so that the pictures of two runs can be compared. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const FAMILY = 'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
export const MIDDLE = ['Thị', 'Văn', 'Minh', 'Quốc', 'Ngọc', 'Thu', 'Đình', 'Hồng', 'Thanh', 'Gia', 'Mai', 'Anh'];
export const GIVEN =
  'An Bích Châu Dũng Hà Khôi Lan Minh Nhung Phong Quyên Thịnh Trang Tuấn Vy Yến Hạnh Long Nga Oanh Sơn Tâm'.split(' ');
const FIELDS = [
  'xây dựng Đảng',
  'kiểm tra, giám sát',
  'dân vận',
  'tuyên giáo',
  'trật tự đô thị',
  'môi trường',
  'đất đai, xây dựng',
  'an ninh trật tự',
  'văn hóa',
  'kinh tế',
  'thanh niên',
  'chuyển đổi số',
];
const DEPARTMENTS = [
  'Ban Tổ chức',
  'Ban Tuyên giáo',
  'Ban Dân vận',
  'Ủy ban Kiểm tra',
  'Văn phòng Quận ủy',
  'Ủy ban Mặt trận Tổ quốc',
  'Hội Liên hiệp Phụ nữ',
  'Quận đoàn',
  'Liên đoàn Lao động',
  'Hội Cựu chiến binh',
  'Hội Nông dân',
  'Trung tâm Bồi dưỡng chính trị',
];
const WARDS = [1, 2, 3, 4, 6, 8, 9, 10, 13, 14, 15, 16, 18];

export interface GalleryPerson {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly fields: readonly string[];
  readonly target: number;
  readonly max: number;
  readonly balance: number;
  readonly away: readonly Day[];
}

export interface GalleryMeeting {
  readonly id: string;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly short: string;
  readonly branch: string;
  readonly organisation: string;
  readonly place: string;
  readonly kind: MeetingKind;
  readonly people: readonly GalleryPerson[];
}

const draw = numbersFrom(2020);
const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
const allDays = daysOf(MONTH);
const workDays = allDays.filter((d) => weekday(d) < 6);

export const people: readonly GalleryPerson[] = Array.from({ length: 46 }, (_, i) => ({
  id: `s${i + 1}`,
  name: i === 7 ? 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên' : `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)}`,
  department: DEPARTMENTS[i % DEPARTMENTS.length] as string,
  fields: [...new Set([pick(FIELDS), pick(FIELDS)])],
  target: 3,
  max: 5,
  balance: draw(5) - 2,
  away: i % 6 === 1 ? workDays.slice(draw(18)).slice(0, 1 + draw(3)) : [],
}));

const schools = [
  'Trường Tiểu học Đoàn Thị Điểm',
  'Trường Mầm non 12',
  'Trường Trung học cơ sở Khánh Hội A',
  'Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Quận 4',
];

/** Most of a district's meetings are on the first evenings of a month. */
function dayOfMeeting(i: number): Day {
  const first = workDays.slice(0, 4);
  return i % 10 < 7 ? (first[(i * 3) % 4] as Day) : (workDays[4 + ((i * 7) % 19)] as Day);
}

function meeting(i: number, taken: Map<string, number>): GalleryMeeting {
  const ward = WARDS[i % WARDS.length] as number;
  const quarter = 1 + (Math.floor(i / WARDS.length) % 9);
  const isSchool = i % 9 === 4;
  const day = dayOfMeeting(i);
  const isEvening = !isSchool && i % 5 !== 0;
  const count = i === 31 || i === 88 ? 0 : i % 17 === 3 ? 2 : 1;
  const chosen = people
    .filter((p) => !p.away.includes(day) && !taken.has(`${p.id}/${day}/${String(isEvening)}`))
    .sort((a, b) => (taken.get(a.id) ?? 0) - (taken.get(b.id) ?? 0))
    .slice(0, count);
  for (const p of chosen) {
    taken.set(p.id, (taken.get(p.id) ?? 0) + 1);
    taken.set(`${p.id}/${day}/${String(isEvening)}`, 1);
  }
  return {
    id: `m${i + 1}`,
    day,
    from: isEvening ? '19:30' : '07:30',
    to: isEvening ? '21:00' : '09:30',
    short: isSchool ? `TH${(i % 4) + 1}` : `P${ward}.${quarter}`,
    branch: isSchool ? `Chi bộ ${schools[i % 4] ?? ''}` : `Chi bộ Khu phố ${quarter}, Phường ${ward}`,
    organisation: isSchool ? 'Đảng bộ khối Giáo dục và Đào tạo Quận 4' : `Đảng bộ Phường ${ward}`,
    place: isSchool
      ? `${12 + i} Vĩnh Khánh, Phường ${ward}`
      : `Trụ sở Ban điều hành Khu phố ${quarter}, Phường ${ward}`,
    kind: i % 4 === 2 ? 'thematic' : i % 23 === 5 ? 'combined' : 'regular',
    people: chosen,
  };
}

const taken = new Map<string, number>();
export const meetings: readonly GalleryMeeting[] = Array.from({ length: 143 }, (_, i) => meeting(i, taken)).sort(
  (a, b) => a.day.localeCompare(b.day) || a.from.localeCompare(b.from) || a.branch.localeCompare(b.branch, 'vi'),
);
export const days = allDays;
export const departments: readonly string[] = DEPARTMENTS;
export const fields: readonly string[] = FIELDS;
