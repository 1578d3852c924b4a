import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Fault } from '../../kernel/domain-error.ts';
import { priorityCost } from './judge-placement.ts';
import { judgeOf } from './placement-candidates.ts';
import type { PlacedPlan, PlacementPlan, PlacementShortage } from './placement-plan.ts';
import { PLACEMENT_TIERS, type PlacementProblem, type PlacementTier } from './placement-problem.ts';

export interface PlacementVerdict {
  /** Whether every statement of the plan is true. */
  readonly ok: boolean;
  readonly faults: readonly Fault[];
  /** What this check re-proves, whatever the plan says. */
  readonly proven: 'optimal' | 'infeasible' | 'nothing';
}

/** A variable of the proof with its remaining range: a pair, a person left out, or the seats of a branch. */
interface Unknown {
  readonly person: string | null;
  readonly branch: string | null;
  least: number;
  most: number;
  readonly cost: (tier: PlacementTier) => number;
}

/**
 * Checks a placement without the flow: rules, costs and objectives are counted again, and the bound of each tier is
 * proven again from its prices by adding reduced costs.
 */
export function verifyPlacement(problem: PlacementProblem, plan: PlacementPlan): PlacementVerdict {
  const faults: Fault[] = [];
  const fault = (pointer: string, code: string, params: Record<string, unknown> = {}): void => {
    faults.push({ pointer, code: `verify.${code}`, params });
  };
  if (plan.status === 'infeasible') checkShortage(problem, plan.shortage, fault);
  else {
    checkPlacements(problem, plan, fault);
    checkTiers(problem, plan, fault);
  }
  return { ok: faults.length === 0, faults, proven: faults.length === 0 ? plan.status : 'nothing' };
}

type AddFault = (pointer: string, code: string, params?: Record<string, unknown>) => void;

function checkPlacements(problem: PlacementProblem, plan: PlacedPlan, fault: AddFault): void {
  const judge = judgeOf(problem);
  const people = new Map(problem.people.map((person) => [person.id, person]));
  const branches = new Map(problem.branches.map((branch) => [branch.id, branch]));
  const placed = new Set<string>();
  const counts = new Map<string, number>();
  plan.placements.forEach((placement, i) => {
    const at = `/placements/${i}`;
    const [person, branch] = [people.get(placement.personId), branches.get(placement.branchId)];
    if (person === undefined || branch === undefined) {
      fault(at, 'unknown_id');
      return;
    }
    if (placed.has(person.id)) fault(at, 'duplicate');
    placed.add(person.id);
    counts.set(branch.id, (counts.get(branch.id) ?? 0) + 1);
    const { reasons, costs } = judge(person, branch);
    if (reasons.length > 0) fault(at, 'ineligible', { reasons });
    const expected = {
      personId: person.id,
      branchId: branch.id,
      costs,
      cost: Object.values(costs).reduce((sum, term) => sum + term, 0),
      inCharge: person.inChargeOfBranchIds.includes(branch.id),
      pinned: person.pinnedBranchId !== null,
    };
    if (canonicalJson(placement) !== canonicalJson(expected)) fault(at, 'wrong_placement', { expected });
  });
  const leftOut = problem.people.filter(({ id }) => !placed.has(id));
  for (const { id, required } of leftOut) if (required) fault('/placements', 'person_missing', { personId: id });
  const stated = canonicalJson([...plan.leftOut].sort());
  if (stated !== canonicalJson(leftOut.map(({ id }) => id).sort())) fault('/leftOut', 'wrong_list');
  const fills = new Map(plan.branches.map((fill) => [fill.branchId, fill]));
  for (const { id, min, max } of problem.branches) {
    const count = counts.get(id) ?? 0;
    if (count < min || count > max) fault('/placements', 'branch_out_of_bounds', { branchId: id, count, min, max });
    const fill = fills.get(id);
    if (fill?.placed !== count || fill.min !== min || fill.max !== max)
      fault('/branches', 'wrong_fill', { branchId: id });
  }
}

