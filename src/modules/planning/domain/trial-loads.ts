import type { SpecialistRef } from '../../../kernel/id.ts';
import type { PlanProblem } from '../../../solver/index.ts';
import type { Duty } from './plan-decision.ts';
import type { Change } from './policy-effect.ts';

/** What a month means for one person under each of two plans. */
export interface TrialLoad {
  readonly specialistId: SpecialistRef;
  /** What the month asks, in hundredths of a visit; no policy changes it. */
  readonly share: number;
  readonly visits: Change<number>;
  /** What is left for later months, the balance of earlier ones included, in hundredths of a visit. */
  readonly balance: Change<number>;
}

/** Of everybody whose number of visits differs, the largest difference first. */
export function differingLoads(
  specialists: PlanProblem['specialists'],
  before: readonly Duty[],
  after: readonly Duty[],
): readonly TrialLoad[] {
  const [former, now] = [countOf(before), countOf(after)];
  const byDifference = ({ visits }: TrialLoad) => -Math.abs(visits.after - visits.before);
  return specialists
    .map(({ id, target, balance }): TrialLoad => {
      const visits = { before: former(id), after: now(id) };
      const left = (count: number) => balance + 100 * count - target;
      const balances = { before: left(visits.before), after: left(visits.after) };
      return { specialistId: id, share: target, visits, balance: balances };
    })
    .filter(({ visits }) => visits.before !== visits.after)
    .toSorted((a, b) => byDifference(a) - byDifference(b));
}

function countOf(duties: readonly Duty[]): (specialistId: SpecialistRef) => number {
  const counts = new Map<string, number>();
  for (const { specialistId } of duties) counts.set(specialistId, (counts.get(specialistId) ?? 0) + 1);
  return (id) => counts.get(id) ?? 0;
}
