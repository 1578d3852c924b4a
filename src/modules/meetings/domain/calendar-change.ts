import type { Id, MeetingId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Meeting } from './meeting.ts';

export type CalendarChangeId = Id<'CalendarChange'>;

/** Many meetings moved or edited at once, a calendar cleared, or one meeting removed; stored so that it can be undone. */
export interface CalendarChange {
  readonly id: CalendarChangeId;
  readonly month: Month;
  readonly kind: 'moved' | 'edited' | 'cleared' | 'removed';
  /** Each meeting before the change and after it; null after a removal. */
  readonly meetings: readonly ChangedMeeting[];
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly takenBackAt: Date | null;
  /** When the branches were told by mail of the change, and of its being taken back. */
  readonly toldAt: Date | null;
  readonly toldBackAt: Date | null;
}

export interface ChangedMeeting {
  readonly before: Meeting;
  readonly after: Meeting | null;
}

export interface TakenBack {
  /** Meetings that are as before. */
  readonly updated: readonly Meeting[];
  /** Meetings restored. */
  readonly inserted: readonly Meeting[];
  /** Meetings that a rule made in the meantime, replaced by the former ones. */
  readonly replaced: readonly MeetingId[];
  /** Meetings that somebody has changed in the meantime; they stay. */
  readonly kept: readonly Meeting[];
}

/** What undoing a change does to the current calendar. Meetings that somebody has edited since are left alone. */
export function takeBack({ meetings }: Pick<CalendarChange, 'meetings'>, stored: readonly Meeting[]): TakenBack {
  const byId = new Map(stored.map((meeting) => [meeting.id, meeting]));
  const bySlot = new Map(stored.flatMap((meeting) => (meeting.slot ? [[slotOf(meeting), meeting] as const] : [])));
  const updated: Meeting[] = [];
  const inserted: Meeting[] = [];
  const replaced: MeetingId[] = [];
  const kept: Meeting[] = [];
  for (const { before, after } of meetings) {
    const now = byId.get(before.id);
    if (after) {
      if (!now) kept.push(after);
      else if (now.revision === after.revision) updated.push({ ...before, revision: now.revision + 1 });
      else kept.push(now);
      continue;
    }
    const instead = before.slot ? bySlot.get(slotOf(before)) : undefined;
    if (now ?? (instead && instead.source !== 'rule')) {
      kept.push(now ?? instead ?? before);
      continue;
    }
    if (instead) replaced.push(instead.id);
    inserted.push({ ...before, revision: before.revision + 1 });
  }
  return { updated, inserted, replaced, kept };
}

function slotOf({ branchId, slot }: Meeting): string {
  return `${branchId}/${slot}`;
}

/** A meeting that a change has moved, before it and as it is now: or, once it was taken back, the other way round. */
export interface ToldMeeting {
  readonly before: Meeting;
  readonly after: Meeting;
}

/** When the branches were told of how the change stands; null where they were not. */
export function toldOf({ takenBackAt, toldAt, toldBackAt }: CalendarChange): Date | null {
  return takenBackAt === null ? toldAt : toldBackAt;
}

/**
 * The meetings of which branches are to be told: those ahead that are as the change, or its being taken back, left them.
 * What somebody has changed since is told with that change.
 */
export function toTell(change: CalendarChange, stored: readonly Meeting[], now: Date): ToldMeeting[] {
  const byId = new Map(stored.map((meeting) => [meeting.id, meeting]));
  return change.meetings.flatMap(({ before, after }): ToldMeeting[] => {
    const current = byId.get(before.id);
    if (!after || !current || current.state !== 'scheduled') return [];
    const [from, to] = change.takenBackAt === null ? [before, after] : [after, before];
    const isAsLeft = isSameOccasion(current, to);
    const isAhead = current.endsAt > now || from.endsAt > now;
    return isAsLeft && isAhead && !isSameOccasion(from, to) ? [{ before: from, after: current }] : [];
  });
}

function isSameOccasion(one: Meeting, other: Meeting): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() &&
    one.endsAt.getTime() === other.endsAt.getTime() &&
    one.place === other.place
  );
}
