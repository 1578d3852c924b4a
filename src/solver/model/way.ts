import type { Meeting, Place, PlanPolicy, Specialist } from '../problem.ts';
import { roadMetres } from './distance.ts';
import { localClock } from './local-clock.ts';

type Setting = Pick<PlanPolicy, 'travel' | 'calendar'>;

/** From home at the hours that the policy names, where the home is known; otherwise from the base. */
export function setsOutFrom(
  { base, home }: Pick<Specialist, 'base' | 'home'>,
  { start }: Pick<Meeting, 'start'>,
  { travel, calendar }: Setting,
): Place | null {
  const isFromHome = home !== undefined && travel.fromHome?.includes(localClock(calendar)(start).part) === true;
  return isFromHome ? home : base;
}

/** Metres by road from where this person sets out at that hour; null where an end is unknown. */
export function wayTo(
  specialist: Pick<Specialist, 'base' | 'home'>,
  meeting: Pick<Meeting, 'start' | 'place'>,
  policy: Setting,
): number | null {
  return roadMetres(setsOutFrom(specialist, meeting, policy), meeting.place, policy.travel);
}
