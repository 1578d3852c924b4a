import { DomainError } from '../../kernel/domain-error.ts';
import { NetworkSimplex } from '../flow/network-simplex.ts';
import { branchFills } from './branch-fills.ts';
import { placementCandidates } from './placement-candidates.ts';
import { placementFaults } from './placement-faults.ts';
import type { PlacementPlan, PlacementTierResult } from './placement-plan.ts';
import { PLACEMENT_TIERS, type PlacementProblem } from './placement-problem.ts';
import { placementNetwork, tierCosts, tierPrices } from './placement-network.ts';
import { placementShortage } from './placement-shortage.ts';

/**
 * Places people in branches, each branch within its bounds: first as few left out as possible, then people in charge of
 * special areas in one of theirs, then everybody in charge in one of theirs, then the least sum of costs; or the reason
 * why no placement exists. A minimum-cost flow from people through branches to the ground, refined tier by tier, so
 * that prices prove each tier.
 * Built ahead for placement rounds (đưa đảng viên về sinh hoạt nơi cư trú), in which a committee decides who takes part
 * in which quarter's branch: no page or job asks for one yet, only the bench and specs do.
 * @throws DomainError `input.invalid` where facts are invalid or contradict each other, RangeError for costs that are
 * not whole or too large to add exactly.
 */
export function solvePlacement(problem: PlacementProblem): PlacementPlan {
  const faults = placementFaults(problem);
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  const round = placementCandidates(problem);
  const simplex = new NetworkSimplex(placementNetwork(round));
  const tiers: PlacementTierResult[] = [];
  let flow: Float64Array = new Float64Array();
  for (const tier of PLACEMENT_TIERS) {
    const answer = simplex.refine(tierCosts(round, tier));
    if (answer.kind === 'infeasible') {
      return { version: 1, status: 'infeasible', shortage: placementShortage(round, answer.cut.nodes) };
    }
    const { objective } = answer;
    tiers.push({ tier, objective, bound: objective, prices: tierPrices(round, answer.potential) });
    flow = answer.flow;
  }
  const { candidates } = round;
  const chosen: number[] = [];
  for (let at = 0; at < candidates.count; at += 1) if (flow[at] === 1) chosen.push(at);
  const placements = chosen.flatMap((at) => {
    const [person, branch] = [round.people[candidates.person[at] ?? -1], round.branches[candidates.branch[at] ?? -1]];
    if (person === undefined || branch === undefined) return [];
    return {
      personId: person.id,
      branchId: branch.id,
      costs: round.costsOf(at),
      cost: candidates.cost[at] ?? 0,
      inCharge: person.inChargeOfBranchIds.includes(branch.id),
      pinned: person.pinnedBranchId !== null,
    };
  });
  const placed = new Set(chosen.map((at) => candidates.person[at]));
  return {
    version: 1,
    status: 'optimal',
    tiers,
    placements,
    leftOut: round.people.flatMap(({ id }, p) => (placed.has(p) ? [] : [id])),
    branches: branchFills(round, chosen, tiers),
  };
}
