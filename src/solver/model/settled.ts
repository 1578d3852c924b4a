import type { Meeting, PlanProblem } from '../problem.ts';
import { type PairOfIds, pairKey } from './pair-key.ts';

/**
 * The meetings that are over: the published visits to them were made, whatever the rules say, and nobody else can be
 * sent.
 */
export class Settled {
  private readonly before: number;
  private readonly standing: ReadonlySet<string>;

  constructor({ published }: Pick<PlanProblem, 'published'>) {
    this.before = published?.settledBefore ?? -Infinity;
    this.standing = new Set(this.before === -Infinity ? [] : published?.assignments.map(pairKey));
  }

  /** Whether any meeting can be over. */
  get some(): boolean {
    return this.before !== -Infinity;
  }

  isOver({ start }: Meeting): boolean {
    return start < this.before;
  }

  /** For a meeting that is over: whether this visit was made. */
  stands(pair: PairOfIds): boolean {
    return this.standing.has(pairKey(pair));
  }
}
