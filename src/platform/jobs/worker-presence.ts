import { randomInt } from 'node:crypto';
import type { DatabaseListener } from '../database/listener.ts';

/** First half of the advisory lock that a working process holds; any number that nothing else uses. */
export const PRESENCE_LOCK = 739_120;

/**
 * Shows all others that this process lives: a lock of the listener's session, which the server lets go of when the
 * connection closes, however the process ends, and which is taken again with each new connection.
 */
export class WorkerPresence {
  /** Tells this process from others and from its own earlier lives. */
  readonly number = randomInt(1, 2 ** 31);
  private hasLock = false;

  constructor(private readonly listener: DatabaseListener) {
    listener.onConnected(async (client) => {
      this.hasLock = false;
      // Shared, since the server may still hold the lock of a connection that only we know to be broken.
      await client.query('select pg_advisory_lock_shared($1, $2)', [PRESENCE_LOCK, this.number]);
      this.hasLock = true;
    });
  }

  /** Whether the others see it right now. */
  get isSeen(): boolean {
    return this.hasLock && this.listener.isConnected;
  }
}
