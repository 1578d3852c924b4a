import type { Meeting, PlanProblem } from '../problem.ts';
import { type PairOfIds, pairKey } from './pair-key.ts';

/**
 * What is over already: whoever was to go to those meetings has gone, whatever the rules say, and nobody else can.
 */
export class Settled {
  private readonly before: number;
  private readonly standing: ReadonlySet<string>;

  constructor({ published }: Pick<PlanProblem, 'published'>) {
    this.before = published?.settledBefore ?? -Infinity;
    this.standing = new Set(this.before === -Infinity ? [] : published?.assignments.map(pairKey));
  }

  /** Whether some meetings may be over at all. */
  get some(): boolean {
    return this.before !== -Infinity;
  }

  isOver({ start }: Meeting): boolean {
    return start < this.before;
  }

  /** Of a meeting that is over: whether this visit was made. */
  stands(pair: PairOfIds): boolean {
    return this.standing.has(pairKey(pair));
  }
}
