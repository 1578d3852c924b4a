import type { PairOfIds } from '../model/pair-key.ts';
import { pairKey } from '../model/pair-key.ts';
import { PairEvaluator } from '../model/pair-evaluator.ts';
import { pairingsInOneOrder } from '../model/company.ts';
import { COST_TERMS, type CostTerms, type PlanProblem } from '../problem.ts';

/** All that counts in the tier of quality: the costs of a pair, and what people who should go together earn. */
export const FIT_TERMS = [...COST_TERMS, 'together'] as const;

/** The costs of somebody at a meeting with those whom they meet there; a reward is a cost below 0. */
export function withReward(costs: CostTerms, reward: number): CostTerms {
  return reward === 0 ? costs : { ...costs, together: (costs['together'] ?? 0) - reward };
}

/** How much each term of the quality tier is worse in one plan than in another; terms in which they are alike are left out. */
export function fitDifference(
  problem: PlanProblem,
  before: readonly PairOfIds[],
  after: readonly PairOfIds[],
): CostTerms {
  const [known, then] = [before, after].map((pairs) => new Set(pairs.map(pairKey)));
  const costsOf = costsIn(problem);
  const sums = new Map<string, number>();
  const add = (term: string, cost: number) => sums.set(term, (sums.get(term) ?? 0) + cost);
  for (const pair of after.filter((one) => known?.has(pairKey(one)) !== true)) {
    for (const [term, cost] of Object.entries(costsOf(pair))) add(term, cost);
  }
  for (const pair of before.filter((one) => then?.has(pairKey(one)) !== true)) {
    for (const [term, cost] of Object.entries(costsOf(pair))) add(term, -cost);
  }
  add('together', rewardsIn(problem, before) - rewardsIn(problem, after));
  return Object.fromEntries([...sums].filter(([, difference]) => difference !== 0));
}

function costsIn(problem: PlanProblem): (pair: PairOfIds) => CostTerms {
  if (problem.pairs !== null) {
    const listed = new Map(problem.pairs.map((pair) => [pairKey(pair), pair.costs]));
    return (pair) => listed.get(pairKey(pair)) ?? {};
  }
  const people = new Map(problem.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  return ({ specialistId, meetingId }) => {
    const [specialist, meeting] = [people.get(specialistId), meetings.get(meetingId)];
    return specialist && meeting ? new PairEvaluator(specialist, problem.policy).costs(meeting) : {};
  };
}

/** What all those who go together in a plan earn. */
function rewardsIn(problem: PlanProblem, plan: readonly PairOfIds[]): number {
  const sent = new Set(plan.map(pairKey));
  const goes = (specialistId: string, meetingId: string) => sent.has(pairKey({ specialistId, meetingId }));
  let sum = 0;
  for (const pairing of pairingsInOneOrder(problem)) {
    if (pairing.kind !== 'together') continue;
    const [first, second] = pairing.specialistIds;
    sum += pairing.reward * problem.meetings.filter(({ id }) => goes(first, id) && goes(second, id)).length;
  }
  return sum;
}
