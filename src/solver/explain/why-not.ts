import { solve } from '../engine/solve.ts';
import type { StopSignal } from '../engine/stop.ts';
import { Overruled } from '../model/overruled.ts';
import { ineligibilities } from '../model/pair-evaluator.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import { Settled } from '../model/settled.ts';
import { fitDifference } from './fit-terms.ts';
import type { Fact, SolveOptions, TierResult } from '../plan.ts';
import type { CostTerms, Ineligibility, Pin, PlanProblem, Tier } from '../problem.ts';

/** Why somebody does not go to a meeting: ineligible, contradicting other facts, or worse by so much. */
export type WhyNot =
  | { readonly kind: 'goes' }
  | { readonly kind: 'ineligible'; readonly reasons: readonly Ineligibility[] }
  | { readonly kind: 'contradicts'; readonly conflict: readonly Fact[] }
  | {
      readonly kind: 'costs_more';
      /**
       * The first tier in which the plan is better without the pair; null where a plan with it is equally good in all
       * tiers.
       */
      readonly decidedBy: Tier | null;
      /** Objective with the pair forced in, less that of the plan, by tier. */
      readonly tiers: readonly { readonly tier: Tier; readonly difference: number }[];
      /** The difference of the quality tier, term by term, whatever decided; terms that stay alike are left out. */
      readonly fit: CostTerms;
      readonly added: readonly PairOfIds[];
      readonly dropped: readonly PairOfIds[];
      readonly proven: boolean;
    }
  | { readonly kind: 'unknown' };

/** What of a plan questions are about. */
export interface AskedPlan {
  readonly tiers: readonly Pick<TierResult, 'tier' | 'objective' | 'bound'>[];
  readonly assignments: readonly PairOfIds[];
}

/** Solves the month again with the pair forced in and as few other changes as the best such plan allows. */
export async function whyNot(
  problem: PlanProblem,
  plan: AskedPlan,
  wish: PairOfIds,
  options: SolveOptions = {},
  signal?: StopSignal,
): Promise<WhyNot> {
  const known = answerWithoutSolving(problem, plan, wish);
  if (known !== null) return known;
  const forced = await solve(
    { ...askedAbout(problem, plan), pins: demanding(problem, wish) },
    options,
    undefined,
    signal,
  );
  if (forced.status === 'unknown') return { kind: 'unknown' };
  if (forced.status === 'infeasible') return { kind: 'contradicts', conflict: forced.conflict };
  return costsMore(problem, plan, { ...forced, proven: forced.status === 'optimal' });
}

/** The pins with this pair demanded, whatever they say of it; what they overrule for it stays overruled. */
function demanding({ pins }: PlanProblem, { specialistId, meetingId }: PairOfIds): Pin[] {
  const wish = { specialistId, meetingId };
  const { overrules } = pins.find((pin) => isSame(pin, wish)) ?? {};
  return [...pins.filter((pin) => !isSame(pin, wish)), { ...wish, kind: 'must', ...(overrules && { overrules }) }];
}

/** The answers that need no search: the person goes there already, or is ineligible. */
export function answerWithoutSolving(problem: PlanProblem, plan: AskedPlan, wish: PairOfIds): WhyNot | null {
  if (plan.assignments.some((assignment) => isSame(assignment, wish))) return { kind: 'goes' };
  const reasons = reasonsAgainst(problem, wish);
  return reasons.length > 0 ? { kind: 'ineligible', reasons } : null;
}

/** The best month with the pair forced in, compared with the plan. */
export function costsMore(
  problem: PlanProblem,
  plan: AskedPlan,
  forced: {
    readonly tiers: readonly { readonly tier: Tier; readonly objective: number }[];
    readonly assignments: readonly PairOfIds[];
    readonly proven: boolean;
  },
): WhyNot {
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
    fit: fitDifference(problem, plan.assignments, forced.assignments),
    added: without(forced.assignments, plan.assignments),
    dropped: without(plan.assignments, forced.assignments),
    proven: forced.proven,
  };
}

function reasonsAgainst(problem: PlanProblem, wish: PairOfIds): readonly Ineligibility[] {
  const specialist = problem.specialists.find(({ id }) => id === wish.specialistId);
  const meeting = problem.meetings.find(({ id }) => id === wish.meetingId);
  if (meeting !== undefined && new Settled(problem).isOver(meeting)) return ['over'];
  if (problem.pairs !== null) return problem.pairs.some((pair) => isSame(pair, wish)) ? [] : ['not_listed'];
  return specialist === undefined || meeting === undefined
    ? ['not_listed']
    : ineligibilities(specialist, meeting, problem.policy, new Overruled(problem));
}

/**
 * The month to force a pair into. Where nothing is published yet the plan takes the place of the published one, with
 * stability as the last tier: of equally good answers the one with the fewest changes is found.
 */
export function askedAbout(problem: PlanProblem, plan: AskedPlan): PlanProblem {
  if (problem.published !== null) return problem;
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
  const known = new Set(others.map(pairKey));
  return some
    .filter((pair) => !known.has(pairKey(pair)))
    .map(({ specialistId, meetingId }) => ({ specialistId, meetingId }));
}

function isSame(a: PairOfIds, b: PairOfIds): boolean {
  return a.specialistId === b.specialistId && a.meetingId === b.meetingId;
}
