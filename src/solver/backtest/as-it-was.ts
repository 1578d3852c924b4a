import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { lostCoverage } from '../model/coverage-value.ts';
import { costTerms, sumOfTerms } from '../model/pair-evaluator.ts';
import { linkageCosts } from '../model/linkage.ts';
import { deviationAt } from '../model/load-price.ts';
import { pointsCounter } from '../model/points.ts';
import type { Assignment, Plan } from '../plan.ts';
import type { Meeting, PlanProblem, Tier } from '../problem.ts';

/** The visits that were really made, in the form of a plan. Unlike a plan of the engine it may break rules. */
export function asItWas(
  problem: PlanProblem,
  visits: readonly { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }[],
): Pick<Plan, 'assignments' | 'loads' | 'tiers'> & { readonly status: 'actual' } {
  const specialists = new Map(problem.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const assignments = visits.flatMap(({ specialistId, meetingId }): Assignment[] => {
    const [specialist, meeting] = [specialists.get(specialistId), meetings.get(meetingId)];
    if (specialist === undefined || meeting === undefined) return [];
    const costs = costTerms(specialist, meeting, problem.policy);
    return [{ specialistId, meetingId, costs, cost: sumOfTerms(costs), pinned: false, published: null }];
  });
  const tally = (ids: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const made = new Map<string, Meeting[]>();
  for (const { specialistId, meetingId } of assignments) {
    const meeting = meetings.get(meetingId);
    if (meeting !== undefined) made.set(specialistId, [...(made.get(specialistId) ?? []), meeting]);
  }
  const pointsIn = pointsCounter(problem);
  const observers = tally(assignments.map(({ meetingId }) => meetingId));
  const loads = problem.specialists.map((specialist) => {
    const { id: specialistId, minVisits, maxVisits, target, balance } = specialist;
    const month = made.get(specialistId) ?? [];
    const points = pointsIn(specialist, month);
    return {
      specialistId,
      visits: month.length,
      minVisits,
      maxVisits,
      target,
      balance,
      deviation: deviationAt(specialist, points),
      price: deviationAt(specialist, points) ** 2,
    };
  });
  const linkageAt = linkageCosts(problem);
  // A visit that broke a rule was made all the same, so every visit counts here.
  const objectives: Record<Tier, number> = {
    coverage: lostCoverage(problem, (id) => observers.get(id) ?? 0),
    fairness: loads.reduce((sum, { price }) => sum + price, 0),
    quality: assignments.reduce((sum, { cost }) => sum + cost, 0),
    stability: 0,
    linkage: assignments.reduce(
      (sum, { specialistId, meetingId }) => sum + linkageAt(specialistId)(meetings.get(meetingId)?.branchId ?? ''),
      0,
    ),
  };
  return {
    status: 'actual',
    assignments,
    loads,
    tiers: problem.policy.tiers.map((tier) => ({
      tier,
      objective: objectives[tier],
      bound: null,
      verifiedBound: null,
      gap: null,
    })),
  };
}
