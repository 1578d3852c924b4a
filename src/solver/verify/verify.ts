import type { Fault } from '../../kernel/domain-error.ts';
import { isSameJson } from '../../kernel/same-json.ts';
import { unmetMeetings } from '../explain/unmet.ts';
import { bindingAcceptances } from '../model/binding-acceptances.ts';
import { inputHash } from '../model/canonical.ts';
import { deviationAt } from '../model/load-price.ts';
import { pointsCounter, pointsOf } from '../model/points.ts';
import { buildModel, choiceOfPlan, type MonthModel } from '../model/month-model.ts';
import { pairKey } from '../model/pair-key.ts';
import { Settled } from '../model/settled.ts';
import type { Plan } from '../plan.ts';
import type { Meeting, PlanProblem, Tier } from '../problem.ts';
import { checkConflict, checkInfeasible } from './check-infeasible.ts';
import { judgeAssignments } from './judge-assignments.ts';
import { pairCosts } from './pair-facts.ts';
import { CertificateFlaw } from './exact.ts';
import { BoundProver } from './prove-bound.ts';

/** The result of checking a plan against its problem. */
export interface Verdict {
  /** Whether every statement of the plan is true. */
  readonly ok: boolean;
  /** Every false statement, with a JSON pointer into the plan. */
  readonly faults: readonly Fault[];
  /** What this check re-proves, whatever the plan says. */
  readonly proven: 'optimal' | 'feasible' | 'infeasible' | 'nothing';
  readonly tiers: readonly VerifiedTier[];
  /** Whether the listed reason of an infeasible month is re-proven; null where the plan lists none. */
  readonly conflict: 'proven' | 'unproven' | null;
}

export interface VerifiedTier {
  readonly tier: Tier;
  readonly objective: number;
  /** Re-proven; null where the certificate has no bound for this tier. */
  readonly bound: number | null;
}

/**
 * Checks a plan without the engine: rules and objectives are counted again from the problem's facts, and bounds are
 * proven again from the prices of the certificate. Problem and plan must come from `readProblem` and `readPlan`.
 * @param modelOf gives the month's model to callers that have it already; it is used only for who could have gone to
 * meetings that lack observers.
 */
export function verify(problem: PlanProblem, plan: Plan, modelOf = () => buildModel(problem)): Verdict {
  const faults: Fault[] = [];
  const fault = (pointer: string, code: string, params: Record<string, unknown> = {}): void => {
    faults.push({ pointer, code: `verify.${code}`, params });
  };
  if (plan.inputHash !== inputHash(problem)) fault('/inputHash', 'other_problem');
  const verdict = (
    proven: Verdict['proven'],
    tiers: readonly VerifiedTier[] = [],
    conflict: Verdict['conflict'] = null,
  ): Verdict => ({
    ok: faults.length === 0,
    faults,
    proven: faults.length === 0 ? proven : 'nothing',
    tiers,
    conflict,
  });
  if (plan.status === 'infeasible' || plan.status === 'unknown') {
    checkNothingPlanned(plan, fault);
    if (plan.status === 'unknown') return verdict('nothing');
    const isProven = checkInfeasible(problem, plan, fault);
    return verdict(isProven ? 'infeasible' : 'nothing', [], checkConflict(problem, plan, fault));
  }
  if (plan.conflict.length > 0) fault('/conflict', 'wrong_length', { expected: 0 });

  const { faults: broken, objectives } = judgeAssignments(problem, plan.assignments);
  faults.push(...broken);
  checkAssignmentRows(problem, plan, fault);
  checkLoads(problem, plan, fault);
  if (broken.length === 0) checkUnmet(problem, plan, modelOf, fault);
  const reached = problem.policy.tiers.map((tier) => objectives[tier]);
  const bounds = provenBounds(problem, plan, reached, fault);
  const tiers = problem.policy.tiers.map((tier) => ({
    tier,
    objective: objectives[tier],
    bound: bounds.get(tier) ?? null,
  }));
  checkTiers(plan, tiers, fault);
  return verdict(tiers.every(({ bound, objective }) => bound === objective) ? 'optimal' : 'feasible', tiers);
}

