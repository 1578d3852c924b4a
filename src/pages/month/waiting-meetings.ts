import { type CurrentAssignments, spanOf, type Standing } from './current-assignments.ts';
import type { ScreenMeeting } from './month-screen-read-model.ts';
import type { UncoveredMeeting } from './month.view.ts';

/** Meetings to which nobody or too few go, in one of these states, each with its reason. */
export function waitingMeetings(
  meetings: readonly ScreenMeeting[],
  { standings }: Pick<CurrentAssignments, 'standings'>,
  ...states: readonly Standing['state'][]
): UncoveredMeeting[] {
  return meetings.flatMap((meeting) => {
    const standing = standings.get(meeting.id);
    if (!standing?.reason || !states.includes(standing.state)) return [];
    return [{ meetingId: meeting.id, ...spanOf(meeting), branch: meeting.branch, reason: standing.reason }];
  });
}
