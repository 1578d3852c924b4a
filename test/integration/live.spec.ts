import pg from 'pg';
import { pino } from 'pino';
import type { Actor } from '../../src/kernel/actor.ts';
import { type AccountId, type CommitteeId, newId } from '../../src/kernel/id.ts';
import type { Change } from '../../src/platform/live/change.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { type TestJobs, workTestJobs } from '../support/test-jobs.ts';
import { until } from '../support/until.ts';

const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
const MONTH = 'month/2026-08';

/** An open page. */
class OpenPage {
  readonly told: string[] = [];
  isEnded = false;
  readonly accountId = newId<'Account'>();
  private leave: () => void = () => undefined;

  constructor(
    private readonly at: TestJobs,
    private readonly committeeId: CommitteeId,
    private readonly topics: readonly string[],
  ) {}

  async connect(since: string | null): Promise<this> {
    this.isEnded = false;
    this.leave = await this.at.changes.follow({
      committeeId: this.committeeId,
      accountId: this.accountId,
      topics: new Set(this.topics),
      since,
      tell: (change: Change) =>
        void this.told.push(change.kind === 'event' ? change.name : `${change.state} ${change.share ?? '?'}`),
      end: () => {
        this.isEnded = true;
        this.leave();
      },
    });
    return this;
  }

  close(): void {
    this.leave();
  }
}

