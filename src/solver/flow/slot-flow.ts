import { markCheapest } from './cheapest-arcs.ts';
import { ARC_AT_LOWER, ARC_BASIC, type FlowNetwork, type OptimalFlow } from './flow-network.ts';
import { NetworkSimplex } from './network-simplex.ts';

/**
 * A month in which each person's eligible meetings fall into slots: a person attends at most one meeting per slot, and
 * nothing else excludes anything. All numbers are whole; specialists, meetings and slots are numbered from 0.
 */
export interface SlotMonth {
  readonly specialists: number;
  readonly meetings: number;
  /** Number of slots of each person, used or not. */
  readonly slots: number;
  /** One entry per eligible pair. */
  readonly pairSpecialist: Int32Array;
  readonly pairMeeting: Int32Array;
  readonly pairCost: Float64Array;
  /** The pair's slot, among those of its person. */
  readonly pairSlot: Int32Array;
  /**
   * The seats of meeting `m` are those from `seatStart[m]` to before `seatStart[m + 1]`; the first `requiredSeats[m]`
   * of them must be filled.
   */
  readonly seatStart: Int32Array;
  /** Price of leaving the seat empty; never rises within a meeting. */
  readonly seatCost: Float64Array;
  readonly requiredSeats: Int32Array;
  /** Person `s` makes at most as many visits as there are steps from `stepStart[s]` to before `stepStart[s + 1]`. */
  readonly stepStart: Int32Array;
  /** Price of each further visit; never falls within a person. */
  readonly stepPrice: Float64Array;
  readonly minVisits: Int32Array;
}

export interface SlotPlan {
  readonly kind: 'optimal';
  /** 1 for the pairs that are sent. */
  readonly chosen: Uint8Array;
  /** Sum of pair costs, step prices and costs of empty seats. */
  readonly objective: number;
  readonly prices: SlotPrices;
  readonly basis: SlotBasis;
}

/** The final basis of the flow as `ARC_…` states: a basis of the programme of `SlotPrices`, or nearly one. */
export interface SlotBasis {
  readonly pairs: Uint8Array;
  /** Of the column "seat is filled", which is the reverse of "seat is empty". */
  readonly seats: Uint8Array;
  readonly steps: Uint8Array;
  /** Of the number of meetings in a slot; at the upper bound its row is tight. Basic where a slot needs no row. */
  readonly slots: Uint8Array;
  /** 1 where the row of a meeting, or of a person, is itself basic. */
  readonly looseMeetings: Uint8Array;
  readonly looseSpecialists: Uint8Array;
}

/**
 * Dual prices of the programme "Σ pairs of m + empty seats of m = seats of m; Σ pairs of s − steps of s = 0; Σ pairs of
 * s in a slot ≤ 1". The reduced cost of a pair is `cost − meeting − specialist − slot`: 0 for chosen pairs and at least
 * 0 for all others. That of an empty seat is `seatCost − meeting`, that of a step `stepPrice + specialist`.
 */
export interface SlotPrices {
  readonly meeting: Float64Array;
  readonly specialist: Float64Array;
  /** At most 0; the price of slot `k` of person `s` is at `s × slots + k`. */
  readonly slot: Float64Array;
}

/** Required seats of these meetings, or minimum visits of these people, that cannot all be satisfied together. */
export interface SlotShortage {
  readonly kind: 'infeasible';
  readonly specialists: Int32Array;
  readonly meetings: Int32Array;
}

const PROMISING_PER_MEETING = 8;

/**
 * The cheapest plan of such a month: a flow from a ground node through steps to specialists, their slots, meetings and
 * seats, and back to the ground. For a month with further rules the objective is a lower bound and the prices are a
 * start.
 * @throws RangeError for arrays that do not fit each other, seat costs that rise, step prices that fall, or numbers
 * that are not whole or too large.
 */
