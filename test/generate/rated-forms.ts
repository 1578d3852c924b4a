import { normalDraws } from '../../src/calibration/algebra/normal-draws.ts';
import type { FormRating } from '../../src/calibration/form-rating.ts';
import { randomFrom } from '../../src/kernel/random.ts';

export interface RatedShape {
  readonly seed: number;
  readonly observers: number;
  readonly branches: number;
  readonly months: number;
  /** Meetings that are attended in all. */
  readonly meetings: number;
  /** How many of a hundred meetings have a second observer. */
  readonly doubles: number;
  readonly criteria: number;
  /** Levels from 0 to this. */
  readonly highest: number;
  /** Standard deviations, in points and in logits alike. */
  readonly deviations: {
    readonly observer: number;
    readonly branch: number;
    readonly meeting: number;
    readonly form: number;
  };
  /** Observers and branches of one cluster meet each other only; 1 if left out. */
  readonly clusters?: number;
}

export interface RatedForms {
  readonly forms: readonly FormRating[];
  /** The truth: points or logits below what an average observer gives. */
  readonly severities: ReadonlyMap<string, number>;
  /** The truth: above (+) an average branch. */
  readonly branches: ReadonlyMap<string, number>;
}

export const MEAN = 80;
export const BRANCH_TYPES = ['quarter', 'office', 'school'];

/** Forms of a known truth: points by the additive model, scores of criteria by the Rasch model. */
export function ratedForms(shape: RatedShape): RatedForms {
  const { seed, deviations, clusters = 1 } = shape;
  const random = randomFrom(seed);
  const normal = normalDraws(random.below(2 ** 31));
  const severities = Array.from({ length: shape.observers }, () => deviations.observer * normal());
  const branches = Array.from({ length: shape.branches }, () => deviations.branch * normal());
  const difficulties = Array.from({ length: shape.criteria }, () => 0.7 * normal());
  const inCluster = (count: number, cluster: number) => {
    const [from, to] = [Math.floor((cluster * count) / clusters), Math.floor(((cluster + 1) * count) / clusters)];
    return from + random.below(Math.max(to - from, 1));
  };
  const forms: FormRating[] = [];
  for (let meeting = 0; meeting < shape.meetings; meeting += 1) {
    const cluster = random.below(clusters);
    const branch = inCluster(shape.branches, cluster);
    const first = inCluster(shape.observers, cluster);
    const second = random.chance(shape.doubles) ? inCluster(shape.observers, cluster) : first;
    const ofMeeting = deviations.meeting * normal();
    for (const observer of new Set([first, second])) {
      const predictor = (branches[branch] ?? 0) - (severities[observer] ?? 0) + ofMeeting + deviations.form * normal();
      const scores = difficulties.map((difficulty, k) => {
        const level = drawnLevel(predictor - difficulty, shape.highest, random.below(2 ** 32) / 2 ** 32);
        return [`C${k + 1}`, level] as const;
      });
      forms.push({
        observer: `R${String(observer + 1).padStart(2, '0')}`,
        branch: `B${String(branch + 1).padStart(3, '0')}`,
        month: monthOf(meeting % shape.months),
        meeting: `m${meeting}`,
        branchType: BRANCH_TYPES[branch % BRANCH_TYPES.length] ?? '',
        points: MEAN + predictor,
        scores: Object.fromEntries(scores),
      });
    }
  }
  const named = (letter: string, digits: number, values: readonly number[]) =>
    new Map(values.map((value, i) => [`${letter}${String(i + 1).padStart(digits, '0')}`, value]));
  return { forms, severities: named('R', 2, severities), branches: named('B', 3, branches) };
}

function monthOf(index: number): string {
  return `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Steps are spread evenly over three logits. */
function drawnLevel(predictor: number, highest: number, chance: number): number {
  const odds = [1];
  for (let level = 1; level <= highest; level += 1) {
    const step = highest === 1 ? 0 : -1.5 + (3 * (level - 1)) / (highest - 1);
    odds.push((odds.at(-1) ?? 1) * Math.exp(predictor - step));
  }
  const total = odds.reduce((a, b) => a + b, 0);
  let sum = 0;
  const level = odds.findIndex((one) => (sum += one / total) > chance);
  return level < 0 ? highest : level;
}
