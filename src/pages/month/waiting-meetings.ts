import { type CurrentAssignments, spanOf, type Standing } from './current-assignments.ts';
import type { ScreenMeeting } from './month-screen-read-model.ts';
import type { UncoveredMeeting } from './month.view.ts';

/**
 * Meetings to which nobody or too few go, in one of these states, each with its reason, with where somebody is
 * found for it, and with where it is entered who went there.
 */
export function waitingMeetings(
  meetings: readonly ScreenMeeting[],
  { standings }: Pick<CurrentAssignments, 'standings'>,
  states: readonly Standing['state'][],
  repairOf: (meeting: ScreenMeeting) => string | null = () => null,
  recordOf: (meeting: ScreenMeeting) => string | null = () => null,
): UncoveredMeeting[] {
  return meetings.flatMap((meeting) => {
    const standing = standings.get(meeting.id);
    if (!standing?.reason || !states.includes(standing.state)) return [];
    const { id, branch } = meeting;
    return [
      {
        meetingId: id,
        ...spanOf(meeting),
        branch,
        reason: standing.reason,
        repairsHref: repairOf(meeting),
        recordHref: recordOf(meeting),
      },
    ];
  });
}
