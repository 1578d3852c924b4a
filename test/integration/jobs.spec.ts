import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { pino } from 'pino';
import type { Actor } from '../../src/kernel/actor.ts';
import { type CommitteeId, newId } from '../../src/kernel/id.ts';
import type { JobOptions, JobPayloads } from '../../src/kernel/jobs.ts';
import { PRESENCE_LOCK } from '../../src/platform/jobs/worker-presence.ts';
import { program } from '../support/program.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { NOTES, type TestJobs, workTestJobs } from '../support/test-jobs.ts';
import { until } from '../support/until.ts';

const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

/** For workers that look for orphans by themselves. */
const LOOK_MS = 100;
/** A holder of jobs that is no process. */
const NOBODY = 1;

describe('jobs', () => {
  let database: ClonedDatabase;
  let client: pg.Client;
  const committees = Array.from({ length: 50 }, () => newId<'Committee'>());
  let free: CommitteeId[];
  let opened: TestJobs[];
  let children: ChildProcess[];

  beforeEach(async () => {
    database = await cloneDatabase();
    client = new pg.Client(database.url);
    await client.connect();
    await client.query(NOTES);
    await client.query(
      `insert into committees (id, code, name, time_zone, created_at)
       select id, 'mau-' || i, 'Mẫu', 'Asia/Ho_Chi_Minh', now() from unnest($1::uuid[]) with ordinality c (id, i)`,
      [committees],
    );
    free = [...committees];
    opened = [];
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    for (const each of opened) await end(each);
    await client.end();
    await database.drop();
  });

  async function process(who: string, { works, orphansMs }: { works: boolean; orphansMs?: number }): Promise<TestJobs> {
    const made = await workTestJobs(database.url, who, log, orphansMs);
    opened.push(made);
    if (works) await made.start();
    return made;
  }

  async function end(one: TestJobs): Promise<void> {
    opened = opened.filter((each) => each !== one);
    await one.end();
  }

  /** A process that can be killed. */
  async function child(): Promise<ChildProcess> {
    const made = spawn(globalThis.process.execPath, [program('test/support/job-worker'), database.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(made);
    await once(made.stdout, 'data');
    return made;
  }

  /** An actor of a committee that no other actor of the test belongs to. */
  const someone = (): Actor => ({
    accountId: null,
    committeeId: free.pop() ?? newId<'Committee'>(),
    roles: [],
    specialistId: null,
  });

  const ask = ({ work, jobs }: TestJobs, payload: JobPayloads['test.note'], options?: JobOptions, actor = someone()) =>
    work.as(actor, () => work.run(() => jobs.enqueue('test.note', payload, options)));

  async function notes(): Promise<string[]> {
    const { rows } = await client.query<{ text: string }>(`select who || ': ' || text as text from notes order by seq`);
    return rows.map(({ text }) => text);
  }

  async function states(): Promise<Record<string, number>> {
    const { rows } = await client.query<{ state: string; count: number }>(
      `select state, count(*)::int as count from jobs group by state`,
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** Makes the job look as if its holder were gone. */
  const lose = (text: string) =>
    client.query(
      `update jobs set state = 'running', holder = ${NOBODY}, takes = takes + 1 where payload ->> 'text' = $1`,
      [text],
    );

  /** Number of processes that are seen to be alive. */
  async function present(): Promise<number> {
    const { rows } = await client.query<{ count: number }>(
      `select count(distinct objid)::int as count from pg_locks where locktype = 'advisory' and classid = $1 and granted
         and database = (select oid from pg_database where datname = current_database())`,
      [PRESENCE_LOCK],
    );
    return rows[0]?.count ?? 0;
  }

  const noted = (text: string) => async () => (await notes()).includes(text);
  const completed = (count: number) => async () => (await states())['done'] === count;

  it('exist exactly if their transaction commits', async () => {
    const web = await process('web', { works: false });
    const actor = someone();
    const failing = web.work.as(actor, () =>
      web.work.run(async () => {
        await web.jobs.enqueue('test.note', { text: 'never' });
        throw new Error('afterwards');
      }),
    );
    await expect(failing).rejects.toThrow('afterwards');
    expect(await states()).toEqual({});
    await web.work.as(actor, () =>
      web.work.run(async () => {
        await web.jobs.enqueue('test.note', { text: 'once' });
        expect(await states()).toEqual({}); // nobody can take it before the commit
      }),
    );
    expect(await states()).toEqual({ waiting: 1 });
  });

  it('wait once per key and committee, however often and at once they are asked for', async () => {
    const web = await process('web', { works: false });
    const [one, other] = [someone(), someone()];
    const asked = Array.from({ length: 8 }, (_, i) =>
      ask(web, { text: `${i}` }, { key: 'same' }, i % 2 === 0 ? one : other),
    );
    await Promise.all(asked);
    await ask(web, { text: 'without a key' }, {}, one);
    await ask(web, { text: 'without a key' }, {}, one);
    expect(await states()).toEqual({ waiting: 4 });
  });

  it('wait anew when one of their key runs already, so that what came after it is seen', async () => {
    const one = await process('one', { works: true });
    const actor = someone();
    await ask(one, { text: 'first', waits: true }, { key: 'same' }, actor);
    await until(noted('one: first begun'));
    await ask(one, { text: 'second' }, { key: 'same' }, actor);
    one.release();
    await until(noted('one: second done'));
    await until(completed(2));
    expect(await notes()).toEqual(expect.arrayContaining(['one: first done', 'one: second done']));
  });

  it('run for the committee of whoever asked, at once where they are worked', async () => {
    const one = await process('one', { works: true });
    const actor = someone();
    await ask(one, { text: 'a' }, {}, actor);
    await until(completed(1)); // not at the next poll, which is an hour away
    const { rows } = await client.query<{ committee: string }>(`select distinct committee from notes`);
    expect(rows).toEqual([{ committee: actor.committeeId }]);
  });

  it('enqueued by a process that works none are worked by another, each once', async () => {
    const web = await process('web', { works: false });
    await Promise.all([process('one', { works: true }), process('two', { works: true })]);
    await Promise.all(Array.from({ length: 40 }, (_, i) => ask(web, { text: `${i}` })));
    await until(completed(40));
    const done = (await notes()).filter((note) => note.endsWith('done'));
    expect(done.map((note) => Number(/\d+/.exec(note)?.[0])).sort((a, b) => a - b)).toEqual([...Array(40).keys()]);
    expect(new Set(done.map((note) => note.split(':')[0]))).toEqual(new Set(['one', 'two']));
  });

  it('of a process that is killed are taken over because it is gone, and run once more to their end', async () => {
    const victim = await child();
    const web = await process('web', { works: false });
    await ask(web, { text: 'job', waits: true });
    await until(noted('child: job begun'));
    await client.query(`update jobs set payload = payload - 'waits'`);
    await ask(web, { text: 'lost' }, { after: new Date(Date.now() + 3_600_000) });
    await lose('lost');
    await process('other', { works: true, orphansMs: LOOK_MS });
    await until(async () => (await notes()).some((note) => note.endsWith('lost done')));
    expect(await notes()).not.toContain('other: job begun'); // two looks have passed, and its process is alive
    victim.kill('SIGKILL');
    await until(completed(2));
    const { rows } = await client.query(`select error, attempts from jobs where payload ->> 'text' = 'job'`);
    expect(rows).toEqual([{ error: 'its process ended', attempts: 1 }]); // not because of its queue's timeout
    expect((await notes()).filter((note) => !note.includes('lost'))).toEqual([
      'child: job begun',
      'other: job begun',
      'other: job done',
    ]);
  });

  it('go on through a break of every connection, without a second run', async () => {
    const both = await Promise.all(['one', 'two'].map((who) => process(who, { works: true })));
    const [one] = both;
    if (!one) throw new Error('nobody works');
    await ask(one, { text: 'long', waits: true });
    await until(async () => (await notes()).some((note) => note.endsWith('long begun')));
    const look = () => Promise.all(both.map(({ jobs }) => jobs.lookForOrphans()));
    for (let i = 0; i < 2; i++) {
      await client.query(
        `select pg_terminate_backend(pid, 60000) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await look(); // after a restart nobody may be seen yet, which proves nothing
      await until(async () => (await present()) === 2);
      await look();
    }
    for (const each of both) each.release();
    await ask(one, { text: 'short' });
    await until(completed(2));
    expect((await notes()).filter((note) => note.includes('long'))).toHaveLength(2);
  });

  it('come to their end when their process stops, which takes no new one', async () => {
    const one = await process('one', { works: true });
    await ask(one, { text: 'running', waits: true });
    await until(noted('one: running begun'));
    const web = await process('web', { works: false });
    const stopped = end(one);
    await ask(web, { text: 'late' });
    one.release();
    await stopped;
    expect(await notes()).toEqual(['one: running begun', 'one: running done']);
    expect(await states()).toEqual({ done: 1, waiting: 1 });
  });

  it('that give up when their process stops begin anew in the next, which does not count against them', async () => {
    for (let i = 0; i < 8; i++) {
      const one = await process(`${i}`, { works: true });
      if (i === 0) await ask(one, { text: 'long', gives: 'up' });
      await until(noted(`${i}: long begun`));
      await end(one);
      expect(await states()).toEqual({ retry: 1 });
    }
    const { rows } = await client.query(
      `select attempts, (select count(*)::int from jobs where holder is not null) as claims from jobs`,
    );
    expect(rows).toEqual([{ attempts: 0, claims: 0 }]);
  });

  it('that fail are tried again with growing pauses, and then kept as failed with their reason', async () => {
    // Each pause is recorded and cut short.
    await client.query(`
      create table waits (seq serial, seconds float);
      create function hurry() returns trigger language plpgsql security definer as $$
      begin
        insert into waits (seconds) values (extract(epoch from new.due_at - now()));
        new.due_at := now();
        return new;
      end $$;
      create trigger hurry before update on jobs for each row
        when (old.state = 'running' and new.state = 'retry') execute function hurry()`);
    const one = await process('one', { works: true });
    await ask(one, { text: 'bad', gives: 'an error' });
    await until(async () => (await states())['dead'] === 1);
    const waits = (await client.query<{ seconds: number }>(`select seconds from waits order by seq`)).rows;
    expect(waits).toHaveLength(5);
    expect((waits[0]?.seconds ?? 0) > 1 && (waits[4]?.seconds ?? 0) > 20).toBe(true);
    const { rows } = await client.query<{ message: string }>(`select error as message from jobs`);
    expect(rows).toEqual([{ message: 'as asked for' }]);
    expect(await notes()).toHaveLength(6);
  });

  it('that kill whoever takes them are given up at last', async () => {
    await process('one', { works: true, orphansMs: LOOK_MS });
    const web = await process('web', { works: false });
    await web.work.as(someone(), () =>
      web.work.run(async () => {
        await web.jobs.enqueue('test.note', { text: 'poison' }, { after: new Date(Date.now() + 60_000) });
        await web.work.query(`update jobs set state = 'running', holder = ${NOBODY}, attempts = 15`);
      }),
    );
    await until(async () => (await states())['dead'] === 1);
    expect(await notes()).toEqual([]);
  });

  it('that are asked for anew while they wait run after whoever asked last has committed', async () => {
    const web = await process('web', { works: false });
    const actor = someone();
    await ask(web, { text: 'job' }, { key: 'same' }, actor);
    await web.work.as(actor, () =>
      web.work.run(async () => {
        await web.jobs.enqueue('test.note', { text: 'job' }, { key: 'same' });
        const one = await process('one', { works: true });
        await ask(one, { text: 'other' });
        await until(completed(1)); // the worker has looked, and left the locked job alone
        await web.work.query(`insert into notes (who, text) values ('web', 'last word')`);
      }),
    );
    await until(completed(2));
    expect(await notes()).toEqual([
      'one: other begun',
      'one: other done',
      'web: last word',
      'one: job begun',
      'one: job done',
    ]);
  });

  it('are begun when they are due and as soon as another process asks for them, without a poll', async () => {
    await process('one', { works: true });
    const web = await process('web', { works: false });
    await ask(web, { text: 'first' });
    await until(completed(1)); // and nothing more to do: the next poll is an hour away
    const due = new Date(Date.now() + 700);
    await ask(web, { text: 'now' });
    await ask(web, { text: 'soon' }, { after: due });
    await until(noted('one: now done'));
    await until(noted('one: soon done'));
    const { rows } = await client.query<{ begun: Date }>(
      `select started_at as begun from jobs where payload ->> 'text' = 'soon'`,
    );
    expect(rows[0]?.begun.getTime()).toBeGreaterThanOrEqual(due.getTime());
  });

  it('of one committee are not seen by another, and by no connection that does not work the queues', async () => {
    const web = await process('web', { works: false });
    const [ours, theirs] = [someone(), someone()];
    await ask(web, { text: 'ours' }, {}, ours);
    const seen = (actor: Actor) =>
      web.work.as(actor, () =>
        web.work.run(() => web.work.query<{ n: number }>(`select count(*)::int as n from jobs`)),
      );
    expect([await seen(ours), await seen(theirs)]).toEqual([[{ n: 1 }], [{ n: 0 }]]);
    expect(await web.database.query(`select count(*)::int as n from jobs`)).toEqual([{ n: 0 }]);
    await expect(
      web.work.as(theirs, () =>
        web.work.run(() => web.work.query(`update jobs set committee_id = $1`, [ours.committeeId])),
      ),
    ).resolves.toBeDefined();
    expect(await states()).toEqual({ waiting: 1 });
  });

  it('that are dead are listed for their own committee, and begin anew when somebody says so', async () => {
    const one = await process('one', { works: true });
    const actor = someone();
    await ask(one, { text: 'bad', gives: 'an error' }, {}, actor);
    await until(noted('one: bad begun'));
    await until(async () => (await states())['retry'] === 1);
    await client.query(`update jobs set attempts = 5, due_at = now(); notify giaoban_jobs, 'work'`);
    await until(async () => (await states())['dead'] === 1);
    const listed = (who: Actor) => one.work.as(who, () => one.work.run(() => one.jobs.listDead()));
    const [dead] = await listed(actor);
    expect(dead).toMatchObject({ name: 'test.note', error: 'as asked for', attempts: 6 });
    expect(await listed(someone())).toEqual([]);
    expect(await one.jobs.count()).toEqual({ waiting: 0, dead: 1 });
    await client.query(`update jobs set payload = payload - 'gives'`);
    const revive = (who: Actor) => one.work.as(who, () => one.work.run(() => one.jobs.revive(dead?.id ?? '')));
    expect([await revive(someone()), await revive(actor), await revive(actor)]).toEqual([false, true, false]);
    await until(completed(1));
  });

  it('of one key never run at the same time, in one process or in two; others overtake them', async () => {
    const [one, two] = [await process('one', { works: true }), await process('two', { works: false })];
    const actor = someone();
    await ask(one, { text: 'first', waits: true }, { key: 'k' }, actor);
    await until(noted('one: first begun'));
    await two.start();
    await ask(one, { text: 'second' }, { key: 'k' }, actor);
    await ask(one, { text: 'other' }, { key: 'o' }, actor);
    await until(completed(1));
    expect((await notes()).filter((note) => note.includes('second'))).toEqual([]);
    one.release();
    await until(completed(3));
    const order = (await notes()).filter((note) => !note.includes('other')).map((note) => note.replace(/^.*: /, ''));
    expect(order.indexOf('first done')).toBeLessThan(order.indexOf('second begun'));
  });

  it('are finished by nobody but their last holder', async () => {
    const one = await process('one', { works: true });
    const heavy = (payload: JobPayloads['test.heavy']) =>
      one.work.as(someone(), () => one.work.run(() => one.jobs.enqueue('test.heavy', payload)));
    await heavy({ text: 'slow', waits: true });
    await until(noted('one: slow begun'));
    await lose('slow'); // as if its process had been thought dead, and another one had it now
    await heavy({ text: 'next' });
    one.release();
    await until(noted('one: next done')); // this queue runs one job at a time, so the other one has ended
    await until(async () => (await states())['done'] === 1);
    expect(await states()).toEqual({ running: 1, done: 1 });
    // The holder of the job is no process at all.
    await one.jobs.lookForOrphans();
    await one.jobs.lookForOrphans();
    await until(completed(2));
    expect((await notes()).filter((note) => note.includes('slow'))).toHaveLength(4);
  });

  it('of another release wait for a process that knows them', async () => {
    await process('one', { works: true });
    const web = await process('web', { works: false });
    await web.work.as(someone(), () =>
      web.work.run(async () => {
        await web.jobs.enqueue('test.note', { text: 'unknown' });
        await web.work.query(`update jobs set name = 'test.of_tomorrow'`);
      }),
    );
    await ask(web, { text: 'known' });
    await until(completed(1)); // whoever took it has seen the other one, which was due before
    expect(await states()).toEqual({ done: 1, waiting: 1 });
  });
});
