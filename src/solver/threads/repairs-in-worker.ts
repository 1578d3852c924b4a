import type { PlanProblem } from '../problem.ts';
import type { KnownPlan, MonthEvent } from '../repair/month-event.ts';
import type { Repairs, RepairsOptions } from '../repair/repairs.ts';
import { inKeptThread } from './kept-threads.ts';

/** `repairs` in a thread of its own, so that the event loop stays free; code that is warm answers within the limit. */
export function repairsInWorker(
  problem: PlanProblem,
  known: KnownPlan,
  events: readonly MonthEvent[],
  options: RepairsOptions = {},
): Promise<Repairs> {
  return inKeptThread({ kind: 'repairs', problem, known, events, options });
}
