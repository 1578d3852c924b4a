import { markCheapest } from '../flow/cheapest-arcs.ts';
import type { FlowNetwork } from '../flow/flow-network.ts';
import { priorityCost } from './judge-placement.ts';
import type { PlacementCandidates } from './placement-candidates.ts';
import type { PlacementPrices } from './placement-plan.ts';
import type { PlacementTier } from './placement-problem.ts';

const PROMISING_PER_NODE = 3;

/**
 * The round as a network without costs. Nodes: people, branches, the ground. Arcs: one per candidate, in their order;
 * one per branch for its seats; one per person for leaving that person out.
 */
export function placementNetwork({ people, branches, candidates }: PlacementCandidates): FlowNetwork {
  const ground = people.length + branches.length;
  const { count, person, branch, cost } = candidates;
  const arcs = count + branches.length + people.length;
  const [from, to] = [new Int32Array(arcs), new Int32Array(arcs).fill(ground)];
  const [lower, upper] = [new Float64Array(arcs), new Float64Array(arcs).fill(1)];
  from.set(person);
  for (let arc = 0; arc < count; arc += 1) to[arc] = people.length + (branch[arc] as number);
  branches.forEach(({ min, max }, b) => {
    from[count + b] = people.length + b;
    lower[count + b] = min;
    upper[count + b] = max;
  });
  people.forEach(({ required }, p) => {
    from[count + branches.length + p] = p;
    if (required) upper[count + branches.length + p] = 0;
  });
  const promising = new Uint8Array(arcs).fill(1, count);
  for (const nodes of [person, branch]) markCheapest(promising, nodes, cost, ground, PROMISING_PER_NODE);
  const own = ownBranches(people, branches);
  for (let arc = 0; arc < count; arc += 1) {
    if (own[person[arc] as number]?.has(branch[arc] as number) === true) promising[arc] = 1;
  }
  const supply = new Float64Array(ground + 1).fill(1, 0, people.length);
  supply[ground] = 0 - people.length;
  return { nodes: ground + 1, from, to, lower, upper, cost: new Float64Array(arcs), supply, promising };
}

/** For each person, the positions of the branches that they are in charge of. */
function ownBranches(
  people: PlacementCandidates['people'],
  branches: PlacementCandidates['branches'],
): readonly ReadonlySet<number>[] {
  const at = new Map(branches.map(({ id }, b) => [id, b]));
  return people.map(({ inChargeOfBranchIds }) => new Set(inChargeOfBranchIds.flatMap((id) => at.get(id) ?? [])));
}

/** What each arc of that network costs in a tier. */
export function tierCosts({ people, branches, candidates }: PlacementCandidates, tier: PlacementTier): Float64Array {
  const { count, person, branch, cost } = candidates;
  const costs = new Float64Array(count + branches.length + people.length);
  if (tier === 'quality') {
    costs.set(cost);
    return costs;
  }
  const special = new Set(branches.flatMap((one) => (one.special ? [one.id] : [])));
  people.forEach((one, p) => {
    costs[count + branches.length + p] = priorityCost(tier, one, null, special);
  });
  // At a branch, only people who are in charge somewhere cost anything in these tiers.
  if (tier === 'left_out') return costs;
  for (let arc = 0; arc < count; arc += 1) {
    const [one, there] = [people[person[arc] as number], branches[branch[arc] as number]];
    if (one === undefined || there === undefined || one.inChargeOfBranchIds.length === 0) continue;
    costs[arc] = priorityCost(tier, one, there, special);
  }
  return costs;
}

/** The potentials of that network by id, relative to the ground. */
export function tierPrices({ people, branches }: PlacementCandidates, potential: Float64Array): PlacementPrices {
  const ground = potential[people.length + branches.length] ?? 0;
  const worth = (node: number): number => (potential[node] ?? 0) - ground;
  return {
    people: Object.fromEntries(people.map(({ id }, p) => [id, worth(p)])),
    branches: Object.fromEntries(branches.map(({ id }, b) => [id, worth(people.length + b)])),
  };
}
