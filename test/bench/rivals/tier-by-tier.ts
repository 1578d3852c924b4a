import type { PlanProblem, Tier } from '../../../src/solver/problem.ts';
import { type FullModel, fullModel, type FullRow } from './full-model.ts';

export interface FullAnswer {
  readonly status: 'optimal' | 'infeasible' | 'no_answer';
  /** In the order of the policy, up to where the time ended. */
  readonly tiers: readonly { readonly tier: Tier; readonly objective: number }[];
  readonly assignments: readonly { readonly specialistId: string; readonly meetingId: string }[];
}

/** Minimises a linear objective over the model and further rows within a time limit; null where it did not finish. */
export type Minimise = (
  model: FullModel,
  costs: ReadonlyMap<number, number>,
  held: readonly FullRow[],
  seconds: number,
) => Promise<ArrayLike<number> | 'infeasible' | null>;

/** A general solver on the full model, tier by tier, each tier held by a row while the next is solved. */
export async function tierByTier(problem: PlanProblem, minimise: Minimise, seconds: number): Promise<FullAnswer> {
  const began = performance.now();
  const model = fullModel(problem);
  const held: FullRow[] = [];
  const tiers: { tier: Tier; objective: number }[] = [];
  let assignments: FullAnswer['assignments'] = [];
  for (const { tier, constant, costs } of model.tiers) {
    const left = seconds - (performance.now() - began) / 1000;
    if (left <= 0) return { status: 'no_answer', tiers, assignments };
    const answer = await minimise(model, costs, held, left);
    if (answer === 'infeasible') return { status: 'infeasible', tiers, assignments: [] };
    if (answer === null) return { status: 'no_answer', tiers, assignments };
    const objective = [...costs].reduce((sum, [column, cost]) => sum + cost * Math.round(answer[column] ?? 0), 0);
    assignments = model.pairs.filter(({ column }) => (answer[column] ?? 0) > 0.5);
    tiers.push({ tier, objective: objective + constant });
    held.push({ lower: -Infinity, upper: objective, terms: [...costs] });
  }
  return { status: 'optimal', tiers, assignments };
}
