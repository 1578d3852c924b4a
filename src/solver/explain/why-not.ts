import { solve } from '../engine/solve.ts';
import type { StopSignal } from '../engine/stop.ts';
import { ineligibilities } from '../model/pair-evaluator.ts';
import type { PairOfIds } from '../model/pair-key.ts';
import type { Fact, Plan, SolveOptions } from '../plan.ts';
import type { Ineligibility, PlanProblem, Tier } from '../problem.ts';

/** Why somebody is not at a meeting: may not go, would contradict other facts, or what forcing it would cost. */
export type WhyNot =
  | { readonly kind: 'goes' }
  | { readonly kind: 'ineligible'; readonly reasons: readonly Ineligibility[] }
  | { readonly kind: 'contradicts'; readonly conflict: readonly Fact[] }
  | {
      readonly kind: 'costs_more';
      /** The first tier in which the plan is better without the pair; null where another plan is as good in all. */
      readonly decidedBy: Tier | null;
      /** Objective with the pair forced less the plan's, tier by tier. */
      readonly tiers: readonly { readonly tier: Tier; readonly difference: number }[];
      readonly added: readonly PairOfIds[];
      readonly dropped: readonly PairOfIds[];
      readonly proven: boolean;
    }
  | { readonly kind: 'unknown' };

/** Solves the month again with the pair forced in, and with as few other changes as its best plan allows. */
export async function whyNot(
  problem: PlanProblem,
  plan: Plan,
  wish: PairOfIds,
  options: SolveOptions = {},
  signal?: StopSignal,
): Promise<WhyNot> {
  if (plan.assignments.some((assignment) => isSame(assignment, wish))) return { kind: 'goes' };
  const reasons = reasonsAgainst(problem, wish);
  if (reasons.length > 0) return { kind: 'ineligible', reasons };
  const pins: PlanProblem['pins'] = [...problem.pins.filter((pin) => !isSame(pin, wish)), { ...wish, kind: 'must' }];
  const asked = problem.published === null ? besides(problem, plan) : problem;
  const forced = await solve({ ...asked, pins }, options, undefined, signal);
  if (forced.status === 'unknown') return { kind: 'unknown' };
  if (forced.status === 'infeasible') return { kind: 'contradicts', conflict: forced.conflict };
  const changesCount = problem.published !== null;
  const tiers = forced.tiers
    .filter(({ tier }) => changesCount || tier !== 'stability')
    .map(({ tier, objective }) => ({
      tier,
      difference: objective - (plan.tiers.find((known) => known.tier === tier)?.objective ?? 0),
    }));
  return {
    kind: 'costs_more',
    decidedBy: tiers.find(({ difference }) => difference !== 0)?.tier ?? null,
    tiers,
    added: without(forced.assignments, plan.assignments),
    dropped: without(plan.assignments, forced.assignments),
    proven: forced.status === 'optimal',
  };
}

function reasonsAgainst(problem: PlanProblem, wish: PairOfIds): readonly Ineligibility[] {
  if (problem.pairs !== null) return problem.pairs.some((pair) => isSame(pair, wish)) ? [] : ['not_listed'];
  const specialist = problem.specialists.find(({ id }) => id === wish.specialistId);
  const meeting = problem.meetings.find(({ id }) => id === wish.meetingId);
  return specialist === undefined || meeting === undefined
    ? ['not_listed']
    : ineligibilities(specialist, meeting, problem.policy);
}

/** The plan as one that people know, after all tiers: of equally good answers the one that moves fewest is found. */
function besides(problem: PlanProblem, plan: Plan): PlanProblem {
  const assignments = plan.assignments.map(({ specialistId, meetingId }) => ({
    specialistId,
    meetingId,
    accepted: false,
    price: 1,
  }));
  return {
    ...problem,
    published: { assignments, priceOfNew: 1, changedMeetingIds: [] },
    policy: { ...problem.policy, tiers: [...problem.policy.tiers.filter((tier) => tier !== 'stability'), 'stability'] },
  };
}

function without(some: readonly PairOfIds[], others: readonly PairOfIds[]): PairOfIds[] {
  return some
    .filter((pair) => !others.some((other) => isSame(pair, other)))
    .map(({ specialistId, meetingId }) => ({ specialistId, meetingId }));
}

function isSame(a: PairOfIds, b: PairOfIds): boolean {
  return a.specialistId === b.specialistId && a.meetingId === b.meetingId;
}
