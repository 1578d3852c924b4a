import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import { Settled } from '../model/settled.ts';
import type { PlanProblem } from '../problem.ts';
import { pairCosts } from '../verify/pair-facts.ts';

/** The visits of the known plan that nothing stands against any more than before. */
export function stillStanding(after: PlanProblem): PairOfIds[] {
  const costsOf = pairCosts(after);
  const specialists = new Map(after.specialists.map((one) => [one.id, one]));
  const meetings = new Map(after.meetings.map((one) => [one.id, one]));
  const refused = new Set(after.pins.flatMap((pin) => (pin.kind === 'must_not' ? [pairKey(pin)] : [])));
  return (after.published?.assignments ?? [])
    .filter((pair) => {
      const [specialist, meeting] = [specialists.get(pair.specialistId), meetings.get(pair.meetingId)];
      if (specialist === undefined || meeting === undefined || refused.has(pairKey(pair))) return false;
      return costsOf(specialist, meeting) !== null;
    })
    .map(({ specialistId, meetingId }) => ({ specialistId, meetingId }));
}

/** The meeting that has one seat open, where it is the only open seat of the month; null otherwise. */
export function openSeat(after: PlanProblem, standing: readonly PairOfIds[]): string | null {
  const settled = new Settled(after);
  const held = new Map<string, number>();
  for (const { meetingId } of standing) held.set(meetingId, (held.get(meetingId) ?? 0) + 1);
  const open = after.meetings
    .filter((meeting) => !settled.isOver(meeting))
    .map(({ id, maxObservers }) => ({ id, seats: maxObservers - (held.get(id) ?? 0) }))
    .filter(({ seats }) => seats > 0);
  const [only] = open;
  return only !== undefined && open.length === 1 && only.seats === 1 ? only.id : null;
}
