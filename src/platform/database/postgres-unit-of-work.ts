import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DataSource,
  type EntityManager,
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  type QueryRunner,
} from 'typeorm';
import type { Actor } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type {} from './errors.ts';
import { isOutdated } from './preparing-client.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';

interface Transaction {
  readonly runner: QueryRunner;
  readonly beforeCommit: Map<unknown, () => Promise<void>>;
  readonly afterCommit: (() => void)[];
  readonly locals: Map<unknown, unknown>;
  readonly grown: Set<string>;
}

interface Scope {
  readonly actor?: Actor;
  readonly transaction?: Transaction;
}

interface OwnedScope extends Scope {
  /** The mark of its unit of work, which is not kept alive by what was awaited in it. */
  readonly of: symbol;
  /** That of another unit of work around this one. */
  readonly outer: OwnedScope | undefined;
}

/**
 * One for all units of work of a process: Node hands the values of each storage on at every promise, so that one for
 * each service would slow down a process that starts many, also after they have ended.
 */
const scopes = new AsyncLocalStorage<OwnedScope>();

const ATTEMPTS = 5;
const RETRIED = new Set(['40001', '40P01']);
/**
 * A foreign key was violated: another transaction has deleted what this one refers to, or refers to what this one
 * deletes.
 */
const GONE = '23503';
/** A character that PostgreSQL cannot store in a text, such as U+0000. */
const UNSTORABLE = new Set(['22021', '22P05']);
/** Codes of SQLSTATE and of sockets that mean that the server is unavailable, not that the statement is wrong. */
const AWAY = /^(08...|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)$/;
const AWAY_MESSAGE = /Connection terminated|timeout exceeded when trying to connect|Driver not Connected/i;

/** The unit of work over PostgreSQL: one transaction, whose tenant is the actor's committee. */
export class PostgresUnitOfWork extends UnitOfWork {
  private readonly mark = Symbol('unit of work');

  constructor(private readonly database: DataSource) {
    super();
  }

  override get actor(): Actor {
    const actor = this.scope?.actor;
    if (!actor) throw new Error('nobody acts here: wrap the call in UnitOfWork.as');
    return actor;
  }

  get hasActor(): boolean {
    return this.scope?.actor !== undefined;
  }

  override as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (this.scope?.transaction) throw new Error('the actor cannot change inside a transaction');
    return this.within({ actor }, work);
  }

  override async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.scope?.transaction) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt < ATTEMPTS && isPassing(error)) {
          await sleep(10 * 2 ** attempt);
          continue;
        }
        throw meaning(error);
      }
    }
  }

  /** The manager of the ambient transaction. */
  get manager(): EntityManager {
    return this.transaction.runner.manager;
  }

  /** Rows of one statement in the ambient transaction, those of `returning` too. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    // Without being asked for the structure, TypeORM answers an update or a delete with its rows and their number.
    const { records } = (await this.transaction.runner.query(sql, [...parameters], true)) as { records: Row[] };
    return records;
  }

  /** Runs once for each transaction and key, at the end before the commit, so that short locks are held briefly. */
  beforeCommit(key: unknown, hook: () => Promise<void>): void {
    const hooks = this.transaction.beforeCommit;
    if (!hooks.has(key)) hooks.set(key, hook);
  }

  /** Marks tables that have received many rows, so that their statistics are refreshed after the commit. */
  refreshStatistics(...tables: readonly string[]): void {
    for (const table of tables) this.transaction.grown.add(table);
  }

  /** A value that lives as long as this transaction, made at the first call. */
  local<T>(key: unknown, make: () => T): T {
    const { locals } = this.transaction;
    if (!locals.has(key)) locals.set(key, make());
    return locals.get(key) as T;
  }

  /** Runs after the transaction has committed; does not run if it rolls back. */
  afterCommit(hook: () => void): void {
    this.transaction.afterCommit.push(hook);
  }

  /** The innermost of this unit of work. */
  private get scope(): Scope | undefined {
    let scope = scopes.getStore();
    while (scope && scope.of !== this.mark) scope = scope.outer;
    return scope;
  }

  private within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    const around = scopes.getStore();
    return scopes.run({ ...scope, of: this.mark, outer: around?.of === this.mark ? around.outer : around }, work);
  }

  private get transaction(): Transaction {
    const transaction = this.scope?.transaction;
    if (!transaction) throw new Error('no transaction here: wrap the call in UnitOfWork.run');
    return transaction;
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    const actor = this.scope?.actor;
    const runner = this.database.createQueryRunner();
    const transaction: Transaction = {
      runner,
      beforeCommit: new Map(),
      afterCommit: [],
      locals: new Map(),
      grown: new Set(),
    };
    try {
      await runner.connect();
      await runner.startTransaction();
      // Settings end with their transaction, so that without an actor there are none to take back.
      if (actor) {
        await runner.query(`select set_config('app.committee_id', $1, true), set_config('app.account_id', $2, true)`, [
          actor.committeeId ?? '',
          actor.accountId ?? '',
        ]);
      }
      const result = await this.within({ ...(actor && { actor }), transaction }, async () => {
        const value = await work();
        for (const hook of transaction.beforeCommit.values()) await hook();
        return value;
      });
      await runner.commitTransaction();
      if (transaction.grown.size > 0) await analyze(runner, transaction.grown);
      for (const hook of transaction.afterCommit) hook();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}

/** A failure here is ignored: without fresh statistics queries are slow until autovacuum runs, but nothing is wrong. */
async function analyze(runner: QueryRunner, tables: ReadonlySet<string>): Promise<void> {
  await runner.query(`select refresh_statistics($1)`, [[...tables]]).catch(() => undefined);
}

function isPassing(error: unknown): boolean {
  return RETRIED.has(sqlState(error)) || isOutdated(error instanceof QueryFailedError ? error.driverError : error);
}

function sqlState(error: unknown): string {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

function meaning(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const state = sqlState(error);
  if (state === '53100') return new DomainError('database.full', {});
  if (state === GONE) return new DomainError('database.gone_meanwhile', {});
  if (UNSTORABLE.has(state)) return new DomainError('database.unstorable_text', {});
  // TypeORM releases a runner itself when its connection breaks; we do so only when nobody uses it any more.
  const isBroken = error instanceof QueryRunnerAlreadyReleasedError;
  if (isBroken || AWAY.test(state) || (error instanceof Error && AWAY_MESSAGE.test(error.message))) {
    return new DomainError('database.unavailable', {});
  }
  return error;
}
