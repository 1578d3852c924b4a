import { at } from '../algebra/dense-cholesky.ts';
import { LevelOdds } from './level-odds.ts';
import { easeOf, type Steps } from './steps.ts';

/** The likelihood of all levels with its first and second derivatives, by form and by parameter of the steps. */
export interface LevelLikelihood {
  readonly logLikelihood: number;
  /** By form: the levels given less those expected. */
  readonly score: Float64Array;
  /** By form: the information about its predictor. */
  readonly weight: Float64Array;
  /** By form, then by parameter: the information that the predictor shares with the parameter. */
  readonly shared: Float64Array;
  /** By parameter. */
  readonly gradient: Float64Array;
  /** Of the parameters, row by row. */
  readonly information: Float64Array;
}

/**
 * @param levels by form, then by criterion; −1 where not given
 * @param predictor by form
 */
export function levelLikelihood(
  steps: Steps,
  levels: Int8Array,
  predictor: Float64Array,
  parameters: Float64Array,
): LevelLikelihood {
  const { size, criteria, start, first, second } = steps;
  const ease = easeOf(steps, parameters);
  const forms = predictor.length;
  const score = new Float64Array(forms);
  const weight = new Float64Array(forms);
  const shared = new Float64Array(forms * size);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const odds = new LevelOdds(mostSteps(steps));
  let logLikelihood = 0;
  for (let f = 0; f < forms; f += 1) {
    for (let k = 0; k < criteria; k += 1) {
      const level = at(levels, f * criteria + k);
      if (level < 0) continue;
      const from = at(start, k);
      const to = at(start, k + 1);
      odds.at(at(predictor, f), ease, from, to);
      logLikelihood += Math.log(Math.max(at(odds.probability, level), 1e-300));
      score[f] = at(score, f) + level - odds.expected;
      weight[f] = at(weight, f) + odds.variance;
      let weighted = 0;
      for (let l = to - from; l >= 1; l -= 1) {
        const reach = at(odds.reach, l - 1);
        weighted += l * at(odds.probability, l);
        const common = weighted - odds.expected * reach;
        const rest = (level >= l ? 1 : 0) - reach;
        const [a, b] = [at(first, from + l - 1), at(second, from + l - 1)];
        gradient[a] = at(gradient, a) + rest;
        shared[f * size + a] = at(shared, f * size + a) + common;
        if (b >= 0) {
          gradient[b] = at(gradient, b) + rest;
          shared[f * size + b] = at(shared, f * size + b) + common;
        }
        for (let other = 1; other <= l; other += 1) {
          const value = reach * (1 - at(odds.reach, other - 1));
          const [c, d] = [at(first, from + other - 1), at(second, from + other - 1)];
          add(information, size, a, c, value, other === l);
          if (d >= 0) add(information, size, a, d, value, other === l);
          if (b >= 0) add(information, size, b, c, value, other === l);
          if (b >= 0 && d >= 0) add(information, size, b, d, value, other === l);
        }
      }
    }
  }
  return { logLikelihood, score, weight, shared, gradient, information };
}

export function mostSteps({ start, criteria }: Steps): number {
  let most = 0;
  for (let k = 0; k < criteria; k += 1) most = Math.max(most, at(start, k + 1) - at(start, k));
  return most;
}

/** Adds an entry and, unless the two steps are one, its mirror image. */
function add(matrix: Float64Array, size: number, a: number, b: number, value: number, isOne: boolean): void {
  matrix[a * size + b] = at(matrix, a * size + b) + value;
  if (!isOne) matrix[b * size + a] = at(matrix, b * size + a) + value;
}
