import type { Id, MeetingId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Meeting } from './meeting.ts';

export type CalendarChangeId = Id<'CalendarChange'>;

/** Many meetings moved at once, a calendar emptied, or a meeting removed: kept, so that it can be taken back. */
export interface CalendarChange {
  readonly id: CalendarChangeId;
  readonly month: Month;
  readonly kind: 'moved' | 'cleared' | 'removed';
  /** As they stood before, and what became of each; nothing of those that were removed. */
  readonly meetings: readonly ChangedMeeting[];
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly takenBackAt: Date | null;
}

export interface ChangedMeeting {
  readonly before: Meeting;
  readonly after: Meeting | null;
}

export interface TakenBack {
  /** Moved back. */
  readonly updated: readonly Meeting[];
  /** Put back. */
  readonly inserted: readonly Meeting[];
  /** Made by a rule in the meantime, and replaced by what stood there before. */
  readonly replaced: readonly MeetingId[];
  /** Changed by somebody in the meantime: they stay as they are. */
  readonly kept: readonly Meeting[];
}

/** What taking a change back does to the calendar as it stands now. What somebody has edited since is left alone. */
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
