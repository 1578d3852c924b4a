import type { Actor } from '../../kernel/actor.ts';
import type { WaitingItem } from './waiting-item.ts';

/** Lists one kind of things that wait for a reader, in all months. */
export abstract class WaitingSource {
  /** Most urgent first; takes part in the ambient transaction. */
  abstract list(reader: Actor, now: Date): Promise<readonly WaitingItem[]>;
}