export type AddFault = (pointer: string, code: string, params?: Record<string, unknown>) => void;

/** The bound of a tier may use the reached objectives of earlier tiers, so those must be the plan's. */
function provenBounds(
  problem: PlanProblem,
  plan: Plan,
  reached: readonly number[],
  fault: AddFault,
): Map<Tier, number> {
  const bounds = new Map<Tier, number>();
  // A run that was cut short at its beginning claims nothing that could be proven.
  if (plan.certificate === null || plan.certificate.cliques.length + plan.certificate.tiers.length === 0) return bounds;
  try {
    const prover = new BoundProver(problem, plan.certificate.cliques);
    plan.certificate.tiers.forEach((certificate, i) => {
      const bound = prover.bound(certificate, reached);
      if (bound !== certificate.bound) {
        fault(`/certificate/tiers/${i}/bound`, 'bound_not_proven', { stated: certificate.bound, proven: bound });
      }
      if (bound === null) fault(`/certificate/tiers/${i}`, 'contradicts_plan');
      else bounds.set(certificate.tier, bound);
    });
  } catch (error) {
    if (!(error instanceof CertificateFlaw)) throw error;
    fault('/certificate', 'certificate_flaw', { flaw: error.flaw });
  }
  return bounds;
}

/** Where nobody is sent, nothing may be counted either. */
function checkNothingPlanned(plan: Plan, fault: AddFault): void {
  for (const list of ['tiers', 'assignments', 'unmet', 'loads'] as const) {
    if (plan[list].length > 0) fault(`/${list}`, 'wrong_length', { expected: 0 });
  }
  if (plan.status === 'infeasible') return;
  if (plan.conflict.length > 0) fault('/conflict', 'wrong_length', { expected: 0 });
  if (plan.proof !== null) fault('/proof', 'wrong_proof', {});
}

function checkTiers(plan: Plan, tiers: readonly VerifiedTier[], fault: AddFault): void {
  if (plan.tiers.length !== tiers.length) fault('/tiers', 'wrong_length', { expected: tiers.length });
  tiers.forEach(({ tier, objective, bound }, i) => {
    const stated = plan.tiers[i];
    if (stated?.tier !== tier) {
      fault(`/tiers/${i}/tier`, 'wrong_tier', { expected: tier });
      return;
    }
    const differs = (name: 'objective' | 'verifiedBound' | 'gap', counted: number | null): void => {
      if (stated[name] !== counted) fault(`/tiers/${i}/${name}`, 'wrong_number', { stated: stated[name], counted });
    };
    differs('objective', objective);
    differs('verifiedBound', bound);
    if (stated.bound !== null && (stated.bound > objective || stated.bound < (bound ?? -Infinity))) {
      fault(`/tiers/${i}/bound`, 'wrong_number', { stated: stated.bound, counted: bound });
    }
    differs('gap', stated.bound === null ? null : objective - stated.bound);
  });
  const unproven = tiers.find(({ bound, objective }) => bound !== objective);
  const gap = unproven === undefined ? 0 : unproven.bound === null ? null : unproven.objective - unproven.bound;
  const searched = plan.tiers.every((tier) => tier.bound === tier.objective);
  const kind = unproven === undefined ? 'verified' : searched ? 'search' : 'none';
  const expected = { kind, tier: unproven?.tier ?? null, gap };
  if (!isSameJson(plan.proof, expected)) fault('/proof', 'wrong_proof', expected);
  const status = kind === 'none' ? 'feasible' : 'optimal';
  if (plan.status !== status) fault('/status', 'wrong_status', { proven: status });
}

