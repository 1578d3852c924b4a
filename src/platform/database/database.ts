import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';
import { PreparingClient } from './preparing-client.ts';

// A date is a day, not an instant; pg would turn it into midnight in the server's zone. Counts fit a JavaScript number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export const APPLICATION_ROLE = 'giaoban_app';
/**
 * How many relations of a statement PostgreSQL may reorder at a time. Our joins stand in a good order as they are
 * written; trying all orders of eight, its default, took twelve milliseconds for a query over four views.
 */
const REORDERED = 5;
const SETTINGS = {
  role: APPLICATION_ROLE,
  timezone: 'UTC',
  join_collapse_limit: REORDERED,
  from_collapse_limit: REORDERED,
};
/** How long one connection may take on a busy machine. */
export const ANSWER_MS = 15_000;

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly poolSize?: number;
  /** How long a new connection may take. */
  readonly answerMs?: number;
  /** Called when an idle connection breaks; the pool makes a new one for the next query. */
  readonly onConnectionLost?: (error: Error) => void;
}

/**
 * Connections for the application. `role` is a start-up parameter, so that each connection has the role without table
 * ownership from its first statement on, and `reset role` does not change that.
 */
export function applicationDatabase({
  url,
  entities,
  poolSize = 10,
  answerMs = ANSWER_MS,
  onConnectionLost,
}: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as never,
    synchronize: false,
    logging: false,
    poolSize,
    connectTimeoutMS: answerMs,
    applicationName: 'giaoban',
    poolErrorHandler: (error: Error) => onConnectionLost?.(error),
    extra: {
      Client: PreparingClient,
      options: Object.entries(SETTINGS)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      idle_in_transaction_session_timeout: 60_000,
    },
  });
}

/** Brings the schema up to date as its owner; if two processes start at once, one waits for the other. */
export async function migrate(url: string, answerMs = ANSWER_MS): Promise<string[]> {
  const owner = ownerDatabase(url, answerMs);
  await owner.initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('giaoban.migrate'))`);
    const done = await owner.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await lock.query(`select pg_advisory_unlock_all()`).catch(() => undefined);
    await lock.release();
    await owner.destroy();
  }
}

export function ownerDatabase(url: string, answerMs = ANSWER_MS): DataSource {
  return new DataSource({ type: 'postgres', url, migrations, logging: false, connectTimeoutMS: answerMs, poolSize: 2 });
}

/** How many migrations of this release the database does not have yet. */
export async function pendingMigrations(query: <Row>(sql: string) => Promise<Row[]>): Promise<number> {
  const [row] = await query<{ count: number }>(`select count(*) as count from migrations`);
  return migrations.length - (row?.count ?? 0);
}
