import fc from 'fast-check';
import { leastByHighs } from '../../../test/support/linear-programme.ts';
import type { FlowNetwork, OptimalFlow } from './flow-network.ts';
import { NetworkSimplex } from './network-simplex.ts';
import { solverRuns } from '../../../test/support/solver-runs.ts';

/** The drills raise it to thousands. */
const RUNS = solverRuns(200);

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly lower: number;
  readonly room: number;
  readonly cost: number;
  readonly promising: number;
}

function networkOf(supply: readonly number[], arcs: readonly Arc[]): FlowNetwork {
  return {
    nodes: supply.length,
    from: Int32Array.from(arcs, ({ from }) => from),
    to: Int32Array.from(arcs, ({ to }) => to),
    lower: Float64Array.from(arcs, ({ lower }) => lower),
    upper: Float64Array.from(arcs, ({ lower, room }) => lower + room),
    cost: Float64Array.from(arcs, ({ cost }) => cost),
    supply: Float64Array.from(supply),
    promising: Uint8Array.from(arcs, ({ promising }) => promising),
  };
}

/** Few nodes and small numbers, so that loops, parallel arcs, ties, zero capacities and shortages are common. */
const networks = fc.integer({ min: 1, max: 7 }).chain((nodes) => {
  const node = fc.nat({ max: nodes - 1 });
  const arc = fc.record({
    from: node,
    to: node,
    lower: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -2, max: 2 })),
    room: fc.oneof(fc.nat({ max: 3 }), fc.constant(50)),
    cost: fc.integer({ min: -6, max: 12 }),
    promising: fc.nat({ max: 1 }),
  });
  const supplies = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: nodes - 1, maxLength: nodes - 1 });
  return fc.record({
    supply: supplies.map((amounts) => [...amounts, 0 - amounts.reduce((sum, amount) => sum + amount, 0)]),
    arcs: fc.array(arc, { maxLength: 24 }),
  });
});

function byHighs({ nodes, from, to, lower, upper, cost, supply }: FlowNetwork): Promise<number | null> {
  const terms = Array.from({ length: nodes }, () => new Map<number, number>());
  from.forEach((tail, arc) => {
    const head = to[arc] ?? 0;
    if (tail === head) return;
    terms[tail]?.set(arc, 1);
    terms[head]?.set(arc, -1);
  });
  return leastByHighs({
    // HiGHS accepts no programme without a column.
    costs: [...cost, 0],
    lower: [...lower, 0],
    upper: [...upper, 0],
    rows: terms.map((row, node) => ({ lower: supply[node] ?? 0, upper: supply[node] ?? 0, terms: row })),
  });
}

/** Checks flow conservation, bounds and complementary slackness of the potentials, all exactly. */
function expectProof(network: FlowNetwork, { flow, potential, objective }: OptimalFlow, cost = network.cost): void {
  const left = network.supply.slice();
  let spent = 0;
  flow.forEach((units, arc) => {
    const [tail, head] = [network.from[arc] ?? 0, network.to[arc] ?? 0];
    const [least, most] = [network.lower[arc] ?? 0, network.upper[arc] ?? 0];
    left[tail] = (left[tail] ?? 0) - units;
    left[head] = (left[head] ?? 0) + units;
    spent += (cost[arc] ?? 0) * units;
    const reduced = (cost[arc] ?? 0) + (potential[tail] ?? 0) - (potential[head] ?? 0);
    expect(units).toBeGreaterThanOrEqual(reduced < 0 ? most : least);
    expect(units).toBeLessThanOrEqual(reduced > 0 ? least : most);
  });
  expect(left.every((amount) => amount === 0)).toBe(true);
  expect(spent).toBe(objective);
  const highest = cost.reduce((most, price) => Math.max(most, Math.abs(price)), 0);
  for (const worth of potential) {
    expect(Number.isInteger(worth)).toBe(true);
    expect(Math.abs(worth)).toBeLessThanOrEqual(network.nodes * highest);
  }
}

function expectViolated({ from, to, lower, upper, supply }: FlowNetwork, nodes: Int32Array): void {
  const inside = new Set(nodes);
  let surplus = 0;
  for (const node of inside) surplus += supply[node] ?? 0;
  from.forEach((tail, arc) => {
    const head = to[arc] ?? 0;
    if (inside.has(tail) && !inside.has(head)) surplus -= upper[arc] ?? 0;
    if (inside.has(head) && !inside.has(tail)) surplus += lower[arc] ?? 0;
  });
  expect(surplus).toBeGreaterThan(0);
}

