/**
 * Marks the `count` cheapest arcs of each node, for `FlowNetwork.promising`: `node` and `cost` have one entry per arc,
 * nodes are numbered below `nodes`. Of equal arcs the first is taken. Sets entries of `marks` to 1.
 */
export function markCheapest(
  marks: Uint8Array,
  node: ArrayLike<number>,
  cost: ArrayLike<number>,
  nodes: number,
  count: number,
): void {
  const best = new Int32Array(nodes * count).fill(-1);
  for (let arc = 0; arc < node.length; arc += 1) {
    const start = (node[arc] as number) * count;
    const price = cost[arc] as number;
    let at = start + count - 1;
    const worst = best[at] as number;
    if (worst >= 0 && (cost[worst] as number) <= price) continue;
    for (; at > start; at -= 1) {
      const above = best[at - 1] as number;
      if (above >= 0 && (cost[above] as number) <= price) break;
      best[at] = above;
    }
    best[at] = arc;
  }
  for (const arc of best) if (arc >= 0) marks[arc] = 1;
}