export function planSlots(month: SlotMonth): SlotPlan | SlotShortage {
  checkSlots(month);
  const { specialists, meetings, slots, pairSpecialist, pairMeeting, pairSlot } = month;
  const { network, firstPair, slotNode } = slotNetwork(month);
  const answer = new NetworkSimplex(network).solve();
  if (answer.kind === 'infeasible') {
    const reached = new Set(answer.cut.nodes);
    const side = !reached.has(GROUND);
    const among = (count: number, first: number): Int32Array =>
      Int32Array.from({ length: count }, (_, i) => i).filter((i) => reached.has(first + i) === side);
    return { kind: 'infeasible', specialists: among(specialists, 1), meetings: among(meetings, 1 + specialists) };
  }
  const { flow, potential, objective } = answer;
  const worth = (node: number): number => (potential[node] ?? 0) - (potential[GROUND] ?? 0);
  const prices: SlotPrices = {
    meeting: new Float64Array(meetings).map((_, m) => worth(1 + specialists + m)),
    specialist: new Float64Array(specialists).map((_, s) => 0 - worth(1 + s)),
    slot: new Float64Array(specialists * slots),
  };
  const chosen = new Uint8Array(pairMeeting.length);
  pairSpecialist.forEach((s, pair) => {
    chosen[pair] = flow[firstPair + pair] ?? 0;
    const slot = s * slots + (pairSlot[pair] ?? 0);
    // An unused slot may have a node price below that of its person; its row then has price 0. A slot of a single pair
    // has no node, and its price is what that pair gains.
    const node = slotNode[slot] ?? 0;
    const meeting = worth(1 + specialists + (pairMeeting[pair] ?? 0));
    const price = node === 0 ? (month.pairCost[pair] ?? 0) - meeting + worth(1 + s) : worth(1 + s) - worth(node);
    prices.slot[slot] = Math.min(0, price);
  });
  return {
    kind: 'optimal',
    chosen,
    objective: objective + month.seatCost.reduce((sum, cost) => sum + cost, 0),
    prices,
    basis: basisOf(month, answer, slotNode),
  };
}

/** The states of the arcs by what the arcs stand for; see `slotNetwork` for their order. */
function basisOf(month: SlotMonth, { states, arcUp }: OptimalFlow, slotNode: Int32Array): SlotBasis {
  const { specialists, meetings } = month;
  const steps = month.stepPrice.length;
  const slots = new Uint8Array(slotNode.length).fill(ARC_BASIC);
  const used = slotNode.reduce((count, node) => (node === 0 ? count : count + 1), 0);
  const firstPair = steps + used + month.seatCost.length;
  const pairs = states.slice(firstPair);
  let arc = steps;
  slotNode.forEach((node, slot) => {
    if (node === 0) return;
    const state = states[arc] ?? ARC_AT_LOWER;
    slots[slot] = state;
    arc += 1;
    // An empty slot has no row in the programme, so the arc that connects it to the tree must not be basic there.
    const up = (arcUp[node] ?? -1) - firstPair;
    if (state === ARC_AT_LOWER && up >= 0) pairs[up] = ARC_AT_LOWER;
  });
  const loose = arcUp.map((up) => (up < 0 ? 1 : 0));
  return {
    steps: states.slice(0, steps),
    slots,
    seats: states.slice(arc, firstPair),
    pairs,
    looseSpecialists: Uint8Array.from(loose.subarray(1, 1 + specialists)),
    looseMeetings: Uint8Array.from(loose.subarray(1 + specialists, 1 + specialists + meetings)),
  };
}

const GROUND = 0;

