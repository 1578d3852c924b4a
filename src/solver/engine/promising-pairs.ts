import type { Choice } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';

/** How many of the cheapest pairs of each meeting and each person are included besides those of the first plan. */
const CHEAPEST = 8;

/**
 * The pairs with which the relaxation begins: those of the first plan, and for each meeting and each person the
 * cheapest ones at the given costs.
 * @param costs one entry per pair.
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