describe('network simplex', () => {
  it('costs what HiGHS finds and proves it, or names a cut that no flow gets through', async () => {
    let infeasible = 0;
    await fc.assert(
      fc.asyncProperty(networks, async ({ supply, arcs }) => {
        const network = networkOf(supply, arcs);
        const answer = new NetworkSimplex(network).solve();
        const least = await byHighs(network);
        if (answer.kind === 'infeasible') {
          infeasible += 1;
          expect(least).toBeNull();
          expectViolated(network, answer.cut.nodes);
          expect(answer.cut.supply).toBeGreaterThan(answer.cut.capacity);
        } else {
          expect(answer.objective).toBe(least);
          expectProof(network, answer);
        }
      }),
      { numRuns: RUNS },
    );
    expect(infeasible).toBeGreaterThan(RUNS / 20);
    expect(infeasible).toBeLessThan(RUNS * 0.95);
  });

  const circulations = networks.map(({ supply, arcs }) => ({
    supply: supply.map(() => 0),
    arcs: arcs.map((arc) => ({ ...arc, lower: 0 })),
  }));
  const otherCosts = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 24, maxLength: 24 });

  it('finds gains around cycles, and goes on from there when prices change', async () => {
    await fc.assert(
      fc.asyncProperty(circulations, otherCosts, async ({ supply, arcs }, prices) => {
        const network = networkOf(supply, arcs);
        const simplex = new NetworkSimplex(network);
        const first = simplex.solve();
        const cost = Float64Array.from(arcs, (_, arc) => prices[arc] ?? 0);
        const second = simplex.reprice(cost);
        if (first.kind === 'infeasible' || second.kind === 'infeasible')
          throw new Error('a circulation can stand still');
        expectProof(network, first);
        expectProof(network, second, cost);
        expect(first.objective).toBe(await byHighs(network));
        expect(second.objective).toBe(await byHighs({ ...network, cost }));
      }),
      { numRuns: RUNS },
    );
  });

  it('refines by a second cost as one large weight on the first would', () => {
    fc.assert(
      fc.property(networks, otherCosts, ({ supply, arcs }, prices) => {
        const network = networkOf(supply, arcs);
        const simplex = new NetworkSimplex(network);
        const first = simplex.solve();
        const then = Float64Array.from(arcs, (_, arc) => prices[arc] ?? 0);
        const refined = simplex.refine(then);
        const weight = 1_000_000;
        const folded = new NetworkSimplex({
          ...network,
          cost: network.cost.map((cost, arc) => weight * cost + (then[arc] ?? 0)),
        }).solve();
        expect(refined.kind).toBe(folded.kind);
        if (first.kind === 'infeasible' || refined.kind === 'infeasible' || folded.kind === 'infeasible') return;
        const kept = refined.flow.reduce((sum, units, arc) => sum + units * (network.cost[arc] ?? 0), 0);
        expect(kept).toBe(first.objective);
        expect(weight * kept + refined.objective).toBe(folded.objective);
      }),
      { numRuns: 3 * RUNS },
    );
  });

  it('sends twelve people to their cheapest branches while one of them fills up', () => {
    const people = Array.from({ length: 12 }, (_, person) => person);
    const [near, far, ground] = [12, 13, 14];
    const network = networkOf(
      [...people.map(() => 1), 0, 0, -12],
      [
        ...people.flatMap((person) => [
          { from: person, to: near, lower: 0, room: 1, cost: person, promising: 0 },
          { from: person, to: far, lower: 0, room: 1, cost: 10 * person, promising: 0 },
        ]),
        { from: near, to: ground, lower: 1, room: 6, cost: 0, promising: 0 },
        { from: far, to: ground, lower: 1, room: 6, cost: 0, promising: 0 },
      ],
    );
    // The five units with the smallest difference, 0 to 4, take the long way: 10 × 10; the others pay 5 + … + 11.
    expect(new NetworkSimplex(network).solve()).toMatchObject({ kind: 'optimal', objective: 100 + 56 });
  });

  it.each<[string, Partial<FlowNetwork>]>([
    ['cost[0]', { cost: Float64Array.of(0.5) }],
    ['cost: too large', { cost: Float64Array.of(2 ** 52) }],
    ['upper[0]', { upper: Float64Array.of(-1) }],
    ['upper[0]', { upper: Float64Array.of(Infinity) }],
    ['to[0]', { to: Int32Array.of(2) }],
    ['supply: does not sum', { supply: Float64Array.of(1, 0) }],
    ['arcs: from, to', { from: Int32Array.of(0, 1) }],
  ])('refuses at the border: %s', (message, change) => {
    const fine = networkOf([1, -1], [{ from: 0, to: 1, lower: 0, room: 1, cost: 1, promising: 0 }]);
    expect(() => new NetworkSimplex({ ...fine, ...change })).toThrow(RangeError);
    expect(() => new NetworkSimplex({ ...fine, ...change })).toThrow(message);
  });
});
