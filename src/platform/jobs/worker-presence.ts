import { randomInt } from 'node:crypto';
import type { DatabaseListener } from '../database/listener.ts';

/** First half of the advisory lock held by a working process; a number that nothing else uses. */
export const PRESENCE_LOCK = 739_120;

/**
 * Shows other processes that this one is alive, by a session lock of the listener's connection: the server releases it
 * when the connection closes, however the process ends; each new connection takes it again.
 */
export class WorkerPresence {
  /** Identifies this process, also from earlier ones on the same machine. */
  readonly number = randomInt(1, 2 ** 31);
  private hasLock = false;

  constructor(private readonly listener: DatabaseListener) {
    listener.onConnected(async (client) => {
      this.hasLock = false;
      // A shared lock, because the server may still hold that of a connection which only this process knows to be
      // broken.
      await client.query('select pg_advisory_lock_shared($1, $2)', [PRESENCE_LOCK, this.number]);
      this.hasLock = true;
    });
  }

  /** Whether other processes see it at present. */
  get isSeen(): boolean {
    return this.hasLock && this.listener.isConnected;
  }
}
