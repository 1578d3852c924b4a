import type { MeetingId } from '../../kernel/id.ts';
import { addDays, type Day, timeIn } from '../../kernel/month.ts';
import {
  type MeetingMove,
  type MonthMeeting,
  type SeenMeeting,
  spreadMeetings,
  type WorkCalendar,
} from '../../modules/meetings/index.ts';
import { countsOf, isMoreThan } from './build-calendar-page.ts';
import { meetingDoubts } from './meeting-doubts.ts';
import { fieldOf, fingerprintOf, type MoveTarget, valueOf } from './move-form.ts';
import type { MovePreview, PreviewedDay } from './move-meetings.view.ts';

export interface MoveGround {
  readonly meetings: readonly MonthMeeting[];
  readonly workdays: WorkCalendar;
  readonly free: ReadonlyMap<Day, number>;
  readonly zone: string;
  readonly hasDraft: boolean;
}

/** The day that each chosen meeting would get. */
export function proposedDays(
  chosen: readonly MonthMeeting[],
  target: MoveTarget,
  { meetings, workdays, free }: Pick<MoveGround, 'meetings' | 'workdays' | 'free'>,
): { readonly days: ReadonlyMap<string, Day>; readonly left: readonly string[] } {
  if (target.mode === 'day') return { days: new Map(chosen.map(({ id }) => [id, target.day])), left: [] };
  const ids = new Set<string>(chosen.map(({ id }) => id));
  const others = meetings.filter(({ id, state }) => state === 'scheduled' && !ids.has(id));
  const load = countsOf(others);
  const days: { day: Day; room: number }[] = [];
  for (let day = target.from; day <= target.to; day = addDays(day, 1)) {
    if (!workdays.isWorkday(day)) continue;
    days.push({ day, room: Math.max(0, (target.most ?? free.get(day) ?? 0) - (load.get(day) ?? 0)) });
  }
  const taken = new Map<string, Set<Day>>();
  for (const { branch, day } of others) taken.set(branch.id, new Set([...(taken.get(branch.id) ?? []), day]));
  return spreadMeetings(
    chosen.map(({ id, branch, day, wantedOn }) => ({ id, branchId: branch.id, day, wantedOn })),
    days,
    taken,
  );
}

/** The effect of moving the chosen meetings to these days, by day and by meeting. */
export function previewMove(
  chosen: readonly SeenMeeting[],
  days: ReadonlyMap<string, Day>,
  left: readonly string[],
  ground: MoveGround,
): MovePreview {
  const { meetings, workdays, free, zone, hasDraft } = ground;
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const moved = movesOf(chosen, days, byId);
  const to = new Map<string, Day>(moved.map(({ id, day }) => [id, day]));
  const after = meetings.map((meeting) => ({ ...meeting, day: to.get(meeting.id) ?? meeting.day }));
  const moves = moved.flatMap(({ id, revision, day }) => {
    const meeting = byId.get(id);
    if (!meeting) return [];
    const time = timeIn(zone, meeting.startsAt);
    const { branch, kind } = meeting;
    const others = after.map((each) => (each.id === id ? meeting : each));
    return {
      value: valueOf({ id, revision }),
      field: fieldOf(id),
      branch: branch.name,
      organisation: branch.organisation,
      from: meeting.day,
      hour: time,
      to: day,
      doubts: meetingDoubts({ id, branchId: branch.id, kind, day, time }, others, workdays, zone),
    };
  });
  const isLeft = new Set(left);
  return {
    moves: moves.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)),
    left: meetings.filter(({ id }) => isLeft.has(id)).map(({ branch, day }) => ({ branch: branch.name, day })),
    staying: chosen.length - moves.length - left.length,
    days: changedDays(meetings, after, free),
    confirmed: fingerprintOf(moved),
    hasDraft,
  };
}

/** The meetings that change their day, with the revisions that were seen. */
export function movesOf(
  chosen: readonly SeenMeeting[],
  days: ReadonlyMap<string, Day>,
  byId: ReadonlyMap<MeetingId, Pick<MonthMeeting, 'day'>>,
): MeetingMove[] {
  return chosen.flatMap(({ id, revision }) => {
    const day = days.get(id);
    return day === undefined || byId.get(id)?.day === day ? [] : [{ id, revision, day }];
  });
}

function changedDays(
  before: readonly MonthMeeting[],
  after: readonly MonthMeeting[],
  free: ReadonlyMap<Day, number>,
): PreviewedDay[] {
  const was = countsOf(before.filter(({ state }) => state === 'scheduled'));
  const will = countsOf(after.filter(({ state }) => state === 'scheduled'));
  return [...new Set([...was.keys(), ...will.keys()])].sort().flatMap((day) => {
    const counts = { before: was.get(day) ?? 0, after: will.get(day) ?? 0 };
    const people = free.get(day) ?? 0;
    if (counts.before === counts.after) return [];
    return { day, ...counts, people, isCrowded: isMoreThan(counts.after, people) };
  });
}
