import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import type { SpecialistRef } from '../../kernel/id.ts';
import { solve } from '../engine/solve.ts';
import { inParallel } from '../in-parallel.ts';
import type { Plan } from '../plan.ts';
import type { PlanPolicy, PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { type PlanFigures, planFigures } from './plan-figures.ts';

/** A "what if": another policy, other facts, or both. */
export interface Variant {
  readonly name: string;
  /** The changed parts of the policy; parts left out stay as they are. */
  readonly policy?: PolicyChange;
  /** The changed facts, such as more specialists or other pins; facts left out stay as they are. */
  readonly facts?: Partial<Omit<PlanProblem, 'version' | 'policy'>>;
}

export type PolicyChange = Partial<Omit<PlanPolicy, 'travel' | 'coverage' | 'weights' | 'rest' | 'calendar'>> & {
  readonly travel?: Partial<PlanPolicy['travel']>;
  readonly coverage?: Partial<PlanPolicy['coverage']>;
  readonly weights?: Partial<PlanPolicy['weights']>;
  readonly rest?: Partial<PlanPolicy['rest']>;
  readonly calendar?: Partial<PlanPolicy['calendar']>;
};

export interface SolvedVariant {
  readonly name: string;
  readonly problem: PlanProblem;
  readonly plan: Plan;
  readonly figures: PlanFigures;
  /** Against the first variant; empty for the first itself. */
  readonly moves: readonly Move[];
}

/** One person's visits in the two plans. */
export interface Move {
  readonly specialistId: SpecialistRef;
  readonly goes: readonly string[];
  readonly goesNoMore: readonly string[];
}

export interface CompareOptions {
  /** Solves one variant; `solve` in this thread by default. */
  readonly solver?: (problem: PlanProblem, variant: number) => Promise<Plan>;
  /** How many variants are solved at the same time; more than 1 helps where the solver has its own threads. */
  readonly atOnce?: number;
}

/**
 * Solves the variants of a month; the others are compared with the first. For the unchanged month pass a variant
 * without changes.
 * @throws DomainError `input.invalid` for a variant with invalid facts; its pointers begin with the number of the
 * variant.
 */
export async function compareVariants(
  problem: PlanProblem,
  variants: readonly Variant[],
  { solver = (one) => solve(one), atOnce = 1 }: CompareOptions = {},
): Promise<SolvedVariant[]> {
  const changed = variants.map((variant, index) => checked(withVariant(problem, variant), index));
  const plans = await inParallel(changed, atOnce, solver);
  return variants.flatMap(({ name }, index): SolvedVariant[] => {
    const [own, plan, first] = [changed[index], plans[index], plans[0]];
    if (own === undefined || plan === undefined || first === undefined) return [];
    return [{ name, problem: own, plan, figures: planFigures(own, plan), moves: movesBetween(first, plan) }];
  });
}

function checked(problem: PlanProblem, variant: number): PlanProblem {
  try {
    return readProblem(problem);
  } catch (error) {
    if (!isDomainError(error, 'input.invalid')) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, pointer: `/${variant}${fault.pointer}` }));
    throw new DomainError('input.invalid', error.params, faults);
  }
}

export function withVariant(problem: PlanProblem, { policy, facts }: Variant): PlanProblem {
  const { travel, coverage, weights, rest, calendar, ...others } = policy ?? {};
  const before = problem.policy;
  return {
    ...problem,
    ...facts,
    policy: {
      ...before,
      ...others,
      travel: { ...before.travel, ...travel },
      coverage: { ...before.coverage, ...coverage },
      weights: { ...before.weights, ...weights },
      rest: { ...before.rest, ...rest },
      calendar: { ...before.calendar, ...calendar },
    },
  };
}

/** Who goes where in `to` but not in `from`, and the reverse, in the order of ids. */
export function movesBetween(from: Pick<Plan, 'assignments'>, to: Pick<Plan, 'assignments'>): Move[] {
  const [before, after] = [byPerson(from), byPerson(to)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((specialistId): Move[] => {
    const old = before.get(specialistId) ?? new Set<string>();
    const fresh = after.get(specialistId) ?? new Set<string>();
    const goes = [...fresh].filter((id) => !old.has(id)).sort();
    const goesNoMore = [...old].filter((id) => !fresh.has(id)).sort();
    return goes.length + goesNoMore.length === 0 ? [] : [{ specialistId, goes, goesNoMore }];
  });
}

function byPerson({ assignments }: Pick<Plan, 'assignments'>): Map<string, Set<string>> {
  const months = new Map<string, Set<string>>();
  for (const { specialistId, meetingId } of assignments) {
    months.set(specialistId, (months.get(specialistId) ?? new Set()).add(meetingId));
  }
  return months;
}