/** Nodes: the ground, specialists, meetings, slots in use. Arcs: steps, slots, seats, pairs. */
function slotNetwork(month: SlotMonth): { network: FlowNetwork; firstPair: number; slotNode: Int32Array } {
  const { specialists, meetings, slots, pairSpecialist, pairMeeting, pairSlot } = month;
  const slotNode = new Int32Array(specialists * slots);
  const slotAt = (pair: number): number => (pairSpecialist[pair] ?? 0) * slots + (pairSlot[pair] ?? 0);
  const size = new Int32Array(specialists * slots);
  for (let pair = 0; pair < pairMeeting.length; pair += 1) size[slotAt(pair)] = (size[slotAt(pair)] ?? 0) + 1;
  let nodes = 1 + specialists + meetings;
  size.forEach((pairs, slot) => {
    // A slot of one pair needs no node: the capacity of that pair says the same.
    if (pairs < 2) return;
    slotNode[slot] = nodes;
    nodes += 1;
  });
  const usedSlots = nodes - 1 - specialists - meetings;
  const firstPair = month.stepPrice.length + usedSlots + month.seatCost.length;
  const arcs = firstPair + pairMeeting.length;
  const from = new Int32Array(arcs);
  const to = new Int32Array(arcs);
  const lower = new Float64Array(arcs);
  const cost = new Float64Array(arcs);
  let arc = 0;
  const add = (tail: number, head: number, least: number, price: number): void => {
    from[arc] = tail;
    to[arc] = head;
    lower[arc] = least;
    cost[arc] = price;
    arc += 1;
  };
  eachPart(month.stepStart, (s, step, at) => {
    add(GROUND, 1 + s, step < (month.minVisits[s] ?? 0) ? 1 : 0, month.stepPrice[at] ?? 0);
  });
  slotNode.forEach((node, slot) => {
    if (node !== 0) add(1 + Math.floor(slot / slots), node, 0, 0);
  });
  eachPart(month.seatStart, (m, seat, at) => {
    add(1 + specialists + m, GROUND, seat < (month.requiredSeats[m] ?? 0) ? 1 : 0, 0 - (month.seatCost[at] ?? 0));
  });
  // A pair in a slot is bounded by the slot alone, so that the slot's price holds all of it.
  const upper = new Float64Array(arcs).fill(1);
  pairMeeting.forEach((m, pair) => {
    const slot = slotNode[slotAt(pair)] ?? 0;
    if (slot !== 0) upper[arc] = 2;
    add(slot === 0 ? 1 + (pairSpecialist[pair] ?? 0) : slot, 1 + specialists + m, 0, month.pairCost[pair] ?? 0);
  });
  const promising = new Uint8Array(arcs).fill(1, 0, firstPair);
  markCheapest(promising.subarray(firstPair), pairMeeting, month.pairCost, meetings, PROMISING_PER_MEETING);
  const supply = new Float64Array(nodes);
  return { network: { nodes, from, to, lower, upper, cost, supply, promising }, firstPair, slotNode };
}

/** Calls `visit` for each part with its owner, its number within the owner, and its position in the array. */
function eachPart(starts: Int32Array, visit: (owner: number, number: number, at: number) => void): void {
  for (let owner = 0; owner + 1 < starts.length; owner += 1) {
    const start = starts[owner] ?? 0;
    for (let at = start; at < (starts[owner + 1] ?? 0); at += 1) visit(owner, at - start, at);
  }
}

function checkSlots(month: SlotMonth): void {
  const { specialists, meetings, slots, pairSpecialist, pairMeeting, pairCost, pairSlot } = month;
  const pairs = pairMeeting.length;
  const sized = (array: { readonly length: number }, length: number, name: string): void => {
    if (array.length !== length) throw new RangeError(`${name}: not ${length} long`);
  };
  sized(pairSpecialist, pairs, 'pairSpecialist');
  sized(pairCost, pairs, 'pairCost');
  sized(pairSlot, pairs, 'pairSlot');
  sized(month.seatStart, meetings + 1, 'seatStart');
  sized(month.requiredSeats, meetings, 'requiredSeats');
  sized(month.stepStart, specialists + 1, 'stepStart');
  sized(month.minVisits, specialists, 'minVisits');
  const below = (array: Int32Array, limit: number, name: string): void => {
    const wrong = array.findIndex((number) => number < 0 || number >= limit);
    if (wrong >= 0) throw new RangeError(`${name}[${wrong}]`);
  };
  below(pairSpecialist, specialists, 'pairSpecialist');
  below(pairMeeting, meetings, 'pairMeeting');
  below(pairSlot, slots, 'pairSlot');
  checkParts(month.seatStart, month.seatCost, month.requiredSeats, -1, 'seatCost');
  checkParts(month.stepStart, month.stepPrice, month.minVisits, 1, 'stepPrice');
}

/**
 * Checks that parts cover their array, are no fewer than demanded, and have prices in monotone order; otherwise the
 * flow would take the wrong ones.
 */
function checkParts(
  starts: Int32Array,
  prices: Float64Array,
  demanded: Int32Array,
  direction: 1 | -1,
  name: string,
): void {
  if (starts[0] !== 0 || starts.at(-1) !== prices.length) throw new RangeError(`${name}: starts do not cover it`);
  demanded.forEach((least, owner) => {
    const parts = (starts[owner + 1] ?? 0) - (starts[owner] ?? 0);
    if (parts < 0 || least < 0 || least > parts) throw new RangeError(`${name}: part ${owner}`);
  });
  eachPart(starts, (_, number, at) => {
    if (number > 0 && direction * ((prices[at] ?? 0) - (prices[at - 1] ?? 0)) < 0) {
      throw new RangeError(`${name}[${at}]: out of order`);
    }
  });
}
