import fc from 'fast-check';
import { leastByHighs, type LinearRow } from '../../../test/support/linear-programme.ts';
import { randomFrom } from '../../kernel/random.ts';
import { planSlots, type SlotMonth, type SlotPrices } from './slot-flow.ts';
import { solverRuns } from '../../../test/support/solver-runs.ts';

/** The drills raise it to thousands. */
const RUNS = solverRuns(150);

function startsOf(sizes: readonly number[]): Int32Array {
  const starts = [0];
  for (const size of sizes) starts.push((starts.at(-1) ?? 0) + size);
  return Int32Array.from(starts);
}

/** A month of a few people and meetings, each meeting in one of three slots. */
function aSlotMonth(seed: number, strict: boolean): SlotMonth {
  const random = randomFrom(seed);
  const [specialists, meetings, slots] = [1 + random.below(5), 1 + random.below(7), 3];
  const slotOf = Array.from({ length: meetings }, () => random.below(slots));
  const pairs = Array.from({ length: specialists * meetings }, (_, i) => i).filter(() => random.chance(60));
  const seats = slotOf.map(() => 1 + random.below(3));
  const steps = Array.from({ length: specialists }, () => random.below(4));
  const sorted = (sizes: readonly number[], most: number, direction: number): Float64Array =>
    Float64Array.from(
      sizes.flatMap((size) =>
        Array.from({ length: size }, () => random.below(most)).sort((a, b) => direction * (a - b)),
      ),
    );
  return {
    specialists,
    meetings,
    slots,
    pairSpecialist: Int32Array.from(pairs, (i) => Math.floor(i / meetings)),
    pairMeeting: Int32Array.from(pairs, (i) => i % meetings),
    pairCost: Float64Array.from(pairs, () => random.below(40) - 10),
    pairSlot: Int32Array.from(pairs, (i) => slotOf[i % meetings] ?? 0),
    seatStart: startsOf(seats),
    seatCost: sorted(seats, 60, -1),
    requiredSeats: Int32Array.from(seats, (size) => (strict && random.chance(30) ? random.below(size + 1) : 0)),
    stepStart: startsOf(steps),
    stepPrice: sorted(steps, 30, 1).map((price) => price - 10),
    minVisits: Int32Array.from(steps, (size) => (strict && random.chance(30) ? random.below(size + 1) : 0)),
  };
}

const owners = (starts: Int32Array): number[] =>
  [...starts.slice(1)].flatMap((end, owner) => new Array<number>(end - (starts[owner] ?? 0)).fill(owner));

/** Seats that may stay empty and steps that may stay unused, by their order within the owner. */
const free = (starts: Int32Array, demanded: Int32Array): boolean[] =>
  owners(starts).map((owner, at) => at - (starts[owner] ?? 0) >= (demanded[owner] ?? 0));

function byHighs(month: SlotMonth): Promise<number | null> {
  const { pairMeeting, pairSpecialist, pairSlot, pairCost, seatCost, stepPrice } = month;
  const [seatOf, stepOf] = [owners(month.seatStart), owners(month.stepStart)];
  const [firstSeat, firstStep] = [pairCost.length, pairCost.length + seatCost.length];
  const rows: LinearRow[] = [];
  const where = (list: Iterable<number>, owner: number, first: number, value: number): [number, number][] =>
    [...list].flatMap((other, at): [number, number][] => (other === owner ? [[first + at, value]] : []));
  for (let m = 0; m < month.meetings; m += 1) {
    const seats = where(seatOf, m, firstSeat, 1);
    rows.push({ lower: seats.length, upper: seats.length, terms: new Map([...where(pairMeeting, m, 0, 1), ...seats]) });
  }
  for (let s = 0; s < month.specialists; s += 1) {
    const mine = where(pairSpecialist, s, 0, 1);
    rows.push({ lower: 0, upper: 0, terms: new Map([...mine, ...where(stepOf, s, firstStep, -1)]) });
    for (let slot = 0; slot < month.slots; slot += 1) {
      const together = mine.filter(([pair]) => pairSlot[pair] === slot);
      if (together.length > 1) rows.push({ lower: -Infinity, upper: 1, terms: new Map(together) });
    }
  }
  return leastByHighs({
    costs: [...pairCost, ...seatCost, ...stepPrice],
    lower: [
      ...pairCost.map(() => 0),
      ...seatCost.map(() => 0),
      ...free(month.stepStart, month.minVisits).map((may) => (may ? 0 : 1)),
    ],
    upper: [
      ...pairCost.map(() => 1),
      ...free(month.seatStart, month.requiredSeats).map((may) => (may ? 1 : 0)),
      ...stepPrice.map(() => 1),
    ],
    rows,
  });
}

/**
 * What the prices alone prove: no plan costs less. Pairs have no upper bound of their own, so none may have a reduced
 * cost below 0.
 */
