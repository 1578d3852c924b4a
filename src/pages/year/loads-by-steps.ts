import type { YearPerson } from './year-read-model.ts';

/** How many people are about so many visits above (+) or below (−) their share. */
export interface LoadStep {
  readonly step: number;
  readonly people: number;
}

/** Every whole step from the least to the most; none where nobody had a share or a visit. */
export function loadsBySteps(people: readonly Pick<YearPerson, 'visits' | 'share'>[]): readonly LoadStep[] {
  const steps = people
    .filter(({ visits, share }) => visits > 0 || share > 0)
    .map(({ visits, share }) => Math.round((100 * visits - share) / 100));
  if (steps.length === 0) return [];
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  return Array.from({ length: most - least + 1 }, (_, index) => least + index).map((step) => ({
    step,
    people: steps.filter((each) => each === step).length,
  }));
}
