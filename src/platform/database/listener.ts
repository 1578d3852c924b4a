import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { ANSWER_MS, APPLICATION_ROLE } from './database.ts';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;
/** How often the connection is tested: one that a firewall has dropped silently would otherwise wait for ever. */
const PROBE_EVERY_MS = 30_000;

type Handler = (payload: string) => void;
type OnConnected = (client: pg.ClientBase) => Promise<void>;

/**
 * The one connection of a process that receives NOTIFY. It is opened again at once when it breaks. Notifications sent
 * meanwhile are lost, so subscribers must read the current state at each `onConnected`.
 */
export class DatabaseListener {
  private readonly handlers = new Map<string, Set<Handler>>();
  private readonly hooks = new Set<OnConnected>();
  private client: pg.Client | null = null;
  private keeping: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly url: string,
    private readonly log: Logger,
  ) {}

  get isConnected(): boolean {
    return this.client !== null;
  }

  /** Must be called before `start`. */
  listen(channel: string, handler: Handler): void {
    const handlers = this.handlers.get(channel) ?? new Set();
    this.handlers.set(channel, handlers.add(handler));
  }

  /**
   * The hook runs with each new connection, after it has begun to listen and before it is used. Must be called before
   * `start`.
   */
  onConnected(hook: OnConnected): void {
    this.hooks.add(hook);
  }

  /** Resolves with the first connection, however long that takes. */
  async start(): Promise<void> {
    const client = await this.connect();
    if (client) this.keeping = this.keep(client);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.client?.end().catch(() => undefined);
    await this.keeping;
  }

  private async keep(first: pg.Client): Promise<void> {
    for (let client: pg.Client | null = first; client; client = await this.connect()) {
      const current = client;
      const probing = setInterval(() => void this.probe(current), PROBE_EVERY_MS);
      await ended(client);
      clearInterval(probing);
      this.client = null;
      if (!this.stopping.signal.aborted) this.log.warn({}, 'listener.connection_lost');
    }
  }

  private async connect(): Promise<pg.Client | null> {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      if (this.stopping.signal.aborted) return null;
      try {
        return await this.attempt();
      } catch (error) {
        this.log.debug({ reason: (error as Error).message }, 'listener.not_connected');
      }
      await pause(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async attempt(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'giaoban-listener',
      connectionTimeoutMillis: ANSWER_MS,
      keepAlive: true,
      options: `-c role=${APPLICATION_ROLE} -c timezone=UTC`,
    });
    client.on('error', () => undefined); // `end` reports it
    client.on('notification', ({ channel, payload = '' }) => {
      for (const handle of this.handlers.get(channel) ?? []) handle(payload);
    });
    try {
      await client.connect();
      for (const channel of this.handlers.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.client = client;
      for (const hook of this.hooks) await hook(client);
      return client;
    } catch (error) {
      this.client = null;
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  private async probe(client: pg.Client): Promise<void> {
    const late = pause(PROBE_EVERY_MS / 2, 'late' as const, { ref: false });
    const answer = await Promise.race([client.query('select 1'), late]).catch(() => undefined);
    // Closing it properly would wait for the same silent server.
    if (answer === 'late')
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

function ended(client: pg.Client): Promise<void> {
  return new Promise((resolve) => client.once('end', resolve));
}
