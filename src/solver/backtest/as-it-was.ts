import { deviation, loadPrice } from '../model/load-price.ts';
import { costTerms } from '../model/judge-pair.ts';
import { sumOfTerms } from '../model/pair-judge.ts';
import type { Assignment, Plan } from '../plan.ts';
import { historyLinks } from '../model/linkage.ts';
import type { PlanProblem, Tier } from '../problem.ts';
import { lostCoverage } from '../verify/judge-assignments.ts';

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
  const joins = historyLinks(problem);
  const branchOf = new Map(problem.meetings.map(({ id, branchId }) => [id, branchId]));
  // Who went although a rule speaks against it was there all the same, so nothing is left out of these counts.
  const objectives: Record<Tier, number> = {
    coverage: lostCoverage(problem, (id) => assignments.filter(({ meetingId }) => meetingId === id).length),
    fairness: problem.specialists.reduce((sum, one) => sum + loadPrice(one, count(one.id)), 0),
    quality: assignments.reduce((sum, { cost }) => sum + cost, 0),
    stability: 0,
    linkage: -assignments.filter(({ specialistId, meetingId }) => joins(specialistId)(branchOf.get(meetingId) ?? ''))
      .length,
  };
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
