import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { endEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { projectRoot } from '../../src/platform/project-root.ts';

const cli = join(projectRoot, 'dist/src/cli.js');

describe('the demo, killed at a random moment and started again', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'giaoban-demo-'));
  });
  afterAll(async () => {
    await endEmbeddedPostgres(join(folder, 'data/demo/postgres'));
    await rm(folder, { recursive: true, force: true });
  });

  function demo(): ChildProcess {
    return spawn(process.execPath, [cli, 'demo', '--once'], {
      cwd: folder,
      env: { ...process.env, GIAOBAN_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async function output(child: ChildProcess): Promise<{ code: number | null; text: string }> {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, text };
  }

  it('finishes the month with nothing lost and nothing doubled', async () => {
    const first = demo();
    const ended = output(first);
    const wait = 2000 + Math.floor(Math.random() * 18_000);
    await Promise.race([sleep(wait), ended]);
    first.kill('SIGKILL');
    await ended;
    const second = await output(demo());
    expect({ wait, ...second }).toMatchObject({ code: 0 });

    const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data/demo/postgres') });
    const client = new pg.Client(server.url);
    await client.connect();
    const one = async (sql: string) => (await client.query<Record<string, string>>(sql)).rows[0];
    try {
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
            and (select count(*) from submissions s where s.visit_id = v.id and s.state = 'accepted') <> 1) as without_form`),
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
        (select jsonb_array_length(result->'assignments')::text from plans where state = 'published') as assigned,
        (select count(*) from visits where plan_id is not null) as visits,
        (select count(*) from mails where kind = 'visits-published') as notices,
        (select count(distinct specialist_id) from visits where plan_id is not null) as people,
        (select count(*) from mails) as mails`);
      expect(counts?.['visits']).toBe(counts?.['assigned']);
      expect(counts?.['notices']).toBe(counts?.['people']);
      expect(await messageIds(join(folder, 'out/mails'))).toHaveLength(Number(counts?.['mails']));
    } finally {
      await client.end();
      await server.stop();
    }
  }, 240_000);
});

/** The distinct Message-IDs of a folder of mails. A resend is the same bytes, so the mailbox has kept it once. */
async function messageIds(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const ids = await Promise.all(
    files.map(async (name) => /^Message-ID:\s*(\S+)/im.exec(await readFile(join(folder, name), 'utf8'))?.[1] ?? name),
  );
  expect(new Set(ids).size).toBe(files.length);
  return ids;
}
