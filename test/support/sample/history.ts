import { addMonths, month, monthsBetween, type Day, type Month } from '../../../src/kernel/month.ts';
import type { Holidays } from '../../../src/modules/meetings/domain/meeting-rule.ts';
import { monthCalendar, type ForeseenMeeting } from '../../../src/modules/meetings/domain/month-calendar.ts';
import type { SampleBranch } from './branches.ts';
import { findingsOf, type SampleFinding } from './findings.ts';
import { randomFor, type Random } from './random.ts';
import type { SampleAbsence, SampleConflict, SampleSpecialist } from './specialists.ts';

export interface SampleVisit {
  readonly code: string;
  readonly branch: string;
  readonly specialist: string;
  readonly day: Day;
  readonly kind: ForeseenMeeting<string>['kind'];
  readonly present: number;
  readonly expected: number;
  readonly speakers: number;
  readonly score: number;
  readonly findings: readonly SampleFinding[];
}

export interface SampleDistrict {
  readonly branches: readonly SampleBranch[];
  readonly specialists: readonly SampleSpecialist[];
  readonly absences: readonly SampleAbsence[];
  readonly conflicts: readonly SampleConflict[];
  readonly holidays: Holidays;
}

export const ZONE = 'Asia/Ho_Chi_Minh';
const FIRST = month('2019-06');
/** Visits a month: a start, Lunar New Year, the distancing of April 2020, congress time, then a steady programme. */
const VISITS = [46, 50, 54, 58, 64, 66, 70, 52, 58, 44, 0, 62, 84, 92, 78, 98, 116, 124];
/** The day on which planning of December begins; the history ends before it. */
const PRESENT = '2020-11-20';
const GAP_MONTHS = 3;
const HOUR_MS = 3_600_000;

/**
 * Eighteen months of visits as a board might have planned them: the longest unvisited first, no person in two places at
 * a time.
 */
export function sampleHistory(district: SampleDistrict): SampleVisit[] {
  const random = randomFor('history');
  const lastSeen = new Map<string, Month>();
  const seenBy = new Map<string, Month>();
  const byCode = new Map(district.branches.map((branch) => [branch.code, branch]));
  return VISITS.flatMap((count, index) => {
    const current = addMonths(FIRST, index);
    const meetings = monthCalendar(
      district.branches.map(({ code, rule }) => ({ id: code, rule })),
      current,
      district.holidays,
      ZONE,
    );
    const waiting = (code: string) => {
      const last = lastSeen.get(code);
      return last === undefined ? 24 : monthsBetween(last, current);
    };
    const wanted = meetings
      .filter(({ day }) => day < PRESENT)
      .map((meeting) => ({
        meeting,
        urgency: waiting(meeting.branchId) * 2 + (1 - (byCode.get(meeting.branchId)?.vigour ?? 0)) + random.next(),
      }))
      .sort((a, b) => b.urgency - a.urgency || (a.meeting.branchId < b.meeting.branchId ? -1 : 1));
    const busy = new Map<string, ForeseenMeeting<string>[]>();
    const visits: SampleVisit[] = [];
    for (const { meeting } of wanted) {
      if (visits.length >= count) break;
      const branch = byCode.get(meeting.branchId);
      if (branch === undefined || lastSeen.get(branch.code) === current) continue;
      const specialist = bestFor(branch, meeting, current, district, busy, seenBy, random);
      if (specialist === null) continue;
      busy.set(specialist.code, [...(busy.get(specialist.code) ?? []), meeting]);
      lastSeen.set(branch.code, current);
      seenBy.set(`${specialist.code} ${branch.code}`, current);
      visits.push(visit(branch, specialist, meeting, index, random));
    }
    return visits.sort(byDay).map((each, at) => ({ ...each, code: codeOf(current, at) }));
  });
}

function bestFor(
  branch: SampleBranch,
  meeting: ForeseenMeeting<string>,
  current: Month,
  { specialists, absences, conflicts }: SampleDistrict,
  busy: ReadonlyMap<string, readonly ForeseenMeeting<string>[]>,
  seenBy: ReadonlyMap<string, Month>,
  random: Random,
): SampleSpecialist | null {
  let best: { specialist: SampleSpecialist; price: number } | null = null;
  for (const specialist of specialists) {
    const own = busy.get(specialist.code) ?? [];
    const last = seenBy.get(`${specialist.code} ${branch.code}`);
    const isBarred =
      own.length >= specialist.maxVisits ||
      branch.code === specialist.ownBranch ||
      branch.code === specialist.residenceBranch ||
      (last !== undefined && monthsBetween(last, current) < GAP_MONTHS) ||
      conflicts.some((conflict) => conflict.specialist === specialist.code && conflict.branch === branch.code) ||
      absences.some(
        ({ specialist: who, from, to }) => who === specialist.code && from <= meeting.day && meeting.day <= to,
      ) ||
      own.some(
        ({ start, end }) =>
          start.getTime() < meeting.end.getTime() + HOUR_MS / 2 &&
          meeting.start.getTime() < end.getTime() + HOUR_MS / 2,
      );
    if (isBarred) continue;
    const skill = branch.weak.reduce(
      (sum, { field, weight }) => sum + weight * (specialist.fields.find((own) => own.field === field)?.strength ?? 0),
      0,
    );
    const price = own.length / specialist.maxVisits - skill * 0.4 + random.next() * 0.3;
    if (best === null || price < best.price) best = { specialist, price };
  }
  return best?.specialist ?? null;
}

function visit(
  branch: SampleBranch,
  specialist: SampleSpecialist,
  meeting: ForeseenMeeting<string>,
  monthsIn: number,
  random: Random,
): SampleVisit {
  const members = branch.official + branch.probationary;
  const expected = members - branch.exempted;
  // Attendance rises over the course of the programme, as its source states.
  const share = Math.min(1, 0.68 + branch.vigour * 0.24 + monthsIn * 0.004 + random.around(-0.07, 0.07));
  const present = Math.max(3, Math.min(expected, Math.round(expected * share)));
  const talk = Math.min(0.95, 0.16 + branch.vigour * 0.4 + (members < 12 ? 0.2 : 0) + random.around(-0.1, 0.1));
  const speakers = Math.max(2, Math.min(present, Math.round(present * talk)));
  const score = 70 + branch.vigour * 22 + monthsIn * 0.2 + specialist.leniency + random.around(-4, 4);
  return {
    code: '',
    branch: branch.code,
    specialist: specialist.code,
    day: meeting.day,
    kind: meeting.kind,
    present,
    expected,
    speakers,
    score: Math.min(98, Math.round(score * 2) / 2),
    findings: findingsOf({ branch, month: meeting.day.slice(0, 7), talk: speakers / present }, random),
  };
}

function byDay(a: SampleVisit, b: SampleVisit): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.branch < b.branch ? -1 : 1;
}

function codeOf(current: Month, at: number): string {
  return `L${current.slice(2, 4)}${current.slice(5)}-${String(at + 1).padStart(3, '0')}`;
}
