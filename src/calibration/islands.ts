import { at } from './algebra/dense-cholesky.ts';
import type { Ratings } from './ratings.ts';

/** Observers and branches that forms connect; between two islands nothing says who is the more severe. */
export interface Island {
  readonly observers: readonly string[];
  readonly branches: readonly string[];
  readonly forms: number;
}

/** Observers who are connected with the rest by one observer's forms of one branch alone. */
export interface WeakLink {
  readonly observer: string;
  readonly branch: string;
  /** The side with fewer observers. */
  readonly apart: readonly string[];
}

export interface Connections {
  /** The island with most forms first. */
  readonly islands: readonly Island[];
  /** By observer: the position of their island. */
  readonly islandOf: Int32Array;
  /** Whoever hangs together by less first; those that set nobody apart are left out. */
  readonly weakLinks: readonly WeakLink[];
}

/** Looks at the graph of observers and branches: its components, and the edges that alone hold it together (Tarjan 1974). */
export function connectionsOf({ observers, branches, observerOf, branchOf, forms }: Ratings): Connections {
  const people = observers.length;
  const graph = graphOf(people, branches.length, observerOf, branchOf);
  const { component, cuts } = walk(graph, people);
  const count = component.reduce((most, part) => Math.max(most, part), -1) + 1;
  const parts = Array.from({ length: count }, () => ({
    observers: [] as string[],
    branches: [] as string[],
    forms: 0,
  }));
  component.forEach((part, node) => {
    if (node < people) parts[part]?.observers.push(observers[node] ?? '');
    else parts[part]?.branches.push(branches[node - people] ?? '');
  });
  for (let f = 0; f < forms; f += 1) {
    const part = parts[at(component, at(observerOf, f))];
    if (part !== undefined) part.forms += 1;
  }
  const order = parts.map((_, i) => i).sort((a, b) => (parts[b]?.forms ?? 0) - (parts[a]?.forms ?? 0) || a - b);
  const rank = new Int32Array(count);
  order.forEach((part, i) => (rank[part] = i));
  const weakLinks = cuts
    .map(({ observer, branch, apart }) => ({
      observer: observers[observer] ?? '',
      branch: branches[branch - people] ?? '',
      apart: apart.map((one) => observers[one] ?? ''),
    }))
    .sort((a, b) => b.apart.length - a.apart.length);
  return {
    islands: order.map((part) => parts[part] as Island),
    islandOf: Int32Array.from({ length: people }, (_, o) => at(rank, at(component, o))),
    weakLinks,
  };
}

interface Graph {
  readonly start: Int32Array;
  readonly neighbours: Int32Array;
}

/** Each pair of an observer and a branch once, whatever the number of their forms; branches come after the observers. */
function graphOf(people: number, branches: number, observerOf: Int32Array, branchOf: Int32Array): Graph {
  const edges = new Set<number>();
  observerOf.forEach((observer, f) => edges.add(observer * branches + at(branchOf, f)));
  const start = new Int32Array(people + branches + 1);
  for (const edge of edges) {
    for (const node of [Math.floor(edge / branches), people + (edge % branches)])
      start[node + 1] = at(start, node + 1) + 1;
  }
  for (let node = 0; node < people + branches; node += 1) start[node + 1] = at(start, node + 1) + at(start, node);
  const next = Int32Array.from(start);
  const neighbours = new Int32Array(2 * edges.size);
  for (const edge of edges) {
    const [a, b] = [Math.floor(edge / branches), people + (edge % branches)];
    neighbours[at(next, a)] = b;
    neighbours[at(next, b)] = a;
    next[a] = at(next, a) + 1;
    next[b] = at(next, b) + 1;
  }
  return { start, neighbours };
}

interface Cut {
  readonly observer: number;
  readonly branch: number;
  readonly apart: readonly number[];
}

/** One walk over the graph, without recursion: a part of it may be as deep as it is large. */
function walk({ start, neighbours }: Graph, people: number): { component: Int32Array; cuts: Cut[] } {
  const nodes = start.length - 1;
  const component = new Int32Array(nodes).fill(-1);
  const found = new Int32Array(nodes).fill(-1);
  const lowest = new Int32Array(nodes);
  const parent = new Int32Array(nodes).fill(-1);
  const cursor = Int32Array.from(start.subarray(0, nodes));
  /** Nodes in the order in which they were found; what was found below a node follows it. */
  const trail: number[] = [];
  const endOf = new Int32Array(nodes);
  const cuts: Cut[] = [];
  let parts = 0;
  for (let root = 0; root < nodes; root += 1) {
    if (at(component, root) >= 0) continue;
    const began = trail.length;
    const bridges: number[] = [];
    const stack = [root];
    const meet = (node: number): void => {
      component[node] = parts;
      found[node] = trail.length;
      lowest[node] = trail.length;
      trail.push(node);
    };
    meet(root);
    while (stack.length > 0) {
      const node = stack.at(-1) ?? root;
      if (at(cursor, node) < at(start, node + 1)) {
        const other = at(neighbours, at(cursor, node));
        cursor[node] = at(cursor, node) + 1;
        if (at(component, other) < 0) {
          parent[other] = node;
          meet(other);
          stack.push(other);
        } else if (other !== at(parent, node)) lowest[node] = Math.min(at(lowest, node), at(found, other));
        continue;
      }
      stack.pop();
      endOf[node] = trail.length;
      const above = at(parent, node);
      if (above < 0) continue;
      lowest[above] = Math.min(at(lowest, above), at(lowest, node));
      if (at(lowest, node) > at(found, above)) bridges.push(node);
    }
    const part = trail.slice(began);
    for (const node of bridges) {
      cuts.push(...cutOf(node, at(parent, node), trail.slice(at(found, node), at(endOf, node)), part, people));
    }
    parts += 1;
  }
  return { component, cuts };
}

/** What a bridge sets apart; nothing where one side has no observer. */
function cutOf(node: number, above: number, below: readonly number[], part: readonly number[], people: number): Cut[] {
  const isPerson = (one: number) => one < people;
  const beyond = below.filter(isPerson);
  const all = part.filter(isPerson);
  const isFew = 2 * beyond.length <= all.length;
  const inside = new Set(isFew ? [] : beyond);
  const apart = isFew ? beyond : all.filter((one) => !inside.has(one));
  if (apart.length === 0) return [];
  const [observer, branch] = isPerson(node) ? [node, above] : [above, node];
  return [{ observer, branch, apart }];
}
