import {
  ARC_AT_LOWER,
  ARC_AT_UPPER,
  ARC_BASIC,
  checkCosts,
  checkNetwork,
  type FlowAnswer,
  type FlowNetwork,
  priceOfShortage,
} from './flow-network.ts';
import { SpanningTree } from './spanning-tree.ts';
import { violatedCut } from './violated-cut.ts';

/** States of an arc; the sign is that of the reduced cost with which it stays where it is. */
const AT_LOWER = 1;
const AT_UPPER = -1;
/** In the tree, or fixed. */
const SETTLED = 0;

/**
 * Minimum-cost flow by the primal network simplex method, exact in whole numbers: Ahuja, Magnanti, Orlin, "Network
 * Flows" (1993), chapter 11; block search for entering arcs after Kovács, "Minimum-cost flow algorithms: an
 * experimental evaluation" (2015) and Király, Kovács (2012).
 * The tree starts with one artificial arc per node to a root and stays strongly feasible (Cunningham 1976): each tree
 * arc can carry another unit towards the root, so no sequence of degenerate pivots returns to an earlier tree. An
 * artificial arc with a price carries flow only where supply cannot leave. Equal networks give equal answers on every
 * machine.
 * The object keeps its last tree; `reprice` and `refine` continue from it.
 */
export class NetworkSimplex {
  private readonly root: number;
  private readonly arcs: number;
  /** The network's arc at each place in these arrays; promising arcs come first. */
  private readonly order: Int32Array;
  /** Arcs before this place take part; the others are let in once they could reduce the cost. */
  private active: number;
  /** By place; the artificial arc of node `n` is at `arcs + n`. Flows are counted from the lower bound. */
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly capacity: Float64Array;
  private readonly cost: Float64Array;
  private readonly flow: Float64Array;
  private readonly state: Int8Array;
  private readonly tree: SpanningTree;
  private scanned = 0;
  private answer: FlowAnswer | null = null;

