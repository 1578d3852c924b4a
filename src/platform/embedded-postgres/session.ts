import pg from 'pg';
import { SUPERUSER } from './cluster.ts';

/** The database for our own connections, so that these do not prevent the service's database from being dropped. */
const CONTROL = 'postgres';
/**
 * An advisory lock: shared by every process that uses the server, exclusive for the one that is about to stop it. The
 * numbers spell "giao", "ban".
 */
const IN_USE = '1734959471, 6447470';

const REFUSED_FOR_NOW = new Set(['57P01', '57P02', '57P03', '53300']);
const REFUSED_PASSWORD = new Set(['28P01', '28000']);

/** The types of pg lack these two methods. */
type Referable = pg.Client & { ref(): void; unref(): void };

export interface Address {
  readonly port: number;
  readonly password: string;
}

export function urlOf({ port, password }: Address, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * `later`: the server is starting or stopping; `stranger`: another server listens there, or its password differs; an
 * error: the server's own message.
 */
export type Refusal = 'later' | 'unreachable' | 'stranger' | Error;

/**
 * One connection for this process's use of the server. The server thus counts its users: a process that dies loses its
 * connection and with it its lock.
 */
export class Session {
  /** Resolves when the connection has ended, for whatever reason. */
  readonly ended: Promise<void>;

  private constructor(private readonly client: pg.Client) {
    this.ended = new Promise((resolve) => client.once('end', resolve));
  }

  static async open(address: Address, identity: string): Promise<Session | Refusal> {
    const client = await connect(address, CONTROL);
    if (!(client instanceof pg.Client)) return client;
    const session = new Session(client);
    try {
      const { rows } = await client.query<{ name: string }>(`select current_setting('cluster_name') as name`);
      if (rows[0]?.name !== identity) {
        await session.close();
        return 'stranger';
      }
      await client.query(`select pg_advisory_lock_shared(${IN_USE})`);
      (client as Referable).unref(); // this connection alone must not keep the process running
      return session;
    } catch {
      await session.close();
      return 'later';
    }
  }

  /** Whether this error means that the server has gone away. */
  static isBroken(error: unknown): boolean {
    return ['', 'ECONNRESET', 'EPIPE', ...REFUSED_FOR_NOW].includes(codeOf(error));
  }

  /** From this call until `close` the connection also keeps the process running. */
  async isAlive(): Promise<boolean> {
    (this.client as Referable).ref();
    return this.client.query('select 1').then(
      () => true,
      () => false,
    );
  }

  async ensureDatabase(name: string): Promise<void> {
    const { rows } = await this.client.query(`select from pg_database where datname = $1`, [name]);
    if (rows.length > 0) return;
    try {
      await this.client.query(`create database ${pg.escapeIdentifier(name)}`);
    } catch (error) {
      // Another process was faster: duplicate_database, or unique_violation if both did it at the same instant.
      if (!['42P04', '23505'].includes(codeOf(error))) throw error;
    }
  }

  /** @returns whether no other process uses the server; none can begin to while this session holds the lock */
  async isLast(): Promise<boolean> {
    await this.client.query(`select pg_advisory_unlock_shared(${IN_USE})`);
    const { rows } = await this.client.query<{ last: boolean }>(`select pg_try_advisory_lock(${IN_USE}) as last`);
    return rows[0]?.last === true;
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

/** Whether the server accepts a new connection to this database. */
export async function isOpen(address: Address, database: string): Promise<boolean> {
  const client = await connect(address, database);
  if (!(client instanceof pg.Client)) return false;
  await client.end();
  return true;
}

async function connect(address: Address, database: string): Promise<pg.Client | Refusal> {
  const client = new pg.Client({
    connectionString: urlOf(address, database),
    connectionTimeoutMillis: 5000,
    application_name: 'giaoban-keeper',
    ssl: false,
  });
  client.on('error', () => undefined); // `end` reports a broken connection
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if (REFUSED_FOR_NOW.has(codeOf(error))) return 'later';
    if (REFUSED_PASSWORD.has(codeOf(error))) return 'stranger';
    return error instanceof pg.DatabaseError ? error : 'unreachable';
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? '';
}
