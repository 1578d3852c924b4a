import { DomainError } from '../../kernel/domain-error.ts';
import { assignmentsOf, loadsOf } from '../engine/plan-parts.ts';
import { unmetMeetings } from '../explain/unmet.ts';
import { inputHash } from '../model/canonical.ts';
import { objectiveOf } from '../model/evaluate.ts';
import { choiceOfPlan, knownModel } from '../model/month-model.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Plan, Proof, TierResult } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { judgeAssignments } from '../verify/judge-assignments.ts';
import { withPins } from '../with-pins.ts';
import { narrows } from './narrows.ts';

/**
 * The plan that people have made of these assignments, in the form of the engine's; `verify` checks it as one. Bounds of
 * the plan it began as are kept while they still hold: the facts are the same, the pins only demand or forbid more, and
 * no earlier tier is worse than it was. Where they meet the objectives the plan is optimal by that search, else nobody
 * has proven it. The same assignments for the same problem are the plan it began as.
 * @param problem what the plan answers, pins included; what was overruled is part of it (`withOverruled`).
 * @param solved the engine's plan that it began as.
 * @param before what `solved` answers, where that is another month than `problem` by its pins.
 * @throws DomainError `input.invalid` with the faults of `judgeAssignments` where the assignments break a rule.
 */
export function planByHand(
  problem: PlanProblem,
  assignments: readonly PairOfIds[],
  solved: Plan,
  before: PlanProblem = problem,
): Plan {
  const checked = readProblem(problem);
  const hash = inputHash(checked);
  if (hash === solved.inputHash && isSamePlan(assignments, solved)) return solved;
  const { faults } = judgeAssignments(checked, assignments);
  if (faults.length > 0) throw new DomainError('input.invalid', { count: faults.length }, faults);
  const model = knownModel(checked);
  const choice = choiceOfPlan(model, assignments);
  const bounds = boundsThatHold(checked, solved, before);
  const tiers: TierResult[] = [];
  let isAsGood = bounds !== null;
  for (const tier of checked.policy.tiers) {
    const objective = objectiveOf(model, choice, tier);
    const before = bounds?.get(tier);
    const bound = isAsGood ? (before?.bound ?? null) : null;
    tiers.push({ tier, objective, bound, verifiedBound: null, gap: bound === null ? null : objective - bound });
    isAsGood &&= before !== undefined && objective <= before.objective;
  }
  const proof = proofOf(tiers);
  return {
    version: 1,
    engine: solved.engine,
    seed: solved.seed,
    inputHash: hash,
    status: proof.kind === 'search' ? 'optimal' : 'feasible',
    stoppedBy: 'by_hand',
    proof,
    tiers,
    assignments: assignmentsOf(model, choice),
    unmet: unmetMeetings(model, choice),
    loads: loadsOf(model, choice),
    conflict: [],
    certificate: null,
    effort: { elapsedMs: 0, pairs: model.pairs.count, linearPrograms: 0, searchNodes: 0, certificateLeaves: 0 },
  };
}

function isSamePlan(assignments: readonly PairOfIds[], { assignments: solved }: Plan): boolean {
  const known = new Set(solved.map(pairKey));
  return assignments.length === known.size && assignments.every((pair) => known.has(pairKey(pair)));
}

/** The tiers of the plan before by name; null where its bounds may not hold any more. */
function boundsThatHold(
  problem: PlanProblem,
  solved: Plan,
  before: PlanProblem,
): ReadonlyMap<string, TierResult> | null {
  // The hash of a problem is kept with it, and takes as long as all else here.
  const asked = differsInPinsAtMost(problem, before) ? before : withPins(problem, before.pins);
  if (inputHash(asked) !== solved.inputHash) return null;
  if (!narrows(before.pins, problem.pins)) return null;
  return new Map(solved.tiers.map((one) => [one.tier, one]));
}

function differsInPinsAtMost(one: PlanProblem, other: PlanProblem): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof PlanProblem>;
  return [...names].every((name) => name === 'pins' || one[name] === other[name]);
}

/** Without a certificate the search alone vouches, and only where it does so in every tier. */
function proofOf(tiers: readonly TierResult[]): Proof {
  const isSearched = tiers.every(({ bound, objective }) => bound === objective);
  return { kind: isSearched ? 'search' : 'none', tier: tiers[0]?.tier ?? null, gap: null };
}
