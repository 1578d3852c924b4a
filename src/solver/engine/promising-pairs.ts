import type { Choice } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';

/** Cheapest pairs of each meeting, beyond those that a first plan uses. */
const PER_MEETING = 8;

/** Where the relaxation begins: the first plan and, of each meeting and each person, the cheapest pairs. */
export function promisingPairs(model: MonthModel, start: Choice | null): Set<number> {
  const { pairs, meetings, specialists } = model;
  const chosen = new Set<number>();
  start?.forEach((one, pair) => (one === 1 ? chosen.add(pair) : 0));
  const cheapest = (candidates: Int32Array, most: number): void => {
    const costs = candidates.map((pair) => pairs.quality[pair] ?? 0).sort();
    const limit = costs[Math.min(most, costs.length) - 1] ?? -Infinity;
    let room = most - costs.findIndex((cost) => cost === limit);
    for (const pair of candidates) {
      const cost = pairs.quality[pair] ?? 0;
      if (cost < limit || (cost === limit && room-- > 0)) chosen.add(pair);
    }
  };
  const all = Int32Array.from({ length: pairs.count }, (_, pair) => pair);
  meetings.forEach(({ maxObservers }, m) => cheapest(pairsOfMeeting(pairs, m), maxObservers + PER_MEETING));
  specialists.forEach((_, s) => {
    cheapest(all.subarray(pairs.startOfSpecialist[s], pairs.startOfSpecialist[s + 1]), PER_MEETING);
  });
  return chosen;
}
