import type { MeetingId } from '../../../kernel/id.ts';
import { dayIn } from '../../../kernel/month.ts';
import type { PublishedVisit } from './published-month.ts';

/** Whether somebody has declined this very meeting, another one at the same time, or one on the same day. */
export type Declined = 'here' | 'then' | 'that_day';

/** Who has said that they cannot come to a meeting, or to another one at its time or on its day. */
export function declinedThen(
  visits: readonly Pick<PublishedVisit, 'specialistId' | 'meetingId' | 'state' | 'startsAt' | 'endsAt'>[],
  meeting: { readonly meetingId: MeetingId; readonly startsAt: Date; readonly endsAt: Date },
  zone: string,
): ReadonlyMap<string, Declined> {
  const found = new Map<string, Declined>();
  const day = dayIn(zone, meeting.startsAt);
  for (const { specialistId, meetingId, state, startsAt, endsAt } of visits) {
    if (state !== 'declined') continue;
    const known = found.get(specialistId);
    if (meetingId === meeting.meetingId) found.set(specialistId, 'here');
    else if (known !== 'here' && startsAt < meeting.endsAt && meeting.startsAt < endsAt)
      found.set(specialistId, 'then');
    else if (known === undefined && dayIn(zone, startsAt) === day) found.set(specialistId, 'that_day');
  }
  return found;
}
