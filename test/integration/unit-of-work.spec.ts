import { executionAsyncResource } from 'node:async_hooks';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../src/kernel/actor.ts';
import { type CommitteeId, newId } from '../../src/kernel/id.ts';
import { applicationDatabase } from '../../src/platform/database/database.ts';
import { PostgresUnitOfWork } from '../../src/platform/database/postgres-unit-of-work.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';

describe('the unit of work', () => {
  let cloned: ClonedDatabase;
  let owner: pg.Client;
  let database: DataSource;
  let work: PostgresUnitOfWork;

  beforeAll(async () => {
    cloned = await cloneDatabase();
    owner = new pg.Client(cloned.url);
    await owner.connect();
    await owner.query(`create table counters (name text primary key, value int not null)`);
    await owner.query(`grant all on counters to giaoban_app`);
    await connect();
  });
  beforeEach(() => owner.query(`truncate counters`));
  afterAll(async () => {
    await database.destroy();
    await owner.end();
    await cloned.drop();
  });

  async function connect(poolSize = 4): Promise<void> {
    database = await applicationDatabase({ url: cloned.url, entities: [], poolSize }).initialize();
    work = new PostgresUnitOfWork(database);
  }

  const set = (name: string, value: number) =>
    work.query(
      `insert into counters (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
      [name, value],
    );

  async function kept(): Promise<Record<string, number>> {
    const { rows } = await owner.query<{ name: string; value: number }>(`select name, value from counters`);
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  /** Breaks the connection of the ambient transaction from outside, and continues with it. */
  async function cut(): Promise<void> {
    const [row] = await work.query<{ pid: number }>(`select pg_backend_pid() as pid`);
    await owner.query(`select pg_terminate_backend($1)`, [row?.pid]);
    await work.query(`select 1`);
  }

  const someone = (): Actor => ({
    accountId: null,
    committeeId: newId<'Committee'>(),
    roles: [],
    specialistId: null,
  });

  it('is one transaction for all that joins it, and leaves nothing where any of it fails', async () => {
    const transaction = () => work.query<{ id: string }>(`select pg_current_xact_id()::text as id`);
    await work.run(async () => {
      await set('outer', 1);
      const [[outer], [inner]] = [await transaction(), await work.run(() => work.run(transaction))];
      expect(inner).toEqual(outer);
      await work.run(() => set('inner', 1));
      expect(await kept()).toEqual({});
    });
    expect(await kept()).toEqual({ outer: 1, inner: 1 });

    const failed = work.run(async () => {
      await work.run(() => set('inner', 2));
      throw new Error('after the inner one');
    });
    await expect(failed).rejects.toThrow('after the inner one');
    expect(await kept()).toEqual({ outer: 1, inner: 1 });
  });

  it('keeps what runs at once apart', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        work
          .run(async () => {
            await set(`${i}`, i);
            if (i % 2 === 1) throw new Error('odd');
          })
          .catch(() => undefined),
      ),
    );
    expect(
      Object.keys(await kept())
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it('is repeated as a whole after a deadlock', async () => {
    await work.run(async () => {
      await set('a', 0);
      await set('b', 0);
    });
    let attempts = 0;
    let waiting = 0;
    let release: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (release = resolve));
    const add = (first: string, second: string) =>
      work.run(async () => {
        attempts++;
        await work.query(`update counters set value = value + 1 where name = $1`, [first]);
        if (++waiting === 2) release();
        await both;
        await work.query(`update counters set value = value + 1 where name = $1`, [second]);
      });
    await Promise.all([add('a', 'b'), add('b', 'a')]);
    expect(await kept()).toEqual({ a: 2, b: 2 });
    expect(attempts).toBe(3);
  });

  it('is repeated as a whole after a serialisation failure', async () => {
    await owner.query(`do $$ begin
      execute format('alter database %I set default_transaction_isolation = serializable', current_database());
    end $$`);
    await database.destroy();
    await connect();
    try {
      await work.run(() => set('sum', 0));
      let attempts = 0;
      let release: () => void = () => undefined;
      const all = new Promise<void>((resolve) => (release = resolve));
      await Promise.all(
        Array.from({ length: 3 }, () =>
          work.run(async () => {
            if (++attempts === 3) release();
            const [row] = await work.query<{ value: number }>(`select value from counters where name = 'sum'`);
            await all;
            await set('sum', (row?.value ?? 0) + 1);
          }),
        ),
      );
      expect(await kept()).toEqual({ sum: 3 });
      expect(attempts).toBeGreaterThan(3);
    } finally {
      await owner.query(`do $$ begin
        execute format('alter database %I reset default_transaction_isolation', current_database());
      end $$`);
      await database.destroy();
      await connect();
    }
  });

  it('calls what is to come last once a key, and what is to come after only if it has committed', async () => {
    const calls: string[] = [];
    const last = () => {
      calls.push('last');
      return set('last', calls.length).then(() => undefined);
    };
    await work.run(async () => {
      work.afterCommit(() => calls.push('after'));
      work.beforeCommit('key', last);
      await work.run(() => {
        work.beforeCommit('key', last);
        return Promise.resolve();
      });
      calls.push('work');
    });
    expect(calls).toEqual(['work', 'last', 'after']);
    expect(await kept()).toEqual({ last: 2 });

    const failed = work.run(async () => {
      work.afterCommit(() => calls.push('after a failure'));
      work.beforeCommit('key', () => Promise.reject(new Error('last, and wrong')));
      await set('last', 100);
    });
    await expect(failed).rejects.toThrow('last, and wrong');
    expect(calls).toEqual(['work', 'last', 'after']);
    expect(await kept()).toEqual({ last: 2 });
  });

  it('never leaves a committee behind on a connection, whatever became of its transaction', async () => {
    await database.destroy();
    await connect(1);
    const acting = async (): Promise<CommitteeId | null> => {
      const [row] = await work.query<{ committee: CommitteeId | null }>(`select current_committee() as committee`);
      return row?.committee ?? null;
    };
    const endings: (() => Promise<unknown>)[] = [
      () => Promise.resolve(),
      () => Promise.reject(new Error('ours')),
      () => work.query(`select 1 / 0`),
      cut,
    ];
    for (const end of endings) {
      const actor = someone();
      await work
        .as(actor, () =>
          work.run(async () => {
            expect(await acting()).toBe(actor.committeeId);
            await end();
          }),
        )
        .catch(() => undefined);
      expect(await work.run(acting)).toBeNull();
    }
    const actors = Array.from({ length: 20 }, someone);
    const seen = await Promise.all(actors.map((actor) => work.as(actor, () => work.run(acting))));
    expect(seen).toEqual(actors.map(({ committeeId }) => committeeId));
    await database.destroy();
    await connect();
  });

  it('has the server keep what is asked again, and asks anew where a newer release has changed the table', async () => {
    const all = () => work.run(() => work.query(`select * from counters where value >= $1 order by name`, [0]));
    await work.run(() => set('a', 1));
    for (let i = 0; i < 12; i++) expect(await all()).toEqual([{ name: 'a', value: 1 }]);
    const kept = await work.run(() =>
      work.query<{ calls: number }>(
        `select generic_plans + custom_plans as calls from pg_prepared_statements where statement like 'select * from counters%'`,
      ),
    );
    expect(kept.reduce((sum, { calls }) => sum + calls, 0)).toBeGreaterThan(0);
    await owner.query(`alter table counters add column note text`);
    try {
      const answers = await Promise.all(Array.from({ length: 8 }, all));
      expect(answers).toEqual(Array(8).fill([{ name: 'a', value: 1, note: null }]));
    } finally {
      await owner.query(`alter table counters drop column note`);
    }
  });

  it('says that what it refers to has been removed meanwhile', async () => {
    await owner.query(`create table notes (name text references counters)`);
    await owner.query(`grant all on notes to giaoban_app`);
    try {
      await expect(work.run(() => work.query(`insert into notes values ($1)`, ['nothing']))).rejects.toMatchObject({
        code: 'database.gone_meanwhile',
      });
    } finally {
      await owner.query(`drop table notes`);
    }
  });

  it('refuses another actor in the middle', async () => {
    const changed = work.as(someone(), () => work.run(() => work.as(someone(), () => Promise.resolve())));
    await expect(changed).rejects.toThrow('cannot change');
  });

  it('knows its own actor and transaction only, also inside those of another one', async () => {
    const other = new PostgresUnitOfWork(database);
    const [here, there] = [someone(), someone()];
    await work.as(here, () =>
      work.run(async () => {
        expect(other.hasActor).toBe(false);
        await other.as(there, async () => {
          expect([work.actor, other.actor]).toEqual([here, there]);
          await expect(other.query('select 1')).rejects.toThrow('no transaction here');
          await set('theirs', 1);
          expect(() => work.as(here, () => Promise.resolve())).toThrow('cannot change');
        });
        expect(other.hasActor).toBe(false);
      }),
    );
    expect(await kept()).toEqual({ theirs: 1 });
  });

  it('is tracked in one storage however many of them a process has had, so that an ended service costs it nothing', async () => {
    /** Node has each storage keep its value on everything that is awaited. */
    const storages = () =>
      work.as(someone(), async () => {
        await Promise.resolve();
        return Object.getOwnPropertySymbols(executionAsyncResource()).filter(
          ({ description }) => description === 'kResourceStore',
        ).length;
      });
    const before = await storages();
    expect(before).toBeGreaterThan(0);
    for (let more = 0; more < 3; more += 1) {
      await new PostgresUnitOfWork(database).as(someone(), () => Promise.resolve());
    }
    expect(await storages()).toBe(before);
  });

  it('says that the database is away when it is, and goes on when it is back', async () => {
    await expect(work.run(cut)).rejects.toMatchObject({ code: 'database.unavailable' });
    expect(await work.run(() => work.query(`select 1 as one`))).toEqual([{ one: 1 }]);
  });
});
