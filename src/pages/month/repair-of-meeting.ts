import type { MeetingRef } from '../../kernel/id.ts';
import { holdsSeat } from '../../modules/visits/index.ts';
import { repairsHref } from '../repairs/repairs-href.ts';
import type { CurrentAssignments } from './current-assignments.ts';
import type { MonthScreen, ScreenMeeting } from './month-screen-read-model.ts';

/** Where somebody is found for a published meeting that lacks people; null once it has begun, or where nobody lacks. */
export function repairOfMeeting(
  screen: Pick<MonthScreen, 'month' | 'plan' | 'visits' | 'now'>,
  { standings }: Pick<CurrentAssignments, 'standings'>,
  { id, startsAt }: Pick<ScreenMeeting, 'id' | 'startsAt'>,
): string | null {
  const state = standings.get(id)?.state;
  const isShort = state === 'partial' || state === 'uncovered';
  if (!isShort || screen.plan?.state !== 'published' || startsAt <= screen.now) return null;
  return repairsHref(screen.month, id, leftBy(screen, id));
}

/** Of those who do not go there any more one whom nobody replaces. */
function leftBy({ visits }: Pick<MonthScreen, 'visits'>, meetingId: MeetingRef): string | null {
  const left = [...visits.values()].find(
    (visit) => visit.meetingId === meetingId && !visit.isReplaced && !holdsSeat(visit.state),
  );
  return left?.visitId ?? null;
}
