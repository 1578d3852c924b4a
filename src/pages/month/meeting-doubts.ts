import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import { timeIn } from '../../kernel/month.ts';
import type { BranchRef, MeetingRef } from '../../kernel/id.ts';
import type { MonthMeeting, Occasion, WorkCalendar } from '../../modules/meetings/index.ts';
import { isOfOneKind, isWeekend } from './meeting-flags.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

export interface WantedMeeting extends Pick<Occasion, 'day' | 'time'> {
  readonly branchId: BranchRef;
  readonly kind: MeetingKind;
  /** Null for a new meeting. */
  readonly id: MeetingRef | null;
}

/**
 * Doubts about a meeting's day or hour, to be confirmed before it is saved; doubts that existed before are not asked
 * again.
 */
export function meetingDoubts(
  wanted: WantedMeeting,
  meetings: readonly MonthMeeting[],
  workdays: Pick<WorkCalendar, 'get' | 'isWorked'>,
  zone: string,
): Sentence[] {
  const doubts: Sentence[] = [];
  const before = meetings.find(({ id }) => id === wanted.id);
  const others = meetings.filter(
    ({ id, branch, state }) => id !== wanted.id && branch.id === wanted.branchId && state === 'scheduled',
  );
  if (before?.day !== wanted.day) {
    const name = workdays.get(wanted.day);
    if (name !== undefined) doubts.push({ key: 'calendar.doubt.holiday', params: { day: wanted.day, name } });
    else if (isWeekend(wanted.day, workdays))
      doubts.push({ key: 'calendar.doubt.weekend', params: { day: wanted.day } });
  }
  const [same] = others.filter(({ day }) => day === wanted.day);
  if (same) doubts.push({ key: 'calendar.doubt.double', params: { time: timeIn(zone, same.startsAt) } });
  const first = others.find(({ kind }) => isOfOneKind(kind, wanted.kind));
  if (wanted.id === null && !same && first) doubts.push({ key: 'calendar.doubt.second', params: { day: first.day } });
  return doubts;
}
