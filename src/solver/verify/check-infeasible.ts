import { canonicalJson } from '../../kernel/canonical-json.ts';
import { isSameJson } from '../../kernel/same-json.ts';
import { conflictingPart } from '../model/conflicting-part.ts';
import { hardFacts } from '../model/facts.ts';
import { Settled } from '../model/settled.ts';
import type { Plan } from '../plan.ts';
import type { PlanProblem, Tier } from '../problem.ts';
import { pairCosts } from './pair-facts.ts';
import { CertificateFlaw } from './exact.ts';
import { BoundProver } from './prove-bound.ts';
import type { AddFault, Verdict } from './verify.ts';

/** Whether it is re-proven that there is no plan: by the certificate, or by a must pin on an ineligible pair. */
export function checkInfeasible(problem: PlanProblem, plan: Plan, fault: AddFault): boolean {
  const facts = new Set(hardFacts(problem).map(canonicalJson));
  const named = new Set<string>();
  plan.conflict.forEach((fact, i) => {
    const text = canonicalJson(fact);
    if (!facts.has(text)) fault(`/conflict/${i}`, 'unknown_fact');
    if (named.has(text)) fault(`/conflict/${i}`, 'duplicate');
    named.add(text);
  });
  const impossible = hasImpossiblePin(problem);
  const first = plan.certificate?.tiers[0];
  let refuted = false;
  try {
    refuted =
      plan.certificate !== null &&
      first !== undefined &&
      first.bound === null &&
      new BoundProver(problem, plan.certificate.cliques).bound({ ...first, tier: firstTier(problem) }, []) === null;
  } catch (error) {
    if (!(error instanceof CertificateFlaw)) throw error;
    fault('/certificate', 'certificate_flaw', { flaw: error.flaw });
  }
  const proven = impossible || refuted;
  const expected = { kind: proven ? 'verified' : 'search', tier: null, gap: proven ? 0 : null };
  if (!isSameJson(plan.proof, expected)) fault('/proof', 'wrong_proof', expected);
  return proven;
}

/**
 * Whether the listed facts contradict each other: the month reduced to them is refuted in the same way as a whole
 * month.
 */
export function checkConflict(problem: PlanProblem, plan: Plan, fault: AddFault): Verdict['conflict'] {
  const proof = plan.certificate?.conflict;
  if (plan.conflict.length === 0) {
    if (proof !== undefined) fault('/certificate/conflict', 'conflict_not_proven');
    return null;
  }
  const part = conflictingPart(problem, plan.conflict);
  if (hasImpossiblePin(part)) return 'proven';
  if (proof === undefined) return 'unproven';
  try {
    const refutation = { tier: firstTier(part), bound: null, tree: proof.tree };
    if (new BoundProver(part, proof.cliques).bound(refutation, []) === null) return 'proven';
    fault('/conflict', 'conflict_not_proven');
  } catch (error) {
    if (!(error instanceof CertificateFlaw)) throw error;
    fault('/certificate/conflict', 'certificate_flaw', { flaw: error.flaw });
  }
  return 'unproven';
}

/** Whether an ineligible pair is demanded, which no plan can keep. */
function hasImpossiblePin(problem: PlanProblem): boolean {
  const costsOf = pairCosts(problem);
  const settled = new Settled(problem);
  return problem.pins.some(({ specialistId, meetingId, kind }) => {
    const specialist = problem.specialists.find(({ id }) => id === specialistId);
    const meeting = problem.meetings.find(({ id }) => id === meetingId);
    if (kind !== 'must' || specialist === undefined || meeting === undefined) return false;
    return !settled.isOver(meeting) && costsOf(specialist, meeting) === null;
  });
}

/** Infeasibility must not depend on an objective reached in some tier, so it is checked in the first tier. */
function firstTier(problem: PlanProblem): Tier {
  return problem.policy.tiers[0] ?? 'coverage';
}
