import type { PlanProblem } from '../../src/solver/problem.ts';
import type { PairOfIds } from '../../src/solver/model/pair-key.ts';
import { assignmentsJudge } from '../../src/solver/verify/judge-assignments.ts';
import { pairCosts } from '../../src/solver/verify/pair-facts.ts';

/**
 * The best objectives of a month, tier by tier, by trying every set of assignments; null where none keeps the rules.
 * For months with at most a dozen eligible pairs; the engine's tests compare with it.
 */
export function exhaustiveObjectives(problem: PlanProblem): number[] | null {
  const [costsOf, judge] = [pairCosts(problem), assignmentsJudge(problem)];
  const pairs = problem.specialists.flatMap((specialist) =>
    problem.meetings.flatMap((meeting) =>
      costsOf(specialist, meeting) === null ? [] : [{ specialistId: specialist.id, meetingId: meeting.id }],
    ),
  );
  let best: number[] | null = null;
  for (let set = 0; set < 2 ** pairs.length; set += 1) {
    const assignments: PairOfIds[] = pairs.filter((_, i) => (set >> i) % 2 === 1);
    const { faults, objectives } = judge(assignments);
    if (faults.length > 0) continue;
    const tiers = problem.policy.tiers.map((tier) => objectives[tier]);
    if (best === null || isBefore(tiers, best)) best = tiers;
  }
  return best;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((number, i) => number !== b[i]);
  return first >= 0 && (a[first] ?? 0) < (b[first] ?? 0);
}
