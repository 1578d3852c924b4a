import pg from 'pg';
import { pino } from 'pino';
import type { Actor } from '../../src/kernel/actor.ts';
import { newId } from '../../src/kernel/id.ts';
import type { PublishedEvent } from '../../src/platform/events/postgres-events.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { NOTES, type TestJobs, workTestJobs } from '../support/test-jobs.ts';
import { until } from '../support/until.ts';

const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });

describe('events', () => {
  const actor: Actor = {
    accountId: null,
    committeeId: newId<'Committee'>(),
    roles: [],
    specialistId: null,
  };
  let database: ClonedDatabase;
  let client: pg.Client;
  let replicas: TestJobs[];

  beforeEach(async () => {
    database = await cloneDatabase();
    client = new pg.Client(database.url);
    await client.connect();
    await client.query(NOTES);
    await client.query(
      `insert into committees (id, code, name, time_zone, created_at) values ($1, 'mau', 'Mẫu', 'Asia/Ho_Chi_Minh', now())`,
      [actor.committeeId],
    );
    replicas = [];
  });
  afterEach(async () => {
    for (const each of replicas) await each.end();
    await client.end();
    await database.drop();
  });

  type Happened = PublishedEvent<'test.happened'>;

  /** A process with two handlers that record each event. */
  async function replica(handle: (event: Happened) => Promise<void> = () => Promise.resolve()): Promise<TestJobs> {
    const made = await workTestJobs(database.url, `${replicas.length}`, log);
    replicas.push(made);
    const note = (who: string) => async (event: Happened) => {
      await made.work.query(`insert into notes (who, text, committee) values ($1, $2, current_committee())`, [
        who,
        `${event.subject ?? ''} ${event.facts.n}`.trim(),
      ]);
      await handle(event);
    };
    made.events.on('test.happened', 'test.orderly', note('orderly'), { inOrder: true });
    made.events.on('test.happened', 'test.other', note('other'));
    return made;
  }

  const publish = ({ work, events }: TestJobs, n: number, subject?: string) =>
    work.as(actor, () => work.run(() => events.publish('test.happened', { n }, { ...(subject && { subject }) })));

  async function notes(who: string): Promise<string[]> {
    const { rows } = await client.query<{ text: string }>(`select text from notes where who = $1 order by seq`, [who]);
    return rows.map(({ text }) => text);
  }

  const open = async () =>
    (await client.query<{ n: number }>(`select count(*)::int as n from event_deliveries where handled_at is null`))
      .rows[0]?.n;
  const settled = () => until(async () => (await open()) === 0);

  it('have happened exactly if their commit did', async () => {
    const one = await replica();
    const failing = one.work.as(actor, () =>
      one.work.run(async () => {
        await one.events.publish('test.happened', { n: 1 });
        throw new Error('afterwards');
      }),
    );
    await expect(failing).rejects.toThrow('afterwards');
    await publish(one, 2);
    await one.start();
    await settled();
    expect([await notes('orderly'), await notes('other')]).toEqual([['2'], ['2']]);
  });

  it('reach each of their handlers once, whichever process has it, however often its job runs', async () => {
    const made = await Promise.all([replica(), replica()]);
    for (const each of made) await each.start();
    await Promise.all(Array.from({ length: 20 }, (_, n) => publish(made[n % 2] as TestJobs, n)));
    await settled();
    await until(async () => (await client.query(`select from jobs where state <> 'done'`)).rowCount === 0);
    // As if both had died before they recorded the jobs as completed.
    await client.query(`update jobs set state = 'retry', finished_at = null, due_at = now(), holder = null;
      notify giaoban_jobs, 'work'`);
    await until(async () => (await client.query(`select from jobs where state <> 'done' or takes < 2`)).rowCount === 0);
    for (const who of ['orderly', 'other']) {
      expect((await notes(who)).map(Number).sort((a, b) => a - b)).toEqual([...Array(20).keys()]);
    }
  });

  it('are tried again by the handler that failed alone, with nothing of what it did left over', async () => {
    let faults = 1;
    const one = await replica(() => (faults-- > 0 ? Promise.reject(new Error('once')) : Promise.resolve()));
    await one.start();
    await publish(one, 1);
    await settled();
    expect([await notes('orderly'), await notes('other')]).toEqual([['1'], ['1']]);
  });

  it('are counted until they are handled, those that an earlier one holds back among them', async () => {
    let fails = true;
    const one = await replica(({ facts }) =>
      fails && facts.n === 0 ? Promise.reject(new Error('not yet')) : Promise.resolve(),
    );
    await one.start();
    for (let n = 0; n < 3; n++) await publish(one, n, 'a');
    await until(async () => (await client.query(`select from jobs where state = 'done'`)).rowCount === 4);
    // Both deliveries of the first event, and the two that wait for one of them although their jobs have ended.
    expect([await open(), await one.events.pendingOfAll()]).toEqual([4, 4]);
    fails = false;
    await settled();
    expect(await one.events.pendingOfAll()).toBe(0);
  });

  it('of one subject come in their order to a handler that asks for it, and of another subject do not wait', async () => {
    let isFirst = true;
    const fail = ({ subject, facts }: Happened) => {
      const fails = subject === 'a' && facts.n === 0 && isFirst;
      if (fails) isFirst = false;
      return fails ? Promise.reject(new Error('the first of them')) : Promise.resolve();
    };
    const [one] = await Promise.all([replica(fail), replica(fail)]);
    for (const each of replicas) await each.start();
    for (let n = 0; n < 12; n++) {
      await publish(one, n, 'a');
      await publish(one, n, 'b');
    }
    await settled();
    const orderly = await notes('orderly');
    for (const subject of ['a', 'b']) {
      const ofSubject = orderly.filter((text) => text.startsWith(subject));
      expect(ofSubject).toEqual(Array.from({ length: 12 }, (_, n) => `${subject} ${n}`));
    }
  });
});
