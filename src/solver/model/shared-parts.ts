import type { PlanPolicy, PlanProblem } from '../problem.ts';
import { type Exclusions, exclusionsOf } from './exclusions.ts';

/**
 * What months that differ in their pins alone have in common. People who change a plan by hand make such a month with
 * every change, and judging all pairs anew is most of what that takes.
 */
export interface SharedParts {
  readonly exclusions: Exclusions;
  /** The cost of each pair by specialist and meeting: NaN where it was not asked for yet, infinite where it is not eligible. */
  readonly costs: Float64Array;
}

/** More pairs would take too much room. */
const MOST_PAIRS = 200_000;

const kept = new WeakMap<
  PlanProblem['meetings'],
  SharedParts & { readonly specialists: PlanProblem['specialists']; readonly policy: PlanPolicy }
>();

/** @param canonical in canonical order. @returns null where pairs, conflicts or visits of before say more than people do */
export function sharedParts(canonical: PlanProblem): SharedParts | null {
  const { specialists, meetings, policy, pairs, conflicts, published } = canonical;
  const isPlain = pairs === null && conflicts === null && published === null;
  if (!isPlain || specialists.length * meetings.length > MOST_PAIRS) return null;
  const known = kept.get(meetings);
  if (known?.specialists === specialists && known.policy === policy) return known;
  const costs = new Float64Array(specialists.length * meetings.length).fill(NaN);
  const made = { specialists, policy, exclusions: exclusionsOf(canonical), costs };
  kept.set(meetings, made);
  return made;
}
