import type { MeetingRef } from '../../kernel/id.ts';
import type { Meeting, PlanProblem } from '../problem.ts';
import type { KnownPlan, MonthEvent } from './month-event.ts';

/**
 * The month in which no meeting wants more people than it had in the known plan, except new meetings and those that are
 * said to be short of one: other seats that were empty before are no reason to change what people know.
 */
export function onlyBroken(
  after: PlanProblem,
  known: KnownPlan,
  events: readonly MonthEvent[],
  short: readonly string[] = [],
): PlanProblem {
  const called = new Set(events.flatMap((event) => (event.kind === 'called' ? [event.meeting.id] : [])));
  const missing = new Set(short);
  const had = countedByMeeting(known.assignments);
  const demanded = countedByMeeting(after.pins.filter(({ kind }) => kind === 'must'));
  const wanting = (meeting: Meeting): Meeting => {
    const observers = Math.max(
      (had.get(meeting.id) ?? 0) + (missing.has(meeting.id) ? 1 : 0),
      demanded.get(meeting.id) ?? 0,
    );
    return {
      ...meeting,
      minObservers: Math.min(meeting.minObservers, observers),
      maxObservers: Math.min(meeting.maxObservers, observers),
    };
  };
  return { ...after, meetings: after.meetings.map((meeting) => (called.has(meeting.id) ? meeting : wanting(meeting))) };
}

function countedByMeeting(pairs: readonly { readonly meetingId: MeetingRef }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { meetingId } of pairs) counts.set(meetingId, (counts.get(meetingId) ?? 0) + 1);
  return counts;
}
