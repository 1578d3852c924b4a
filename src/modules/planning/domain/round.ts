import {
  type Branch,
  candidatesFor,
  coverageValue,
  type Meeting,
  type Plan,
  type PlanProblem,
} from '../../../solver/index.ts';
import type { MonthFacts } from './month-facts.ts';
import type { PlanningPolicy } from './planning-policy.ts';
import { shareOfMonth } from './share-of-month.ts';

/** The number of meetings that all shares of a month together allow, less what was visited before it was planned. */
export function placesOf(
  { month, specialists, settled }: Pick<MonthFacts, 'month' | 'specialists' | 'settled'>,
  { roundPercent, observers }: PlanningPolicy,
): number {
  const shares = specialists.reduce((sum, { target, absences }) => sum + shareOfMonth(target, absences, month), 0);
  const made = specialists.reduce((sum, { id }) => sum + 100 * (settled?.visits[id] ?? 0), 0);
  return Math.floor((Math.max(0, shares - made) * roundPercent) / 10_000 / Math.max(1, observers.min));
}

/**
 * The meetings that are due this month: the most valuable ones, as many as there are places, and in any case those
 * whose branch is weak or whose cycle is due. `refilled` further ones are added, by value, because others turned out to
 * collide. The remaining meetings may be visited, but nothing is lost if they are not.
 */
export function roundOf(
  meetings: readonly Meeting[],
  branches: readonly Branch[],
  places: number,
  refilled: number,
  { engine, alwaysFromWeakness }: PlanningPolicy,
): ReadonlySet<string> {
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  const cycle = engine.coverage.cycleMonths ?? Infinity;
  const ranked = meetings
    .flatMap((meeting) => {
      const branch = byId.get(meeting.branchId);
      if (!branch) return [];
      const isDue = branch.monthsSinceVisit === null || branch.monthsSinceVisit >= cycle;
      const always = isDue || branch.weakness >= alwaysFromWeakness;
      return [{ id: meeting.id, always, value: coverageValue(meeting, branch, engine.coverage) }];
    })
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  const isFirst = ({ always }: { readonly always: boolean }, rank: number) => always || rank < places;
  const later = ranked.filter((one, rank) => !isFirst(one, rank)).slice(0, refilled);
  return new Set([...ranked.filter(isFirst), ...later].map(({ id }) => id));
}

/** At most this many are examined at once, because each takes time; the next round continues. */
const MOST_LOOKED_AT = 40;

/**
 * How many more meetings the round can take: as many as there are places that a plan could not fill with the meetings
 * of the round. Once all places are filled, one for each person who is still below their share and free for a waiting
 * meeting. So nobody exceeds their share by a whole visit, and no branch is left out while somebody is below their
 * share.
 */
export function placesToRefill(
  problem: PlanProblem,
  { assignments }: Pick<Plan, 'assignments'>,
  places: number,
): number {
  const attended = new Set(assignments.map(({ meetingId }) => meetingId));
  const waiting = problem.meetings.filter(
    ({ id, minObservers, maxObservers }) => minObservers === 0 && maxObservers > 0 && !attended.has(id),
  );
  const left = Math.min(waiting.length, places - attended.size);
  return left > 0 ? left : Math.min(waiting.length, freePeopleOwing(problem, assignments, waiting).size);
}

function freePeopleOwing(
  problem: PlanProblem,
  assignments: Plan['assignments'],
  waiting: readonly Meeting[],
): ReadonlySet<string> {
  const visits = new Map<string, number>();
  for (const { specialistId } of assignments) visits.set(specialistId, (visits.get(specialistId) ?? 0) + 1);
  const owing = new Set(
    problem.specialists
      .filter(({ id, target, balance }) => 100 * (visits.get(id) ?? 0) + balance < target)
      .map(({ id }) => id),
  );
  const free = waiting
    .slice(0, owing.size > 0 ? MOST_LOOKED_AT : 0)
    .flatMap(({ id }) => candidatesFor(problem, { assignments }, id))
    .filter(({ specialistId, situation }) => situation.kind === 'free' && owing.has(specialistId));
  return new Set(free.map(({ specialistId }) => specialistId));
}
