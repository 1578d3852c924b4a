import { PairEvaluator } from '../model/pair-evaluator.ts';
import type { Plan } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';

/** The figures that plans are compared by. Each can be recounted from problem and plan. */
export interface PlanFigures {
  readonly meetings: number;
  /** Meetings with as many observers as they want. */
  readonly met: number;
  readonly visits: number;
  /** Sum of the value of empty seats, as in the coverage tier. */
  readonly lostCoverage: number;
  /** Branches whose cycle is due this month, and how many of them are visited. */
  readonly dueBranches: number;
  readonly dueVisited: number;
  readonly load: LoadFigures;
  /**
   * Metres by road from the place each person sets out from to the meeting and back, over the visits whose way is
   * known.
   */
  readonly metres: number;
  /** Visits whose way is unknown; they are in no sum of metres. */
  readonly unknownWays: number;
  /** Mean cost per pair, by cost term. */
  readonly meanCosts: Readonly<Record<string, number>>;
}

export interface LoadFigures {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  /** Root mean square of the deviation from target and balance, in visits. */
  readonly spread: number;
}

export function planFigures(problem: PlanProblem, plan: Pick<Plan, 'assignments' | 'loads' | 'tiers'>): PlanFigures {
  const specialists = new Map(problem.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const observers = new Map<string, number>();
  const visited = new Set<string>();
  const sums = new Map<string, number>();
  let metres = 0;
  let unknownWays = 0;
  for (const { specialistId, meetingId, costs } of plan.assignments) {
    const [specialist, meeting] = [specialists.get(specialistId), meetings.get(meetingId)];
    if (specialist === undefined || meeting === undefined) continue;
    observers.set(meetingId, (observers.get(meetingId) ?? 0) + 1);
    visited.add(meeting.branchId);
    const way = new PairEvaluator(specialist, problem.policy).way(meeting);
    if (way === null) unknownWays += 1;
    else metres += 2 * way;
    for (const [term, cost] of Object.entries(costs)) sums.set(term, (sums.get(term) ?? 0) + cost);
  }
  const visits = plan.assignments.length;
  const { cycleMonths } = problem.policy.coverage;
  const meeting = new Set(problem.meetings.map(({ branchId }) => branchId));
  const due = problem.branches.filter(
    ({ id, monthsSinceVisit }) =>
      cycleMonths !== null && meeting.has(id) && (monthsSinceVisit === null || monthsSinceVisit >= cycleMonths),
  );
  return {
    meetings: problem.meetings.length,
    met: problem.meetings.filter(({ id, minObservers }) => (observers.get(id) ?? 0) >= minObservers).length,
    visits,
    lostCoverage: plan.tiers.find(({ tier }) => tier === 'coverage')?.objective ?? 0,
    dueBranches: due.length,
    dueVisited: due.filter(({ id }) => visited.has(id)).length,
    load: loadFigures(plan.loads),
    metres,
    unknownWays,
    meanCosts: Object.fromEntries([...sums].map(([term, sum]) => [term, sum / visits])),
  };
}

function loadFigures(loads: Plan['loads']): LoadFigures {
  const count = loads.length;
  if (count === 0) return { least: 0, most: 0, mean: 0, spread: 0 };
  const squares = loads.reduce((sum, { deviation }) => sum + (deviation / 100) ** 2, 0);
  return {
    least: loads.reduce((least, { visits }) => Math.min(least, visits), Infinity),
    most: loads.reduce((most, { visits }) => Math.max(most, visits), 0),
    mean: loads.reduce((sum, { visits }) => sum + visits, 0) / count,
    spread: Math.sqrt(squares / count),
  };
}
