import { compareText } from '../model/canonical.ts';
import type { CostTerms } from '../problem.ts';
import { placementCosts, placementIneligibilities } from './judge-placement.ts';
import type {
  PlacementBranch,
  PlacementIneligibility,
  PlacementPair,
  PlacementPerson,
  PlacementProblem,
} from './placement-problem.ts';

/** A person who may join a branch; `person` and `branch` are positions in the sorted lists. */
export interface PlacementCandidate {
  readonly person: number;
  readonly branch: number;
  readonly costs: CostTerms;
  readonly cost: number;
}

/** The round in one order, so that reordering its lists changes nothing. */
export interface PlacementCandidates {
  readonly people: readonly PlacementPerson[];
  readonly branches: readonly PlacementBranch[];
  /** By person, then branch. */
  readonly candidates: readonly PlacementCandidate[];
}

export function placementCandidates(problem: PlacementProblem): PlacementCandidates {
  const people = byId(problem.people);
  const branches = byId(problem.branches);
  const judge = judgeOf(problem);
  const candidates = people.flatMap((person, p) =>
    branches.flatMap((branch, b) => {
      const { reasons, costs } = judge(person, branch);
      if (reasons.length > 0) return [];
      return [{ person: p, branch: b, costs, cost: Object.values(costs).reduce((sum, term) => sum + term, 0) }];
    }),
  );
  return { people, branches, candidates };
}

export interface PlacementJudgement {
  readonly reasons: readonly PlacementIneligibility[];
  readonly costs: CostTerms;
}

/** Who may join which branch and what it costs, by the problem's own list where it has one. */
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

function keyOf({ personId, branchId }: Pick<PlacementPair, 'personId' | 'branchId'>): string {
  return JSON.stringify([personId, branchId]);
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}
