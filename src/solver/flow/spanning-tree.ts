const NONE = -1;

/**
 * The tree of the network simplex method, rooted at node `nodes`, with a potential per node. Children are kept in
 * doubly linked lists, so that a subtree moves in time linear in the path that is reversed; depths and potentials are
 * updated over the moved subtree only.
 */
export class SpanningTree {
  readonly parent: Int32Array;
  /** The arc between a node and its parent, in either direction. */
  readonly arcUp: Int32Array;
  /** For a tree arc, the potential of its end is that of its beginning plus the cost; that of the root is 0. */
  readonly potential: Float64Array;
  private readonly depth: Int32Array;
  private readonly firstChild: Int32Array;
  private readonly nextSibling: Int32Array;
  private readonly previousSibling: Int32Array;

  constructor(
    private readonly root: number,
    private readonly from: Int32Array,
    private readonly to: Int32Array,
  ) {
    const list = (): Int32Array => new Int32Array(root + 1).fill(NONE);
    this.parent = list();
    this.arcUp = list();
    this.firstChild = list();
    this.nextSibling = list();
    this.previousSibling = list();
    this.depth = new Int32Array(root + 1);
    this.potential = new Float64Array(root + 1);
  }

  /** Makes a node without parent, with its subtree, a child of `parent`. */
  hang(node: number, parent: number, arc: number): void {
    const first = this.firstChild[parent] as number;
    this.parent[node] = parent;
    this.arcUp[node] = arc;
    this.previousSibling[node] = NONE;
    this.nextSibling[node] = first;
    if (first !== NONE) this.previousSibling[first] = node;
    this.firstChild[parent] = node;
  }

  /** Computes all potentials and depths from the costs of arcs. */
  price(cost: Float64Array): void {
    this.below(this.root, (node) => {
      if (node === this.root) return;
      const parent = this.parent[node] as number;
      const arc = this.arcUp[node] as number;
      const price = cost[arc] as number;
      this.depth[node] = (this.depth[parent] as number) + 1;
      this.potential[node] = (this.potential[parent] as number) + (this.to[arc] === node ? price : -price);
    });
  }

  /** The lowest common ancestor; it may be one of the two nodes. */
  meetingPoint(a: number, b: number): number {
    const { depth, parent } = this;
    while (a !== b) {
      if ((depth[a] as number) >= (depth[b] as number)) a = parent[a] as number;
      else b = parent[b] as number;
    }
    return a;
  }

  /**
   * Removes the arc above `cut` and attaches that subtree, re-rooted at `node`, below `parent`.
   * @param shift added to the potentials of the moved subtree.
   */
  replace(cut: number, node: number, parent: number, arc: number, shift: number): void {
    let moving = node;
    let newParent = parent;
    let newArc = arc;
    for (;;) {
      const oldParent = this.parent[moving] as number;
      const oldArc = this.arcUp[moving] as number;
      this.detach(moving);
      this.hang(moving, newParent, newArc);
      if (moving === cut) break;
      newParent = moving;
      newArc = oldArc;
      moving = oldParent;
    }
    this.shiftBelow(node, shift);
  }

  private detach(node: number): void {
    const previous = this.previousSibling[node] as number;
    const next = this.nextSibling[node] as number;
    if (previous === NONE) this.firstChild[this.parent[node] as number] = next;
    else this.nextSibling[previous] = next;
    if (next !== NONE) this.previousSibling[next] = previous;
  }

  private shiftBelow(top: number, shift: number): void {
    const { parent, depth, potential } = this;
    this.below(top, (node) => {
      depth[node] = (depth[parent[node] as number] as number) + 1;
      potential[node] = (potential[node] as number) + shift;
    });
  }

  /** Visits a node and its subtree, parents first. */
  private below(top: number, visit: (node: number) => void): void {
    const { firstChild, nextSibling, parent } = this;
    let node = top;
    for (;;) {
      visit(node);
      const child = firstChild[node] as number;
      if (child !== NONE) {
        node = child;
        continue;
      }
      while (node !== top && nextSibling[node] === NONE) node = parent[node] as number;
      if (node === top) return;
      node = nextSibling[node] as number;
    }
  }
}
