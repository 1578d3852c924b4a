import type { Highs } from 'highs';
import { hasPlan } from '../engine/has-plan.ts';
import type { Deadline } from '../engine/stop.ts';
import { buildModel } from '../model/month-model.ts';
import type { PlanProblem } from '../problem.ts';

/** A minimum of visits that cannot be kept beside the others: how many were asked for, and how many can be had. */
export interface LoweredMinimum {
  readonly kind: 'specialist' | 'department';
  readonly id: string;
  readonly wanted: number;
  readonly kept: number;
}

/**
 * The same month with as much of its minima as can be kept together, in the order of specialists and departments; those
 * that had to give way are named. Without any minimum where there is no plan even so;
 * null where the time was too short to be sure.
 */
export function withKeptMinima(
  highs: Highs,
  problem: PlanProblem,
  deadline: Deadline,
): { readonly problem: PlanProblem; readonly lowered: readonly LoweredMinimum[] } | null {
  const demands: LoweredMinimum[] = [
    ...problem.specialists.map(({ id, minVisits }) => ({
      kind: 'specialist' as const,
      id,
      wanted: minVisits,
      kept: 0,
    })),
    ...problem.departments.map(({ id, minVisits }) => ({
      kind: 'department' as const,
      id,
      wanted: minVisits ?? 0,
      kept: 0,
    })),
  ].filter(({ wanted }) => wanted > 0);
  let kept: readonly LoweredMinimum[] = [];
  let isSure = true;
  const isPossible = (more: readonly LoweredMinimum[]): boolean => {
    const found = isSure ? hasPlan(highs, buildModel(withMinima(problem, [...kept, ...more])), deadline) : false;
    isSure &&= found !== null;
    return found === true;
  };
  // Halves first, because mostly nearly all can be kept.
  const keep = (some: readonly LoweredMinimum[]): void => {
    if (some.length === 0) return;
    const whole = some.map((one) => ({ ...one, kept: one.wanted }));
    if (isPossible(whole)) {
      kept = [...kept, ...whole];
      return;
    }
    const [first] = some;
    if (some.length === 1 && first !== undefined) {
      let most = first.wanted - 1;
      while (most > 0 && !isPossible([{ ...first, kept: most }])) most -= 1;
      kept = [...kept, { ...first, kept: most }];
      return;
    }
    const middle = Math.floor(some.length / 2);
    keep(some.slice(0, middle));
    keep(some.slice(middle));
  };
  // Where not even the rest has a plan, no minimum is to blame.
  if (isPossible([])) keep(demands);
  if (!isSure) return null;
  return { problem: withMinima(problem, kept), lowered: kept.filter((one) => one.kept < one.wanted) };
}

function withMinima(problem: PlanProblem, minima: readonly LoweredMinimum[]): PlanProblem {
  const of = (kind: LoweredMinimum['kind']): Map<string, number> =>
    new Map(minima.flatMap((one) => (one.kind === kind ? [[one.id, one.kept] as const] : [])));
  const [specialists, departments] = [of('specialist'), of('department')];
  return {
    ...problem,
    specialists: problem.specialists.map((one) => ({ ...one, minVisits: specialists.get(one.id) ?? 0 })),
    departments: problem.departments.map((one) => ({ ...one, minVisits: departments.get(one.id) ?? null })),
  };
}
