import type { Choice } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';

/** Cheapest pairs of each meeting and each person, beyond those that a first plan uses. */
const CHEAPEST = 8;

/**
 * Where the relaxation begins: the first plan and, of each meeting and each person, the pairs that are cheapest by the
 * prices at hand.
 * @param costs one per pair.
 */
export function promisingPairs(model: MonthModel, start: Choice | null, costs: Float64Array): Set<number> {
  const { pairs, meetings, specialists } = model;
  const chosen = new Set<number>();
  start?.forEach((one, pair) => (one === 1 ? chosen.add(pair) : 0));
  const cheapest = (candidates: Int32Array): void => {
    const sorted = Float64Array.from(candidates, (pair) => costs[pair] ?? 0).sort();
    const limit = sorted[Math.min(CHEAPEST, sorted.length) - 1] ?? -Infinity;
    let room = CHEAPEST - sorted.indexOf(limit);
    for (const pair of candidates) {
      const cost = costs[pair] ?? 0;
      if (cost < limit || (cost === limit && room-- > 0)) chosen.add(pair);
    }
  };
  const all = Int32Array.from({ length: pairs.count }, (_, pair) => pair);
  meetings.forEach((_, m) => cheapest(pairsOfMeeting(pairs, m)));
  specialists.forEach((_, s) => cheapest(all.subarray(pairs.startOfSpecialist[s], pairs.startOfSpecialist[s + 1])));
  return chosen;
}
