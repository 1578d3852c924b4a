import { type Day, daysBetween } from '../../../kernel/month.ts';
import type { BranchRef, MeetingRef } from '../../../kernel/id.ts';

/** A meeting that may be moved to another day. */
export interface SpreadMeeting {
  readonly id: MeetingRef;
  readonly branchId: BranchRef;
  readonly day: Day;
  /** The day of the branch's rule. */
  readonly wantedOn: Day | null;
}

/** A day to which meetings may be moved, and how many it can take. */
export interface RoomyDay {
  readonly day: Day;
  readonly room: number;
}

export interface Spread {
  /** The day of each meeting that has one, its present day included. */
  readonly days: ReadonlyMap<string, Day>;
  /** Meetings for which no day has room; they stay where they are. */
  readonly left: readonly string[];
}

/**
 * Spreads meetings over days one after another, with short moves: a meeting on a day with room stays, those on the day
 * of their own rule first; each of the others goes to the nearest day with room, of two equally near ones to the later.
 * It never puts two meetings of a branch on one day.
 */
export function spreadMeetings(
  meetings: readonly SpreadMeeting[],
  days: readonly RoomyDay[],
  taken: ReadonlyMap<string, ReadonlySet<Day>>,
): Spread {
  const room = new Map(days.map((each) => [each.day, each.room]));
  const held = new Map<string, Set<Day>>();
  const settled = new Map<string, Day>();
  const settle = ({ id, branchId }: SpreadMeeting, day: Day) => {
    settled.set(id, day);
    room.set(day, (room.get(day) ?? 0) - 1);
    held.set(branchId, new Set([...(held.get(branchId) ?? taken.get(branchId) ?? []), day]));
  };
  const isFree = ({ branchId }: SpreadMeeting, day: Day) =>
    (room.get(day) ?? 0) > 0 && !(held.get(branchId) ?? taken.get(branchId))?.has(day);
  const inOrder = [...meetings].sort((a, b) => Number(isOnRuleDay(b)) - Number(isOnRuleDay(a)));
  for (const meeting of inOrder) if (isFree(meeting, meeting.day)) settle(meeting, meeting.day);
  const left: string[] = [];
  for (const meeting of inOrder) {
    if (settled.has(meeting.id)) continue;
    const [nearest] = days
      .map(({ day }) => day)
      .filter((day) => isFree(meeting, day))
      .sort((a, b) => distance(meeting.day, a) - distance(meeting.day, b) || (a < b ? 1 : -1));
    if (nearest === undefined) left.push(meeting.id);
    else settle(meeting, nearest);
  }
  return { days: settled, left };
}

function isOnRuleDay({ day, wantedOn }: SpreadMeeting): boolean {
  return day === wantedOn;
}

function distance(a: Day, b: Day): number {
  return Math.abs(daysBetween(a, b));
}