function boundOf(month: SlotMonth, prices: SlotPrices): number {
  const { pairMeeting, pairSpecialist, pairSlot, pairCost, seatCost, stepPrice } = month;
  pairCost.forEach((cost, pair) => {
    const [m, s] = [pairMeeting[pair] ?? 0, pairSpecialist[pair] ?? 0];
    const slot = prices.slot[s * month.slots + (pairSlot[pair] ?? 0)] ?? NaN;
    expect(slot).toBeLessThanOrEqual(0);
    expect(cost - (prices.meeting[m] ?? NaN) - (prices.specialist[s] ?? NaN) - slot).toBeGreaterThanOrEqual(0);
  });
  const [mayBeEmpty, mayBeLeft] = [free(month.seatStart, month.requiredSeats), free(month.stepStart, month.minVisits)];
  let bound = prices.slot.reduce((sum, price) => sum + price, 0);
  owners(month.seatStart).forEach((m, at) => {
    const price = prices.meeting[m] ?? 0;
    bound += mayBeEmpty[at] === true ? Math.min(price, seatCost[at] ?? 0) : price;
  });
  owners(month.stepStart).forEach((s, at) => {
    const reduced = (stepPrice[at] ?? 0) + (prices.specialist[s] ?? 0);
    bound += mayBeLeft[at] === true ? Math.min(0, reduced) : reduced;
  });
  return bound;
}

function expectPlan(month: SlotMonth, chosen: Uint8Array, objective: number): void {
  const { pairMeeting, pairSpecialist, pairSlot, pairCost } = month;
  const [visits, seats] = [new Int32Array(month.specialists), new Int32Array(month.meetings)];
  const taken = new Set<string>();
  let spent = 0;
  chosen.forEach((yes, pair) => {
    if (yes === 0) return;
    const [m, s] = [pairMeeting[pair] ?? 0, pairSpecialist[pair] ?? 0];
    const slot = `${s}/${pairSlot[pair] ?? 0}`;
    expect(taken.has(slot)).toBe(false);
    taken.add(slot);
    visits[s] = (visits[s] ?? 0) + 1;
    seats[m] = (seats[m] ?? 0) + 1;
    spent += pairCost[pair] ?? 0;
  });
  owners(month.seatStart).forEach((m, at) => {
    if (at - (month.seatStart[m] ?? 0) >= (seats[m] ?? 0)) spent += month.seatCost[at] ?? 0;
  });
  owners(month.stepStart).forEach((s, at) => {
    if (at - (month.stepStart[s] ?? 0) < (visits[s] ?? 0)) spent += month.stepPrice[at] ?? 0;
  });
  visits.forEach((count, s) => expect(count).toBeGreaterThanOrEqual(month.minVisits[s] ?? 0));
  seats.forEach((count, m) => expect(count).toBeGreaterThanOrEqual(month.requiredSeats[m] ?? 0));
  expect(spent).toBe(objective);
}

describe('a month of disjoint slots', () => {
  it.each([
    ['with seats and visits that must be', true],
    ['where all is free', false],
  ])('costs what HiGHS finds and its prices prove it, %s', async (_, strict) => {
    const infeasible: number[] = [];
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1_000_000 }), async (seed) => {
        const month = aSlotMonth(seed, strict);
        const plan = planSlots(month);
        const least = await byHighs(month);
        if (plan.kind === 'infeasible') {
          infeasible.push(seed);
          expect(least).toBeNull();
          expect(plan.specialists.length + plan.meetings.length).toBeGreaterThan(0);
          return;
        }
        expect(plan.objective).toBe(least);
        expectPlan(month, plan.chosen, plan.objective);
        expect(boundOf(month, plan.prices)).toBe(plan.objective);
      }),
      { numRuns: RUNS },
    );
    expect(infeasible.length > 0).toBe(strict);
  });

  it('leaves the cheaper seat empty where one person is free for two meetings at once', () => {
    const plan = planSlots({
      specialists: 1,
      meetings: 2,
      slots: 1,
      pairSpecialist: Int32Array.of(0, 0),
      pairMeeting: Int32Array.of(0, 1),
      pairCost: Float64Array.of(1, 1),
      pairSlot: Int32Array.of(0, 0),
      seatStart: Int32Array.of(0, 1, 2),
      seatCost: Float64Array.of(10, 20),
      requiredSeats: Int32Array.of(0, 0),
      stepStart: Int32Array.of(0, 2),
      stepPrice: Float64Array.of(0, 5),
      minVisits: Int32Array.of(0),
    });
    expect(plan).toMatchObject({ kind: 'optimal', objective: 11, chosen: Uint8Array.of(0, 1) });
  });

  it('refuses prices whose order would let a flow take the wrong ones', () => {
    const month = {
      ...aSlotMonth(1, false),
      meetings: 1,
      seatStart: Int32Array.of(0, 2),
      seatCost: Float64Array.of(1, 2),
    };
    const empty = { pairSpecialist: new Int32Array(), pairMeeting: new Int32Array(), pairSlot: new Int32Array() };
    const rising = { ...month, ...empty, pairCost: new Float64Array(), requiredSeats: Int32Array.of(0) };
    expect(() => planSlots(rising)).toThrow('seatCost[1]');
  });
});