function checkTiers(problem: PlacementProblem, plan: PlacedPlan, fault: AddFault): void {
  const unknowns = unknownsOf(problem);
  const branchOf = new Map(plan.placements.map(({ personId, branchId }) => [personId, branchId]));
  PLACEMENT_TIERS.forEach((tier, i) => {
    const stated = plan.tiers[i];
    if (stated?.tier !== tier) {
      fault(`/tiers/${i}/tier`, 'wrong_tier', { expected: tier });
      return;
    }
    const { people, branches } = stated.prices;
    let objective = 0;
    let bound = 0;
    for (const { id } of problem.people) bound -= people[id] ?? NaN;
    for (const unknown of unknowns) {
      const { person, branch, least, most } = unknown;
      const cost = unknown.cost(tier);
      const ofPerson = person === null ? 0 : (people[person] ?? NaN);
      const ofBranch = branch === null ? 0 : (branches[branch] ?? NaN);
      const reduced = person === null ? ofBranch : cost + ofPerson - ofBranch;
      if (person !== null && (branchOf.get(person) ?? null) === branch) objective += cost;
      bound += reduced > 0 ? reduced * least : reduced * most;
      if (reduced > 0) unknown.most = least;
      if (reduced < 0) unknown.least = most;
    }
    if (stated.objective !== objective) fault(`/tiers/${i}/objective`, 'wrong_number', { counted: objective });
    if (stated.bound !== bound || !Number.isSafeInteger(bound))
      fault(`/tiers/${i}/bound`, 'bound_not_proven', { proven: bound });
    if (bound !== objective) fault(`/tiers/${i}`, 'gap', { objective, bound });
  });
}

function unknownsOf(problem: PlacementProblem): Unknown[] {
  const judge = judgeOf(problem);
  const special = new Set(problem.branches.flatMap(({ id, special: is }) => (is ? [id] : [])));
  return [
    ...problem.people.flatMap((person) =>
      problem.branches.flatMap((branch): Unknown[] => {
        const { reasons, costs } = judge(person, branch);
        if (reasons.length > 0) return [];
        const quality = Object.values(costs).reduce((sum, term) => sum + term, 0);
        const cost = (tier: PlacementTier): number =>
          tier === 'quality' ? quality : priorityCost(tier, person, branch, special);
        return [{ person: person.id, branch: branch.id, least: 0, most: 1, cost }];
      }),
    ),
    ...problem.people.map((person): Unknown => ({
      person: person.id,
      branch: null,
      least: 0,
      most: person.required ? 0 : 1,
      cost: (tier) => (tier === 'quality' ? 0 : priorityCost(tier, person, null, special)),
    })),
    ...problem.branches.map(({ id, min, max }): Unknown => ({
      person: null,
      branch: id,
      least: min,
      most: max,
      cost: () => 0,
    })),
  ];
}

function checkShortage(problem: PlacementProblem, shortage: PlacementShortage, fault: AddFault): void {
  const judge = judgeOf(problem);
  const [named, listed] = [new Set(shortage.branchIds), new Set(shortage.personIds)];
  const branches = problem.branches.filter(({ id }) => named.has(id));
  const people = problem.people.filter(({ id }) => listed.has(id));
  const seats = branches.reduce((sum, { min, max }) => sum + (shortage.of === 'people' ? min : max), 0);
  const [wanted, available] = shortage.of === 'people' ? [seats, people.length] : [people.length, seats];
  if (shortage.wanted !== wanted || shortage.available !== available || wanted <= available) {
    fault('/shortage', 'wrong_number', { wanted, available });
  }
  const escape = (from: typeof problem.people, to: typeof problem.branches): boolean =>
    from.some((person) => to.some((branch) => judge(person, branch).reasons.length === 0));
  if (shortage.of === 'people') {
    if (
      escape(
        problem.people.filter(({ id }) => !listed.has(id)),
        branches,
      )
    )
      fault('/shortage/personIds', 'others_may_go');
    return;
  }
  if (people.some(({ required }) => !required)) fault('/shortage/personIds', 'may_be_left_out');
  if (
    escape(
      people,
      problem.branches.filter(({ id }) => !named.has(id)),
    )
  )
    fault('/shortage/branchIds', 'may_go_elsewhere');
}
