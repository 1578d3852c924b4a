import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

/** First half of the advisory lock that a living process holds; any number that nothing else uses. */
export const LIVING = 739_120;

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

/**
 * Says to all others that this process lives: a session lock, which the server lets go of when the connection closes,
 * however the process ends. A connection that broke for another reason is made again at once.
 */
export class LivingProcess {
  /** Tells this process from others and from its own earlier lives. */
  readonly number = randomInt(1, 2 ** 31);
  private client: pg.Client | null = null;
  private keeping: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly url: string,
    private readonly log: Logger,
  ) {}

  /** Whether the others see it right now. */
  get isSeen(): boolean {
    return this.client !== null;
  }

  async start(): Promise<void> {
    this.keeping = this.keep(await this.connect());
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
    await this.keeping;
  }

  private async keep(connected: pg.Client): Promise<void> {
    let client: pg.Client | null = connected;
    while (client) {
      this.client = client;
      await ended(client);
      this.client = null;
      client = await this.connectAgain();
    }
  }

  private async connectAgain(): Promise<pg.Client | null> {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      await pause(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) return null;
      try {
        return await this.connect();
      } catch (error) {
        this.log.debug({ reason: (error as Error).message }, 'jobs.not_seen');
      }
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'giaoban-living',
      connectionTimeoutMillis: 15_000,
      keepAlive: true,
      options: '-c role=giaoban_app',
    });
    client.on('error', () => undefined); // told by `end`
    try {
      await client.connect();
      // Shared, since the server may still hold the lock of a connection that only we know to be broken.
      await client.query('select pg_advisory_lock_shared($1, $2)', [LIVING, this.number]);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }
}

function ended(client: pg.Client): Promise<void> {
  return new Promise((resolve) => client.once('end', resolve));
}