  /** @throws RangeError where the network is malformed or its numbers are too large to stay exact. */
  constructor(private readonly network: FlowNetwork) {
    checkNetwork(network);
    const { nodes, lower, upper, supply } = network;
    this.root = nodes;
    this.arcs = network.from.length;
    const { order, promising } = promisingFirst(this.arcs, network.promising);
    this.order = order;
    this.active = promising === 0 ? this.arcs : promising;
    this.from = new Int32Array(this.arcs + nodes);
    this.to = new Int32Array(this.arcs + nodes);
    this.cost = new Float64Array(this.arcs + nodes);
    this.capacity = new Float64Array(this.arcs + nodes);
    this.flow = new Float64Array(this.arcs + nodes);
    this.state = new Int8Array(this.arcs + nodes);
    const left = supply.slice();
    for (let place = 0; place < this.arcs; place += 1) {
      const arc = order[place] as number;
      const tail = network.from[arc] as number;
      const head = network.to[arc] as number;
      const least = lower[arc] as number;
      this.from[place] = tail;
      this.to[place] = head;
      this.cost[place] = network.cost[arc] as number;
      this.capacity[place] = (upper[arc] as number) - least;
      this.state[place] = upper[arc] === least ? SETTLED : AT_LOWER;
      left[tail] = (left[tail] as number) - least;
      left[head] = (left[head] as number) + least;
    }
    this.tree = new SpanningTree(nodes, this.from, this.to);
    const shortage = priceOfShortage(
      nodes,
      network.cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0),
    );
    for (let node = 0; node < nodes; node += 1) {
      const arc = this.arcs + node;
      const amount = left[node] as number;
      const short = amount < 0;
      this.from[arc] = short ? this.root : node;
      this.to[arc] = short ? node : this.root;
      this.cost[arc] = short ? shortage : 0;
      this.capacity[arc] = Infinity;
      this.flow[arc] = Math.abs(amount);
      this.tree.hang(node, this.root, arc);
    }
    this.tree.price(this.cost);
  }

  /** Pivots so far. */
  pivots = 0;

  /** The cheapest flow, or a set of nodes whose supply cannot leave. */
  solve(): FlowAnswer {
    this.answer ??= this.search();
    return this.answer;
  }

  /**
   * Solves the same network with other costs from the current tree; fast where few prices change.
   * @param cost one whole number per arc.
   * @throws RangeError for costs that are not whole or too large.
   */
  reprice(cost: Float64Array): FlowAnswer {
    checkCosts(this.network, cost);
    if (this.solve().kind === 'infeasible') return this.solve();
    for (let place = 0; place < this.arcs; place += 1) this.cost[place] = cost[this.order[place] as number] as number;
    this.tree.price(this.cost);
    this.answer = this.search();
    return this.answer;
  }

  /**
   * Among all flows that are optimal so far, the cheapest by another cost: applied tier by tier it gives a
   * lexicographic optimum without large weights. An arc whose reduced cost is not zero is fixed from now on, since all
   * optimal flows agree on it; the potentials of the answer prove its optimality among those flows.
   * @throws RangeError for costs that are not whole or too large.
   */
  refine(cost: Float64Array): FlowAnswer {
    if (this.solve().kind === 'optimal') {
      for (let arc = 0; arc < this.arcs; arc += 1) if (this.reducedCost(arc) !== 0) this.state[arc] = SETTLED;
    }
    return this.reprice(cost);
  }

  private search(): FlowAnswer {
    for (;;) {
      this.scanned = 0;
      for (let arc = this.entering(this.active); arc >= 0; arc = this.entering(this.active)) this.pivot(arc);
      if (!this.widen()) break;
    }
    const { nodes, lower } = this.network;
    const flow = new Float64Array(this.arcs);
    let objective = 0;
    for (let place = 0; place < this.arcs; place += 1) {
      const arc = this.order[place] as number;
      const units = (this.flow[place] as number) + (lower[arc] as number);
      flow[arc] = units;
      objective += (this.cost[place] as number) * units;
    }
    const stuck: number[] = [];
    for (let node = 0; node < nodes; node += 1) {
      const arc = this.arcs + node;
      if (this.from[arc] === node && (this.flow[arc] as number) > 0) stuck.push(node);
    }
    if (stuck.length > 0) return { kind: 'infeasible', cut: violatedCut(this.network, flow, stuck) };
    return { kind: 'optimal', flow, potential: this.tree.potential.slice(0, nodes), objective, ...this.basis() };
  }

  /**
   * Lets in arcs that have not taken part so far and would reduce the cost, the best ones per node that they lead to:
   * far fewer pivots than with all arcs from the start. False where there are none.
   */
  private widen(): boolean {
    const { nodes } = this.network;
    const best = new Int32Array(nodes * AT_ONCE).fill(NONE);
    const gain = new Float64Array(nodes * AT_ONCE);
    for (let arc = this.active; arc < this.arcs; arc += 1) {
      const excess = (this.state[arc] as number) * this.reducedCost(arc);
      const first = (this.to[arc] as number) * AT_ONCE;
      let place = first + AT_ONCE - 1;
      if (excess >= (gain[place] as number)) continue;
      for (; place > first && excess < (gain[place - 1] as number); place -= 1) {
        best[place] = best[place - 1] as number;
        gain[place] = gain[place - 1] as number;
      }
      best[place] = arc;
      gain[place] = excess;
    }
    const before = this.active;
    // In rising order, so that no arc has moved before its turn.
    for (const arc of best.filter((found) => found !== NONE).sort()) {
      this.swap(arc, this.active);
      this.active += 1;
    }
    return this.active > before;
  }

  /** Exchanges two arcs that are not in the tree. */
  private swap(a: number, b: number): void {
    for (const column of [this.from, this.to, this.capacity, this.cost, this.flow, this.state, this.order]) {
      const kept = column[a] as number;
      column[a] = column[b] as number;
      column[b] = kept;
    }
  }

  private basis(): { states: Uint8Array; arcUp: Int32Array } {
    const states = new Uint8Array(this.arcs).fill(ARC_AT_LOWER);
    for (let place = 0; place < this.arcs; place += 1) {
      if ((this.flow[place] as number) > 0) states[this.order[place] as number] = ARC_AT_UPPER;
    }
    const arcUp = this.tree.arcUp.slice(0, this.network.nodes).map((place) => {
      if (place >= this.arcs) return NONE;
      const arc = this.order[place] as number;
      states[arc] = ARC_BASIC;
      return arc;
    });
    return { states, arcUp };
  }

  private reducedCost(arc: number): number {
    const { potential } = this.tree;
    return (
      (this.cost[arc] as number) +
      (potential[this.from[arc] as number] as number) -
      (potential[this.to[arc] as number] as number)
    );
  }

  /**
   * The arc that violates optimality most in the first block that has one, searched cyclically; −1 where all arcs below
   * `limit` are in place.
   */
  private entering(limit: number): number {
    const { from, to, cost, state } = this;
    const { potential } = this.tree;
    const block = Math.max(10, Math.ceil(Math.sqrt(limit)));
    let worst = 0;
    let found = -1;
    let arc = this.scanned;
    let rest = block;
    for (let count = 0; count < limit; count += 1) {
      if (arc >= limit) arc = 0;
      const excess =
        (state[arc] as number) *
        ((cost[arc] as number) + (potential[from[arc] as number] as number) - (potential[to[arc] as number] as number));
      if (excess < worst) {
        worst = excess;
        found = arc;
      }
      arc += 1;
      rest -= 1;
      if (rest === 0) {
        if (found >= 0) break;
        rest = block;
      }
    }
    this.scanned = arc;
    return found;
  }

  /**
   * Sends as much flow as fits around the cycle that the arc closes. Of several blocking arcs the last one in the
   * direction of the flow, from the top of the cycle, leaves: that keeps the tree strongly feasible.
   */
  private pivot(entering: number): void {
    const { flow, capacity, state } = this;
    const { parent, arcUp } = this.tree;
    const forward = state[entering] === AT_LOWER;
    const tail = (forward ? this.from[entering] : this.to[entering]) as number;
    const head = (forward ? this.to[entering] : this.from[entering]) as number;
    const top = this.tree.meetingPoint(tail, head);
    let amount = capacity[entering] as number;
    let leaving = -1;
    let fromTailSide = false;
    for (let node = tail; node !== top; node = parent[node] as number) {
      const arc = arcUp[node] as number;
      const room = this.from[arc] === node ? (flow[arc] as number) : (capacity[arc] as number) - (flow[arc] as number);
      if (room >= amount) continue;
      amount = room;
      leaving = node;
      fromTailSide = true;
    }
    for (let node = head; node !== top; node = parent[node] as number) {
      const arc = arcUp[node] as number;
      const room = this.from[arc] === node ? (capacity[arc] as number) - (flow[arc] as number) : (flow[arc] as number);
      if (room > amount) continue;
      amount = room;
      leaving = node;
      fromTailSide = false;
    }
    this.pivots += 1;
    if (amount > 0) this.push(entering, forward ? amount : -amount, tail, head, top, amount);
    if (leaving < 0) {
      state[entering] = forward ? AT_UPPER : AT_LOWER;
      return;
    }
    const gone = arcUp[leaving] as number;
    state[entering] = SETTLED;
    if (gone < this.arcs) state[gone] = (flow[gone] as number) === 0 ? AT_LOWER : AT_UPPER;
    const [below, above] = fromTailSide ? [tail, head] : [head, tail];
    const { potential } = this.tree;
    const cost = this.cost[entering] as number;
    const worth = (potential[above] as number) + (this.from[entering] === above ? cost : -cost);
    this.tree.replace(leaving, below, above, entering, worth - (potential[below] as number));
  }

  private push(entering: number, signed: number, tail: number, head: number, top: number, amount: number): void {
    const { flow, from } = this;
    const { parent, arcUp } = this.tree;
    flow[entering] = (flow[entering] as number) + signed;
    for (let node = tail; node !== top; node = parent[node] as number) {
      const arc = arcUp[node] as number;
      flow[arc] = (flow[arc] as number) + (from[arc] === node ? -amount : amount);
    }
    for (let node = head; node !== top; node = parent[node] as number) {
      const arc = arcUp[node] as number;
      flow[arc] = (flow[arc] as number) + (from[arc] === node ? amount : -amount);
    }
  }
}

/** Arcs of one node mostly lie together; a block with arcs of many nodes offers better ones (Kovács). */
const STRIDE = 97;
/** How many arcs one node lets in at once. */
const AT_ONCE = 8;
const NONE = -1;

function promisingFirst(arcs: number, marks: Uint8Array | undefined): { order: Int32Array; promising: number } {
  const order = new Int32Array(arcs);
  let place = 0;
  for (const wanted of [1, 0]) {
    for (let first = 0; first < STRIDE; first += 1) {
      for (let arc = first; arc < arcs; arc += STRIDE) {
        if ((marks?.[arc] ?? 0) !== wanted) continue;
        order[place] = arc;
        place += 1;
      }
    }
  }
  return { order, promising: marks?.reduce((sum, mark) => sum + mark, 0) ?? 0 };
}
