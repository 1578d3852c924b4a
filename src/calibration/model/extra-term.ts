import { at } from '../algebra/dense-cholesky.ts';
import type { Bordered } from './bordered.ts';
import type { Design } from './design.ts';

/** What a fitted model says of each form: how far it is above its prediction, and how much information it holds. */
export interface ScoredForms {
  readonly design: Design;
  readonly system: Bordered;
  /** First derivative of the likelihood by the form's predictor. */
  readonly score: Float64Array;
  readonly weight: Float64Array;
  /** The information that a form shares with each fixed effect. */
  readonly shared: (form: number) => Float64Array;
  readonly fixedEffects: number;
}

export interface Term {
  readonly estimate: number;
  readonly variance: number;
}

/**
 * The estimate of one more fixed effect, without fitting anew: its score divided by its information once all other
 * effects have taken what is theirs. Exact for points; one step of Newton's method for levels.
 * @param share of the effect in some forms
 * @returns null where the other effects leave nothing to tell it by
 */
export function extraTerm(model: ScoredForms, share: ReadonlyMap<number, number>): Term | null {
  const { design, system, score, weight, shared, fixedEffects } = model;
  const { effects, width } = design;
  const random = new Map<number, number>();
  const fixed = new Float64Array(fixedEffects);
  let [push, information] = [0, 0];
  for (const [form, part] of share) {
    const weighted = part * at(weight, form);
    push += part * at(score, form);
    information += part * weighted;
    for (let k = form * width; k < (form + 1) * width; k += 1) {
      const effect = at(effects, k);
      random.set(effect, (random.get(effect) ?? 0) + weighted);
    }
    const common = shared(form);
    for (let a = 0; a < fixedEffects; a += 1) fixed[a] = at(fixed, a) + part * at(common, a);
  }
  const own = information - system.quadraticForm(random, fixed);
  return own > 1e-9 * information ? { estimate: push / own, variance: 1 / own } : null;
}
