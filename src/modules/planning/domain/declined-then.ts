import type { MeetingId } from '../../../kernel/id.ts';
import type { PublishedVisit } from './published-month.ts';

/** Whether somebody has declined this very meeting, or another one at the same time. */
export type Declined = 'here' | 'then';

/** Who has said that they cannot come to a meeting, or to another one at its time. */
export function declinedThen(
  visits: readonly Pick<PublishedVisit, 'specialistId' | 'meetingId' | 'state' | 'startsAt' | 'endsAt'>[],
  meeting: { readonly meetingId: MeetingId; readonly startsAt: Date; readonly endsAt: Date },
): ReadonlyMap<string, Declined> {
  const found = new Map<string, Declined>();
  for (const { specialistId, meetingId, state, startsAt, endsAt } of visits) {
    if (state !== 'declined') continue;
    if (meetingId === meeting.meetingId) found.set(specialistId, 'here');
    else if (startsAt < meeting.endsAt && meeting.startsAt < endsAt && !found.has(specialistId)) {
      found.set(specialistId, 'then');
    }
  }
  return found;
}
