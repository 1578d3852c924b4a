import { lookup } from 'node:dns/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ANSWER_MS } from './database.ts';
import { type DatabaseFault, databaseFault, DatabaseUnusable } from './database-unusable.ts';

const OLDEST = 15;
const AGAIN_MS = 250;

export interface Patience {
  /** How long one attempt waits for an answer. */
  readonly answerMs: number;
  /** How long the start waits for each fault that may pass by itself; every other fault ends the start at once. */
  readonly waitMs: Partial<Record<DatabaseFault, number>>;
}

/** For a server that is starting or replays its log after a crash, and for a busy machine. */
export const PATIENCE: Patience = {
  answerMs: ANSWER_MS,
  waitMs: {
    no_server: 8_000,
    no_host: 8_000,
    no_answer: 60_000,
    not_postgres: 3_000,
    too_many_connections: 3_000,
    starting: 60_000,
  },
};

/**
 * Waits until the server accepts a connection, and checks that the service can use it.
 * @throws DatabaseUnusable
 */
export function reachDatabase(
  url: string,
  onWait: (fault: DatabaseFault) => void,
  patience: Patience = PATIENCE,
): Promise<void> {
  return retryWhileUnavailable(() => look(url, patience.answerMs), onWait, patience);
}

/**
 * Repeats a step of the start until the server accepts it; the step must be safe to repeat.
 * @throws DatabaseUnusable for a fault that does not pass in time
 */
export async function retryWhileUnavailable<T>(
  step: () => Promise<T>,
  onWait: (fault: DatabaseFault) => void,
  { waitMs }: Patience = PATIENCE,
): Promise<T> {
  const begin = performance.now();
  let told = false;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (error instanceof DatabaseUnusable) throw error;
      const fault = databaseFault(error);
      if (fault === null) throw error;
      if (performance.now() - begin > (waitMs[fault] ?? 0)) throw new DatabaseUnusable(fault, error);
      if (!told) onWait(fault);
      told = true;
    }
    await pause(AGAIN_MS);
  }
}

async function look(url: string, answerMs: number): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: answerMs,
    application_name: 'giaoban',
  });
  client.on('error', () => undefined); // the query reports the error
  try {
    await findHost(client.host, answerMs);
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string; reads: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version,
         current_setting('server_encoding') as encoding, pg_is_in_recovery() as reads`,
    );
    const [server] = rows;
    if (server && server.version < OLDEST) throw new DatabaseUnusable('too_old');
    if (server && server.encoding !== 'UTF8') throw new DatabaseUnusable('not_utf8');
    if (server?.reads) throw new DatabaseUnusable('read_only');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A separate step, because the connection's timeout does not tell a silent name server from a silent database. */
async function findHost(host: string, answerMs: number): Promise<void> {
  if (host === '' || host.startsWith('/')) return; // the path of a socket
  const late = pause(answerMs, 'late' as const, { ref: false });
  if ((await Promise.race([lookup(host), late])) === 'late') {
    throw Object.assign(new Error('no name server answers'), { code: 'EAI_AGAIN' });
  }
}
