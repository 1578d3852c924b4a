import { markCheapest } from '../flow/cheapest-arcs.ts';
import type { FlowNetwork } from '../flow/flow-network.ts';
import { priorityCost } from './judge-placement.ts';
import type { PlacementCandidates } from './placement-candidates.ts';
import type { PlacementPrices } from './placement-plan.ts';
import type { PlacementTier } from './placement-problem.ts';

const PROMISING_PER_NODE = 3;

/**
 * The round as a network without costs. Nodes: people, branches, the ground. Arcs: one per candidate, in their order;
 * one per branch for its seats; one per person for being left out.
 */
export function placementNetwork({ people, branches, candidates }: PlacementCandidates): FlowNetwork {
  const ground = people.length + branches.length;
  const arcs = [
    ...candidates.map(({ person, branch }) => ({ from: person, to: people.length + branch, lower: 0, upper: 1 })),
    ...branches.map(({ min, max }, b) => ({ from: people.length + b, to: ground, lower: min, upper: max })),
    ...people.map(({ required }, p) => ({ from: p, to: ground, lower: 0, upper: required ? 0 : 1 })),
  ];
  const cost = candidates.map((candidate) => candidate.cost);
  const promising = new Uint8Array(arcs.length).fill(1, candidates.length);
  for (const end of ['person', 'branch'] as const) {
    const nodes = candidates.map((candidate) => candidate[end]);
    markCheapest(promising, nodes, cost, ground, PROMISING_PER_NODE);
  }
  candidates.forEach(({ person, branch }, arc) => {
    const own = people[person]?.inChargeOfBranchIds.includes(branches[branch]?.id ?? '') === true;
    if (own) promising[arc] = 1;
  });
  const supply = new Float64Array(ground + 1).fill(1, 0, people.length);
  supply[ground] = 0 - people.length;
  return {
    nodes: ground + 1,
    from: Int32Array.from(arcs, ({ from }) => from),
    to: Int32Array.from(arcs, ({ to }) => to),
    lower: Float64Array.from(arcs, ({ lower }) => lower),
    upper: Float64Array.from(arcs, ({ upper }) => upper),
    cost: new Float64Array(arcs.length),
    supply,
    promising,
  };
}

/** What each arc of that network adds to a tier. */
export function tierCosts({ people, branches, candidates }: PlacementCandidates, tier: PlacementTier): Float64Array {
  const costs = new Float64Array(candidates.length + branches.length + people.length);
  if (tier === 'quality') {
    candidates.forEach(({ cost }, arc) => (costs[arc] = cost));
    return costs;
  }
  const special = new Set(branches.flatMap((branch) => (branch.special ? [branch.id] : [])));
  candidates.forEach(({ person: p, branch: b }, arc) => {
    const [person, branch] = [people[p], branches[b]];
    if (person !== undefined && branch !== undefined) costs[arc] = priorityCost(tier, person, branch, special);
  });
  people.forEach((person, p) => {
    costs[candidates.length + branches.length + p] = priorityCost(tier, person, null, special);
  });
  return costs;
}

/** The potentials of that network by id, against the ground. */
export function tierPrices({ people, branches }: PlacementCandidates, potential: Float64Array): PlacementPrices {
  const ground = potential[people.length + branches.length] ?? 0;
  const worth = (node: number): number => (potential[node] ?? 0) - ground;
  return {
    people: Object.fromEntries(people.map(({ id }, p) => [id, worth(p)])),
    branches: Object.fromEntries(branches.map(({ id }, b) => [id, worth(people.length + b)])),
  };
}