describe('what open pages are told', () => {
  const committees = [newId<'Committee'>(), newId<'Committee'>()] as const;
  const actorOf = (committeeId: CommitteeId, accountId: AccountId | null = null): Actor => ({
    accountId,
    committeeId,
    roles: [],
    specialistId: null,
  });
  const [ours, theirs] = [actorOf(committees[0]), actorOf(committees[1])];
  let database: ClonedDatabase;
  let client: pg.Client;
  let one: TestJobs;
  let two: TestJobs;

  beforeEach(async () => {
    database = await cloneDatabase();
    client = new pg.Client(database.url);
    await client.connect();
    for (const [i, id] of committees.entries()) {
      await client.query(
        `insert into committees (id, code, name, time_zone, created_at) values ($1, $2, 'Mẫu', 'Asia/Ho_Chi_Minh', now())`,
        [id, `mau-${i}`],
      );
    }
    [one, two] = await Promise.all([workTestJobs(database.url, 'one', log), workTestJobs(database.url, 'two', log)]);
    await Promise.all([one.listen(), two.listen()]);
  });
  afterEach(async () => {
    await one.end();
    await two.end();
    await client.end();
    await database.drop();
  });

  const position = (at = one) => at.work.run(() => at.changes.position());
  const publish = (actor: Actor, at = one, about = [MONTH]) =>
    at.work.as(actor, () => at.work.run(() => at.events.publish('test.happened', { n: 1 }, { about })));
  const page = (at = one, topics = [MONTH], actor = ours) => new OpenPage(at, actor.committeeId, topics);
  const inWork = <T>(work: () => Promise<T>, at = one, actor = ours) => at.work.as(actor, () => at.work.run(work));

  it('is told by every replica, to those who show it and to nobody else', async () => {
    const since = await position();
    const here = await page(one).connect(since);
    const there = await page(two).connect(since);
    const elsewhere = await page(two, ['month/2026-09']).connect(since);
    const stranger = await page(two, [MONTH], theirs).connect(since);
    const own = page(two);
    await own.connect(since);
    await publish(actorOf(committees[0], own.accountId));
    await until(() => here.told.length === 1 && there.told.length === 1);
    expect([elsewhere, stranger, own].map(({ told }) => told)).toEqual([[], [], []]);
    for (const each of [here, there, elsewhere, stranger, own]) each.close();
    expect([one.changes.size, two.changes.size]).toEqual([0, 0]);
  });

  it('is what came between the reading of a page and its connection, whoever read it and was quicker', async () => {
    const before = await position();
    await publish(ours, two);
    const after = await position();
    const late = await page(one).connect(before);
    await until(() => late.told.length === 1);
    const knows = await page(one).connect(after);
    // A transaction that was open when the page was read, and ends before it connects.
    let read = '';
    await inWork(async () => {
      await two.events.publish('test.happened', { n: 2 }, { about: [MONTH] });
      read = (await client.query<{ s: string }>(`select pg_current_snapshot()::text as s`)).rows[0]?.s ?? '';
    }, two);
    const racing = await page(one).connect(read);
    await until(() => racing.told.length === 1 && late.told.length === 2 && knows.told.length === 1);
  });

  it('is not lost while the listening connection is broken: the pages come again and hear of it', async () => {
    const since = await position();
    const open = await page(one).connect(since);
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'giaoban-listener' and datname = current_database()`,
    );
    await publish(ours, two);
    await until(() => open.isEnded || open.told.length > 0);
    if (open.told.length === 0) await open.connect(since);
    await until(() => open.told.length > 0);
    expect(new Set(open.told)).toEqual(new Set(['test.happened']));
    // Afterwards it receives further changes again.
    const again = await page(one).connect(await position());
    await publish(ours, two);
    await until(() => again.told.length > 0 || again.isEnded);
    if (again.isEnded) await again.connect(since);
    await until(() => again.told.length > 0);
  });

  it('costs no query a viewer: how far a job is, told to two hundred', async () => {
    const id = newId();
    await inWork(() => one.tracked.insert({ id, kind: 'test', subject: 'x' }));
    const pages = Array.from({ length: 200 }, () => page(one, [`job/${id}`]));
    const queries = await counted(async () => {
      await Promise.all(pages.map((each) => each.connect(null)));
    });
    expect(queries).toBe(1);
    await inWork(() => two.tracked.move(id, 'running'), two);
    await until(() => pages.every(({ told }) => told.includes('running ?')));
    const told = await counted(async () => {
      expect(await inWork(() => two.tracked.report(id, { share: 0.5, facts: { tier: 1 } }), two)).toBe(false);
      await inWork(() => two.tracked.askToStop(id), two);
      expect(await inWork(() => two.tracked.report(id, { share: 0.75, facts: {} }), two)).toBe(true);
      await inWork(() => two.tracked.move(id, 'cancelled'), two);
      await until(() => pages.every((each) => each.told.at(-1) === 'cancelled 0.75'));
    });
    expect(told).toBe(0);
    const stranger = await page(one, [`job/${id}`], theirs).connect(null);
    expect(stranger.told).toEqual(['failed ?']);
  });

  /** The statements of the first replica's own pool while something is done. */
  async function counted(what: () => Promise<void>): Promise<number> {
    let count = 0;
    const { work } = one;
    const query = work.query.bind(work);
    work.query = <Row>(sql: string, parameters?: readonly unknown[]) => {
      count++;
      return query<Row>(sql, parameters);
    };
    await what();
    work.query = query;
    return count;
  }

  it('is still complete when so much has happened that the oldest is no longer kept in memory', async () => {
    const before = await position();
    await inWork(
      () =>
        two.work.query(
          `with published as (
             insert into events (committee_id, id, name, facts, about, actor)
             select $1, gen_random_uuid(), 'test.' || n, '{}', array[$2], '{}' from generate_series(1, 2100) n
             returning *)
           select pg_notify('giaoban_changes', json_build_object('kind', 'event', 'committeeId', committee_id, 'id', id,
             'xid', xid::text, 'name', name, 'about', about, 'by', null)::text) from published`,
          [committees[0], MONTH],
        ),
      two,
    );
    // From memory it would get all of them; the table gives the first hundred.
    let early = await page(one).connect(before);
    await until(async () => {
      early.close();
      early = await page(one).connect(before);
      return early.told.length === 100;
    });
    expect(early.told).toEqual(Array.from({ length: 100 }, (_, i) => `test.${i + 1}`));
    const after = await position();
    const hears = await page(one).connect(after);
    await publish(ours, two);
    await until(() => hears.told.length > 0);
    const late = page(one);
    expect(await counted(async () => void (await late.connect(after)))).toBe(0); // from now on it is kept in memory
    expect([hears.told, late.told]).toEqual([['test.happened'], ['test.happened']]);
  });

  it.each([
    ['a session', `delete from sessions where account_id = $1`],
    ['a role', `delete from memberships where account_id = $1`],
    ['what a role is for', `update memberships set role = 'leader' where account_id = $1`],
    ['its access', `update accounts set disabled_at = now() where id = $1`],
  ])('ends where the account loses %s, and nowhere else', async (_, loss) => {
    const account = await signedIn();
    const lost = page(two);
    Object.assign(lost, { accountId: account });
    await lost.connect(null);
    const other = page(two);
    Object.assign(other, { accountId: await signedIn() });
    await other.connect(null);
    await client.query(loss, [account]);
    await until(() => lost.isEnded);
    expect(other.isEnded).toBe(false);
  });

  it('ends when the process stops, also for whoever comes then', async () => {
    const open = await page(two).connect(null);
    two.changes.close();
    expect(open.isEnded).toBe(true);
    expect((await page(two).connect(null)).isEnded).toBe(true);
  });

  /** An account that has a session and a role. */
  async function signedIn(): Promise<AccountId> {
    const account = newId<'Account'>();
    await client.query(`insert into accounts (id, email, name, created_at) values ($1, $2, 'A', now())`, [
      account,
      `${account}@mau.example`,
    ]);
    await client.query(
      `insert into sessions (token_hash, account_id, committee_id, csrf_token, created_at, last_seen_at, expires_at)
       values ($1::uuid::text, $1, $2, 't', now(), now(), now())`,
      [account, committees[0]],
    );
    await client.query(
      `insert into memberships (committee_id, account_id, role, created_at) values ($2, $1, 'board', now())`,
      [account, committees[0]],
    );
    return account;
  }
});
