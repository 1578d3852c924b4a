import type { SlotMonth } from '../flow/slot-flow.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { Layout } from '../relaxation/layout.ts';
import { pairCost, seatCost, visitCost, type Weights } from '../relaxation/weights.ts';

/**
 * The month reduced to what a flow can express: of the exclusions only the slots, and neither team rules nor quotas.
 * Where a month has none of those, the flow solves it exactly.
 * @param slotOf see `slotsOf`.
 */
export function slotMonth(model: MonthModel, layout: Layout, slotOf: Int32Array, weights: Weights): SlotMonth {
  const { pairs, meetings, specialists } = model;
  const seatCosts = new Float64Array(layout.seats);
  meetings.forEach((_, m) => {
    const start = layout.seatStart[m] ?? 0;
    for (let seat = start; seat < (layout.seatStart[m + 1] ?? 0); seat += 1) {
      seatCosts[seat] = seatCost(model, weights, m, seat - start);
    }
  });
  const stepPrices = new Float64Array(layout.steps);
  specialists.forEach((_, s) => {
    const start = layout.stepStart[s] ?? 0;
    for (let step = start; step < (layout.stepStart[s + 1] ?? 0); step += 1) {
      stepPrices[step] = visitCost(model, weights, s, step - start);
    }
  });
  const costs = pairs.quality.map((_, pair) => pairCost(model, weights, pair));
  // A discount on demanded pairs and surcharge on forbidden ones, so large that a flow hardly ever decides
  // otherwise, and still far from the limit of a double.
  const demanded = 8 * Math.max(largest(seatCosts), largest(stepPrices), largest(costs)) + 1;
  return {
    specialists: specialists.length,
    meetings: meetings.length,
    slots: slotOf.reduce((most, slot) => Math.max(most, slot + 1), 0),
    pairSpecialist: pairs.specialist,
    pairMeeting: pairs.meeting,
    pairCost: costs.map((cost, pair) => {
      if (pairs.must[pair] === 1) return -demanded;
      return pairs.mustNot[pair] === 1 ? demanded : cost;
    }),
    pairSlot: pairs.meeting.map((m) => slotOf[m] ?? 0),
    seatStart: layout.seatStart,
    seatCost: seatCosts,
    requiredSeats: Int32Array.from(meetings, ({ mandatory, minObservers }) => (mandatory ? minObservers : 0)),
    stepStart: layout.stepStart,
    stepPrice: stepPrices,
    minVisits: Int32Array.from(specialists, ({ minVisits }) => minVisits),
  };
}

function largest(numbers: Float64Array): number {
  return numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
}
