import type { MeetingId, MeetingRef } from '../../../kernel/id.ts';
import type { MonthFacts } from './month-facts.ts';

/** When each meeting begins, as whoever decided has read it. */
export type ShownHours = ReadonlyMap<MeetingId, Date>;

/** A meeting that begins at another time than was read. */
export interface MovedHour {
  readonly was: Date;
  readonly now: Date;
}

/** Of these meetings those that have been moved since they were shown; what was not shown is not judged. */
export function movedHours(
  shown: ShownHours,
  meetingIds: readonly MeetingRef[],
  { meetings }: Pick<MonthFacts, 'meetings'>,
): MovedHour[] {
  const wanted = new Set(meetingIds);
  return meetings.flatMap(({ id, startsAt }) => {
    const was = wanted.has(id) ? shown.get(id as MeetingId) : undefined;
    return was && was.getTime() !== startsAt.getTime() ? [{ was, now: startsAt }] : [];
  });
}
