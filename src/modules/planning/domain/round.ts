import { type Branch, coverageValue, type Meeting, type Plan, type PlanProblem } from '../../../solver/index.ts';
import type { MonthFacts } from './month-facts.ts';
import type { PlanningPolicy } from './planning-policy.ts';
import { shareOfMonth } from './share-of-month.ts';

/** So many meetings all shares of a month together allow. */
export function placesOf(
  { month, specialists }: Pick<MonthFacts, 'month' | 'specialists'>,
  { roundPercent, observers }: PlanningPolicy,
): number {
  const shares = specialists.reduce((sum, { target, absences }) => sum + shareOfMonth(target, absences, month), 0);
  return Math.floor((shares * roundPercent) / 10_000 / Math.max(1, observers.min));
}

/**
 * The meetings that want somebody this month: the most valuable ones, as many as there are places, and those whose
 * branch is weak or whose cycle is due in any case. So many more are `refilled`, the next most valuable, because others
 * turned out to collide. The rest may be visited but are not missed.
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

/** How many more meetings the round can take in, since a plan could not fill all places with those that are on it. */
export function placesToRefill(
  { meetings }: Pick<PlanProblem, 'meetings'>,
  { assignments }: Pick<Plan, 'assignments'>,
  places: number,
): number {
  const attended = new Set(assignments.map(({ meetingId }) => meetingId));
  const waiting = meetings.filter(({ id, minObservers }) => minObservers === 0 && !attended.has(id)).length;
  return Math.max(0, Math.min(waiting, places - attended.size));
}
