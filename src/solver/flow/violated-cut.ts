import type { FlowNetwork } from './flow-network.ts';

/** Nodes whose supply cannot leave: `supply` exceeds `capacity`, so no flow satisfies the network. */
export interface ViolatedCut {
  /** Ascending. */
  readonly nodes: Int32Array;
  /** Sum of their supplies. */
  readonly supply: number;
  /** The most that arcs out of the set can carry, less the least that arcs into it must carry. */
  readonly capacity: number;
}

/**
 * The violated cut for a flow that keeps all bounds and moves as much supply as possible but leaves some at the nodes
 * of `stuck`: all nodes that a further unit from there could still reach (Ford and Fulkerson). `flow` has one entry per
 * arc of `network`.
 */
export function violatedCut(network: FlowNetwork, flow: Float64Array, stuck: readonly number[]): ViolatedCut {
  const { nodes, from, to, lower, upper, supply } = network;
  const { starts, arcs } = arcsOfNodes(network);
  const inside = new Uint8Array(nodes);
  const queue = [...stuck];
  for (const node of stuck) inside[node] = 1;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) {
      const arc = arcs[at] ?? 0;
      const units = flow[arc] ?? 0;
      const outward: boolean = from[arc] === node;
      const open = outward ? units < (upper[arc] ?? 0) : units > (lower[arc] ?? 0);
      const next: number = (outward ? to[arc] : from[arc]) ?? 0;
      if (!open || inside[next] === 1) continue;
      inside[next] = 1;
      queue.push(next);
    }
  }
  let capacity = 0;
  from.forEach((source, arc) => {
    const [leaves, enters] = [inside[source] === 1, inside[to[arc] ?? 0] === 1];
    if (leaves && !enters) capacity += upper[arc] ?? 0;
    if (enters && !leaves) capacity -= lower[arc] ?? 0;
  });
  const set = Int32Array.from(inside.keys()).filter((node) => inside[node] === 1);
  return { nodes: set, supply: set.reduce((sum, node) => sum + (supply[node] ?? 0), 0), capacity };
}

/** The arcs that touch each node, one list after the other. */
function arcsOfNodes({ nodes, from, to }: FlowNetwork): { starts: Int32Array; arcs: Int32Array } {
  const starts = new Int32Array(nodes + 1);
  for (const ends of [from, to]) for (const node of ends) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const free = starts.slice();
  const arcs = new Int32Array(2 * from.length);
  for (const ends of [from, to]) {
    ends.forEach((node, arc) => {
      const at = free[node] ?? 0;
      arcs[at] = arc;
      free[node] = at + 1;
    });
  }
  return { starts, arcs };
}
