import { deviation, loadPrice } from '../model/load-price.ts';
import { costTerms } from '../model/judge-pair.ts';
import { sumOfTerms } from '../model/pair-judge.ts';
import type { Assignment, Plan } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { judgeAssignments } from '../verify/judge-assignments.ts';

/** Visits that were really made, in the form of a plan; real months need not keep the rules. */
export function asItWas(
  problem: PlanProblem,
  visits: readonly { readonly specialistId: string; readonly meetingId: string }[],
): Pick<Plan, 'assignments' | 'loads' | 'tiers'> & { readonly status: 'actual' } {
  const specialists = new Map(problem.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const assignments = visits.flatMap(({ specialistId, meetingId }): Assignment[] => {
    const [specialist, meeting] = [specialists.get(specialistId), meetings.get(meetingId)];
    if (specialist === undefined || meeting === undefined) return [];
    const costs = costTerms(specialist, meeting, problem.policy);
    return [{ specialistId, meetingId, costs, cost: sumOfTerms(costs), pinned: false, published: null }];
  });
  const count = (id: string): number => assignments.filter(({ specialistId }) => specialistId === id).length;
  const { objectives } = judgeAssignments(problem, assignments);
  return {
    status: 'actual',
    assignments,
    loads: problem.specialists.map((specialist) => {
      const { id: specialistId, minVisits, maxVisits, target, balance } = specialist;
      const load = count(specialistId);
      return {
        specialistId,
        visits: load,
        minVisits,
        maxVisits,
        target,
        balance,
        deviation: deviation(specialist, load),
        price: loadPrice(specialist, load),
      };
    }),
    tiers: problem.policy.tiers.map((tier) => ({
      tier,
      objective: objectives[tier],
      bound: null,
      verifiedBound: null,
      gap: null,
    })),
  };
}
