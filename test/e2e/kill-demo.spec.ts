import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { endEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { processExists } from '../../src/platform/embedded-postgres/child.ts';
import { type Random, randomFrom } from '../../src/kernel/random.ts';
import { giveBlankCluster } from '../support/blank-cluster.ts';
import { program } from '../support/program.ts';
import { SEED } from '../support/seed.ts';
import { smallDistrict } from '../support/small-district.ts';
import { until } from '../support/until.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Kill {
  /** The kill happens after this many lines of progress, and then this many milliseconds. */
  readonly steps: number;
  readonly milliseconds: number;
  readonly victims: (typeof VICTIMS)[number];
}

/** PostgreSQL alone is killed only once the demo runs, because losing it during the set-up ends the start. */
const VICTIMS = ['the demo', 'the demo and PostgreSQL', 'PostgreSQL'] as const;
/** The number of lines of progress, and a longer pause in the one that plays the evenings. */
const STEPS = 11;
const EVENINGS = 6;

/** In the gate one kill in a small district; in the drills as many months of the sample as KILLS says. */
const KILLS = Number(process.env['KILLS'] ?? 0);
const IN_THE_GATE: Kill = { steps: EVENINGS, milliseconds: 200, victims: 'the demo and PostgreSQL' };

/** Every step is used in turn; the moment within it and the victims are random and part of the test's name. */
function someKill(random: Random, steps: number): Kill {
  const longest = steps === EVENINGS ? 10_000 : 3_000;
  return {
    steps,
    milliseconds: random.below(longest),
    victims: VICTIMS[random.below(steps === 0 ? 2 : VICTIMS.length)] ?? 'the demo',
  };
}

/** The months that are killed; every other one twice. */
function someMonths(): { name: string; kills: Kill[] }[] {
  const random = randomFrom(SEED);
  const first = random.below(STEPS);
  const drawn = Array.from({ length: KILLS }, (_, i) => {
    const steps = (first + i) % STEPS;
    const kills = i % 2 === 0 ? [steps] : [steps, steps + random.below(STEPS - steps)];
    return kills.map((step) => someKill(random, step));
  });
  return (KILLS > 0 ? drawn : [[IN_THE_GATE]]).map((kills) => ({
    name: kills.map((kill) => `${kill.victims} ${kill.milliseconds} ms after step ${kill.steps}`).join(', then '),
    kills,
  }));
}

const EDIT = `update branches set name = 'Chi bộ đổi tên', archived_at = now()
  where id = (select id from branches order by code limit 1)`;

