import type { Actor } from '../../kernel/actor.ts';
import type { WaitingItem } from './waiting-item.ts';

/** Knows of one kind of things that wait, in all months; what is not this reader's is left out. */
export abstract class WaitingSource {
  /** The most urgent first; joins the ambient transaction. */
  abstract list(reader: Actor, now: Date): Promise<readonly WaitingItem[]>;
}
