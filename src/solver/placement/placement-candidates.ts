import { compareText } from '../model/canonical.ts';
import type { CostTerms } from '../problem.ts';
import { sumOfTerms } from '../model/pair-evaluator.ts';
import { placementCosts, placementIneligibilities, placementPrice } from './judge-placement.ts';
import type {
  PlacementBranch,
  PlacementIneligibility,
  PlacementPair,
  PlacementPerson,
  PlacementProblem,
} from './placement-problem.ts';

/**
 * The pairs of people and branches they may join, sorted by person and then branch, as parallel columns; a round has
 * tens of thousands of them.
 */
export interface CandidateTable {
  readonly count: number;
  /** Positions in the sorted lists of people and branches. */
  readonly person: Int32Array;
  readonly branch: Int32Array;
  /** Sum of the cost terms. */
  readonly cost: Float64Array;
}

/** The round in canonical order, so that reordering its lists changes nothing. */
export interface PlacementCandidates {
  readonly people: readonly PlacementPerson[];
  readonly branches: readonly PlacementBranch[];
  readonly candidates: CandidateTable;
  /** The cost terms of a candidate by name. */
  readonly costsOf: (candidate: number) => CostTerms;
}

export function placementCandidates(problem: PlacementProblem): PlacementCandidates {
  const people = byId(problem.people);
  const branches = byId(problem.branches);
  const [judge, prices] = [judgeOf(problem), pricesOf(problem)];
  const most = people.length * branches.length;
  const [person, branch, cost] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)];
  let count = 0;
  people.forEach((one, p) => {
    const priceAt = prices(one);
    branches.forEach((there, b) => {
      const price = priceAt(there);
      if (price === null) return;
      person[count] = p;
      branch[count] = b;
      cost[count] = price;
      count += 1;
    });
  });
  const candidates = {
    count,
    person: person.subarray(0, count),
    branch: branch.subarray(0, count),
    cost: cost.subarray(0, count),
  };
  const costsOf = (at: number): CostTerms => {
    const [one, there] = [people[candidates.person[at] ?? -1], branches[candidates.branch[at] ?? -1]];
    if (one === undefined || there === undefined) throw new Error('a candidate outside the round');
    return judge(one, there).costs;
  };
  return { people, branches, candidates, costsOf };
}

export interface PlacementJudgement {
  readonly reasons: readonly PlacementIneligibility[];
  readonly costs: CostTerms;
}

/** Decides who may join which branch and at what cost; by the problem's own list of pairs where it has one. */
export function judgeOf(
  problem: PlacementProblem,
): (person: PlacementPerson, branch: PlacementBranch) => PlacementJudgement {
  const { policy, pairs } = problem;
  const byBranch = new Map(problem.branches.map((branch) => [branch.id, branch]));
  const listed = pairs === null ? null : new Map(pairs.map((pair) => [keyOf(pair), pair.costs]));
  return (person, branch) => {
    const residence = byBranch.get(person.residenceBranchId ?? '') ?? null;
    const reasons = placementIneligibilities(person, branch, residence, policy);
    if (listed === null) return { reasons, costs: placementCosts(person, branch, residence, policy) };
    const costs = listed.get(keyOf({ personId: person.id, branchId: branch.id }));
    return costs === undefined ? { reasons: [...reasons, 'not_listed'], costs: {} } : { reasons, costs };
  };
}

/** The summed cost of one person's pairs; null where they may not join. */
function pricesOf(problem: PlacementProblem): (person: PlacementPerson) => (branch: PlacementBranch) => number | null {
  const { policy, pairs } = problem;
  if (pairs === null) {
    const byBranch = new Map(problem.branches.map((branch) => [branch.id, branch]));
    return (person) => placementPrice(person, byBranch.get(person.residenceBranchId ?? '') ?? null, policy);
  }
  const judge = judgeOf(problem);
  return (person) => (branch) => {
    const { reasons, costs } = judge(person, branch);
    return reasons.length > 0 ? null : sumOfTerms(costs);
  };
}

function keyOf({ personId, branchId }: Pick<PlacementPair, 'personId' | 'branchId'>): string {
  return JSON.stringify([personId, branchId]);
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}