describe('the demo, killed at some moment and started again', () => {
  let folder: string;
  let data: string;
  beforeEach(async () => {
    folder = await temporaryFolder('giaoban-demo-');
    data = join(folder, 'data/demo');
    if (KILLS > 0) return;
    await writeFile(join(folder, 'district.xlsx'), await smallDistrict());
    await giveBlankCluster(join(data, 'postgres'));
  });
  afterEach(async () => {
    await endEmbeddedPostgres(join(data, 'postgres'));
    await rm(folder, { recursive: true, force: true });
  });

  function run(dataDir: string, file: string, ...words: string[]): ChildProcess {
    return spawn(process.execPath, [file, ...words], {
      cwd: folder,
      // Any port, because the default ones may be in use.
      env: { ...process.env, GIAOBAN_DATA: dataDir, LOG_LEVEL: 'silent', PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
  const demo = () =>
    KILLS === 0
      ? run(join(folder, 'data'), program('test/support/small-demo'), join(folder, 'district.xlsx'))
      : run(join(folder, 'data'), program('programs/cli'), 'demo', '--once');

  async function output(child: ChildProcess): Promise<{ code: number | null; text: string }> {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, text };
  }

  /** @throws when the demo ends by itself */
  async function killed({ steps, milliseconds, victims }: Kill): Promise<void> {
    const child = demo();
    const ended = output(child);
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while ((printed.match(/✓/g) ?? []).length < steps && child.exitCode === null) await sleep(5);
    await Promise.race([sleep(milliseconds), ended]);
    if (victims !== 'PostgreSQL') child.kill('SIGKILL');
    if (victims !== 'the demo') await killPostgres();
    const { code, text } = await ended;
    if (code !== null && code !== 0) throw new Error(text);
    if (victims === 'PostgreSQL') expect(code).toBe(0);
  }

  /** Without a signal to shut down, as in a power cut, before or after its demo. */
  async function killPostgres(): Promise<void> {
    const pid = await postgresPid();
    if (pid > 0) process.kill(pid, 'SIGKILL');
  }

  /** 0 where there is none. */
  async function postgresPid(): Promise<number> {
    const file = await readFile(join(data, 'postgres/cluster/data/postmaster.pid'), 'utf8').catch(() => '');
    return Number(file.split('\n')[0]);
  }

  /** All of it stops at Ctrl-C in the middle of a step. */
  async function interrupted(): Promise<void> {
    const child = demo();
    const ended = output(child);
    while (!(await readFile(join(data, 'demo.json'), 'utf8').catch(() => ''))) await sleep(20);
    const postgres = await postgresPid();
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    // It has taken its last step by then, and goes as soon as the machine lets it.
    await until(() => !processExists(postgres));
    expect(await readFile(join(data, 'demo.json'), 'utf8').catch(() => 'gone')).toBe('gone');
  }

  it.each(someMonths())(
    'stops at Ctrl-C, and finishes the month with nothing lost and nothing doubled: $name',
    async ({ kills }) => {
      await interrupted();
      for (const kill of kills) await killed(kill);
      expect(await output(demo())).toMatchObject({ code: 0 });
      const { code, text } = await output(run(data, program('programs/cli'), 'audit', 'verify'));
      expect({ code, text }).toMatchObject({ code: 0, text: expect.stringMatching(/^✓ [^\n]+\n$/) as string });
      await onDatabase(async (client) => {
        await everythingOnce(client);
        await client.query(EDIT);
      });
      // What was changed and retired in a month that is over stays so when the demo takes up the same data.
      expect(await output(demo())).toMatchObject({ code: 0, text: expect.stringContaining('giữ nguyên') as string });
      const kept = `select archived_at is not null as gone, (select count(*) from imports) as imports from branches
        where name = 'Chi bộ đổi tên'`;
      expect((await onDatabase((client) => client.query(kept))).rows).toEqual([{ gone: true, imports: '1' }]);
    },
    400_000,
  );

  async function onDatabase<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
    const server = await startEmbeddedPostgres({ dataDir: join(data, 'postgres') });
    const client = new pg.Client(server.url);
    await client.connect();
    try {
      return await ask(client);
    } finally {
      await client.end();
      await server.stop();
    }
  }

  async function everythingOnce(client: pg.Client): Promise<void> {
    const one = async (sql: string) => (await client.query<Record<string, string>>(sql)).rows[0];
    expect(
      await one(`select
          (select count(*) from committees) as committees,
          (select count(*) from imports where state = 'committed' and (summary->>'changes')::int > 0) as imports,
          (select count(*) from plans where state = 'published') as plans,
          (select count(*) from briefings where state = 'frozen') as briefings,
          (select count(*) from documents) as documents,
          (select count(*) from mails where state <> 'sent') as unsent,
          (select count(*) from visits where plan_id is not null and state <> 'done') as undone,
          (select count(*) from visits v where plan_id is not null
            and (select array_agg(s.state::text) from submissions s where s.visit_id = v.id) is distinct from '{accepted}')
            as without_form`),
    ).toEqual({
      committees: '1',
      imports: '1',
      plans: '1',
      briefings: '1',
      documents: '2',
      unsent: '0',
      undone: '0',
      without_form: '0',
    });
    const counts = await one(`select
        (select count(*)::text from plan_assignments a join plans p on p.id = a.plan_id where p.state = 'published') as assigned,
        (select count(*) from visits where plan_id is not null) as visits,
        (select count(*) from mails where kind = 'visits-published') as notices,
        (select count(distinct specialist_id) from visits where plan_id is not null) as people,
        (select count(*) from mails where kind = 'briefing-frozen') as digests,
        (select count(*) from memberships where role = 'leader') as leaders,
        (select count(*) from event_deliveries where handled_at is null) as unhandled,
        (select count(*) from mails) as mails`);
    expect(counts?.['visits']).toBe(counts?.['assigned']);
    expect(counts?.['notices']).toBe(counts?.['people']);
    expect(counts?.['digests']).toBe(counts?.['leaders']);
    expect(counts?.['unhandled']).toBe('0');
    const mails = await client.query<{ id: string }>(`select message_id as id from mails order by id`);
    expect(await messageIds(join(folder, 'out/mails'))).toEqual(mails.rows.map(({ id }) => id).sort());
    const { rows: acts } = await client.query<{ action: string; count: string }>(
      `select action, count(*) from audit_entries
         where action in ('plan.published', 'briefing.frozen', 'document.issued', 'rubric.adopted',
           'evaluation.submitted', 'evaluation.accepted') group by action`,
    );
    expect(Object.fromEntries(acts.map(({ action, count }) => [action, count]))).toEqual({
      'plan.published': '1',
      'briefing.frozen': '1',
      'document.issued': '2',
      'rubric.adopted': '1',
      'evaluation.submitted': counts?.['visits'],
      'evaluation.accepted': counts?.['visits'],
    });
  }
});

/**
 * The distinct Message-IDs in a folder of mails. The mailbox stores a mail that is sent again, byte for byte the same,
 * only once.
 */
async function messageIds(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const ids = await Promise.all(
    files.map(async (name) => /^Message-ID:\s*(\S+)/im.exec(await readFile(join(folder, name), 'utf8'))?.[1] ?? name),
  );
  return ids.sort();
}