function checkAssignmentRows(problem: PlanProblem, plan: Plan, fault: AddFault): void {
  const specialists = new Map(problem.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const published = new Set(problem.published?.assignments.map(pairKey));
  const pinned = demandedPairs(problem);
  const costsOf = pairCosts(problem);
  plan.assignments.forEach((assignment, i) => {
    const [specialist, meeting] = [specialists.get(assignment.specialistId), meetings.get(assignment.meetingId)];
    const costs = specialist === undefined || meeting === undefined ? null : costsOf(specialist, meeting);
    if (costs === null) return;
    if (!isSameJson(assignment.costs, costs)) fault(`/assignments/${i}/costs`, 'wrong_costs', { costs });
    const cost = Object.values(costs).reduce((sum, term) => sum + term, 0);
    if (assignment.cost !== cost)
      fault(`/assignments/${i}/cost`, 'wrong_number', { stated: assignment.cost, counted: cost });
    const isPinned = pinned.has(pairKey(assignment));
    if (assignment.pinned !== isPinned) fault(`/assignments/${i}/pinned`, 'wrong_flag', { expected: isPinned });
    const before = problem.published === null ? null : published.has(pairKey(assignment));
    if (assignment.published !== before) fault(`/assignments/${i}/published`, 'wrong_flag', { expected: before });
  });
}

/** The pairs demanded by pins and by accepted visits that still bind. */
function demandedPairs(problem: PlanProblem): ReadonlySet<string> {
  const settled = new Settled(problem);
  const over = new Set(problem.meetings.flatMap((meeting) => (settled.isOver(meeting) ? [meeting.id] : [])));
  const demands = problem.pins.filter(({ kind, meetingId }) => kind === 'must' && !over.has(meetingId));
  return new Set([...demands, ...bindingAcceptances(problem)].map(pairKey));
}

function checkLoads(problem: PlanProblem, plan: Plan, fault: AddFault): void {
  const stated = new Map(plan.loads.map((load, i) => [load.specialistId, { load, i }]));
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const going = new Map<string, Meeting[]>();
  for (const { specialistId, meetingId } of plan.assignments) {
    const month = going.get(specialistId) ?? [];
    const meeting = meetings.get(meetingId);
    if (meeting !== undefined) month.push(meeting);
    going.set(specialistId, month);
  }
  const pointsIn = pointsCounter(problem);
  const hasPoints = pointsOf(problem) !== null;
  if (plan.loads.length !== problem.specialists.length)
    fault('/loads', 'wrong_length', { expected: problem.specialists.length });
  for (const specialist of problem.specialists) {
    const { id, minVisits, maxVisits, target, balance } = specialist;
    const month = going.get(id) ?? [];
    const points = pointsIn(specialist, month);
    const counted = {
      specialistId: id,
      visits: month.length,
      ...(hasPoints && { points }),
      minVisits,
      maxVisits,
      target,
      balance,
      deviation: deviationAt(specialist, points),
      price: deviationAt(specialist, points) ** 2,
    };
    const row = stated.get(id);
    if (row === undefined) fault('/loads', 'missing_load', { specialistId: id });
    else if (!isSameJson(row.load, counted)) fault(`/loads/${row.i}`, 'wrong_load', { ...counted });
  }
}

/** Checks the lists of who could have gone and what they do instead. */
function checkUnmet(problem: PlanProblem, plan: Plan, modelOf: () => MonthModel, fault: AddFault): void {
  const observers = new Map<string, number>();
  for (const { meetingId } of plan.assignments) observers.set(meetingId, (observers.get(meetingId) ?? 0) + 1);
  const isMet = problem.meetings.every(({ id, minObservers }) => (observers.get(id) ?? 0) >= minObservers);
  if (isMet && plan.unmet.length === 0) return;
  const model = modelOf();
  const expected = unmetMeetings(model, choiceOfPlan(model, plan.assignments));
  if (expected.length !== plan.unmet.length) fault('/unmet', 'wrong_length', { expected: expected.length });
  expected.forEach((unmet, i) => {
    if (!isSameJson(plan.unmet[i], unmet)) {
      fault(`/unmet/${i}`, 'wrong_unmet', { meetingId: unmet.meetingId });
    }
  });
}
