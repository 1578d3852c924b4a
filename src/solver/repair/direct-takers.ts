import type { HandMonth } from '../by-hand/hand-month.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { PlanProblem } from '../problem.ts';

/**
 * Those who can take the one open seat while nobody else moves, cheapest first. They are the best repairs, and no search
 * is needed to prove it: each fills all seats with a single change, and any other repair that fills them changes more.
 * That holds where the tiers begin with coverage and stability; otherwise nobody is named.
 * @param month with all changes at one price, and no seat open but this one.
 */
export function directTakers(
  month: PlanProblem,
  hand: HandMonth,
  standing: readonly PairOfIds[],
  seat: string,
  count: number,
): PairOfIds[] {
  const [first, second] = month.policy.tiers;
  if (first !== 'coverage' || second !== 'stability') return [];
  const takers: PairOfIds[] = [];
  for (const { specialistId, can } of hand.candidatesAt(seat, standing)) {
    if (can !== 'yes' || takers.length === count) break;
    const pair = { specialistId, meetingId: seat };
    // What the break has broken elsewhere, such as somebody's minimum, takes more than this one change.
    if (hand.faultsOf([...standing, pair]).length === 0) takers.push(pair);
  }
  return takers;
}
