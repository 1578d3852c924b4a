import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import {
  packagedBinaries,
  program,
  runnableBinaries,
  type PackagedBinaries,
} from '../../src/platform/embedded-postgres/binaries.ts';
import { processExists, run, type Owner } from '../../src/platform/embedded-postgres/child.ts';
import {
  endEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { program as compiledProgram } from '../support/program.ts';
import { giveBlankCluster } from '../support/blank-cluster.ts';
import { onDatabase } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const IS_ROOT = process.geteuid?.() === 0;
const NOBODY: Owner = { uid: 65_534, gid: 65_534 };

let root: string;
const opened: string[] = [];

beforeAll(async () => {
  root = await temporaryFolder('giaoban-embedded-');
});

afterAll(async () => {
  for (const dataDir of opened) await endEmbeddedPostgres(dataDir);
  await rm(root, { recursive: true, force: true });
});

function dataDirOf(name: string): string {
  const dataDir = join(root, name);
  opened.push(dataDir);
  return dataDir;
}

function start(dataDir: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, durable: false });
}

interface User {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly server: Promise<Pick<EmbeddedPostgres, 'url' | 'pid' | 'adopted'>>;
}

function startElsewhere(dataDir: string, owner: Owner | null = null): User {
  const child = spawn(process.execPath, [compiledProgram('test/support/postgres-user'), dataDir], {
    ...owner,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const server = new Promise<Pick<EmbeddedPostgres, 'url' | 'pid' | 'adopted'>>((found, lost) => {
    child.stdout.once('data', (line: Buffer) => found(JSON.parse(line.toString()) as EmbeddedPostgres));
    child.once('exit', () => lost(new Error('it ended before it had a server')));
  });
  return { process: child, server };
}

function canRunSources(owner: Owner): boolean {
  const script = `require('node:fs').accessSync(${JSON.stringify(compiledProgram('test/support/postgres-user'))})`;
  return spawnSync(process.execPath, ['-e', script], { ...owner }).status === 0;
}

async function leave(user: User): Promise<void> {
  const exit = once(user.process, 'exit');
  user.process.stdin.end();
  await exit;
}

async function kill(child: { kill(signal: 'SIGKILL'): boolean; once(event: 'exit', f: () => void): unknown }) {
  const exit = new Promise<void>((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

/** Not by its process id, which a zombie keeps. */
const expectGone = (url: string) =>
  expect(onDatabase(url, (client) => client.query('select 1'))).rejects.toMatchObject({ code: 'ECONNREFUSED' });

const write = (url: string, word: string) =>
  onDatabase(url, async (client) => {
    await client.query('create table if not exists words (word text)');
    await client.query('insert into words values ($1)', [word]);
  });
const read = (url: string) =>
  onDatabase(url, async (client) => {
    const { rows } = await client.query<{ word: string }>('select word from words order by word');
    return rows.map((row) => row.word);
  });

describe('one server from start to stop', () => {
  const name = 'lasting';

  it('keeps its data and its port from one start to the next', async () => {
    const dataDir = dataDirOf(name);
    await giveBlankCluster(dataDir);
    const first = await startEmbeddedPostgres({ dataDir });
    await write(first.url, 'kept');
    await first.stop();
    await expectGone(first.url);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(second).toMatchObject({ adopted: false, url: first.url });
    expect(await read(second.url)).toEqual(['kept']);
    await second.stop();
  });

  it('serves this machine alone, by password, sorted as Vietnamese', async () => {
    const server = await start(join(root, name));
    const guessed = server.url.replace(/:[^:@]+@/, ':guess@');
    await expect(onDatabase(guessed, (client) => client.query('select 1'))).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(root, name, 'cluster', 'password'))).mode & 0o777).toBe(0o600);
    const { rows } = await onDatabase(server.url, (client) =>
      client.query<{ addresses: string; sockets: string; words: string[] }>(`
        select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
          (select array_agg(word order by word) from unnest(array['đa', 'ê', 'z', 'da', 'ă', 'e', 'â', 'a']) word) as words`),
    );
    expect(rows[0]).toEqual({
      addresses: '127.0.0.1',
      sockets: '',
      words: ['a', 'ă', 'â', 'da', 'đa', 'e', 'ê', 'z'],
    });
    await server.stop();
  });

  it('runs until the last of its users gives it back', async () => {
    const first = await start(join(root, name));
    const second = await start(join(root, name));
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
    await first.stop();
    expect(await read(second.url)).toEqual(['kept']);
    await second.stop();
    await expectGone(second.url);
  });

  it('is started for whoever comes while it stops', async () => {
    const leaving = await start(join(root, name));
    const [, coming] = await Promise.all([leaving.stop(), start(join(root, name))]);
    expect(await read(coming.url)).toEqual(['kept']);
    await coming.stop();
  });

  it('takes another port when its own is taken', async () => {
    const before = await start(join(root, name));
    await before.stop();
    const squatter = createServer().listen(before.port, '127.0.0.1');
    await once(squatter, 'listening');
    const after = await start(join(root, name));
    expect(after.port).not.toBe(before.port);
    expect(await read(after.url)).toEqual(['kept']);
    await after.stop();
    squatter.close();
  });

  it('is not fooled by another process that bears the number of a server long dead', async () => {
    const data = join(root, name, 'cluster', 'data');
    const before = await start(join(root, name));
    const pidFile = await readFile(join(data, 'postmaster.pid'), 'utf8');
    await before.stop();
    const { uid, gid } = await stat(data);
    const stranger = spawn('sleep', ['60'], IS_ROOT ? { uid, gid } : {});
    await writeFile(join(data, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));

    const after = await start(join(root, name));
    expect(after.adopted).toBe(false);
    expect(await read(after.url)).toEqual(['kept']);
    await after.stop();
    expect(processExists(stranger.pid ?? 0)).toBe(true);
    await kill(stranger);
  });
});

describe('several processes and kill -9', () => {
  const name = 'shared';

  it('gives one server to two processes that start it at once', async () => {
    const users = [startElsewhere(dataDirOf(name)), startElsewhere(join(root, name))] as const;
    const [one, other] = await Promise.all(users.map((user) => user.server));
    expect(other?.url).toBe(one?.url);
    expect(other?.pid).toBe(one?.pid);
    expect([one?.adopted, other?.adopted].sort()).toEqual([false, true]);
    await write(one?.url ?? '', 'shared');
    await Promise.all(users.map(leave));
    await expectGone(one?.url ?? '');
  });

  it('adopts the server that a killed process left behind', async () => {
    const user = startElsewhere(join(root, name));
    const left = await user.server;
    await kill(user.process);
    const heir = await start(join(root, name));
    expect(heir).toMatchObject({ adopted: true, pid: left.pid, url: left.url });
    await heir.stop();
    await expectGone(left.url);
  });

  it('starts a killed server again, on the same port, while somebody uses it', async () => {
    const events: string[] = [];
    const server = await startEmbeddedPostgres({
      dataDir: join(root, name),
      durable: false,
      log: (_, event) => events.push(event),
    });
    const { pid } = server;
    await write(server.url, 'committed');
    process.kill(pid, 'SIGKILL');
    await until(() => server.pid !== pid);
    expect(await read(server.url)).toEqual(['committed', 'shared']);
    expect(events).toEqual(['postgres.ready', 'postgres.lost', 'postgres.back']);
    await server.stop();
  });

  it('starts anew when server and process were killed together', async () => {
    const user = startElsewhere(join(root, name));
    const dead = await user.server;
    process.kill(dead.pid, 'SIGKILL');
    await kill(user.process);
    const server = await start(join(root, name));
    expect(server.adopted).toBe(false);
    expect(await read(server.url)).toEqual(['committed', 'shared']);
    await server.stop();
  });

  it('begins again when the very first start was killed half-way', async () => {
    const dataDir = dataDirOf('cut-short');
    const halfMade = async () =>
      (await readdir(dataDir).catch(() => [])).filter((file) => file.startsWith('cluster.new'));
    const user = startElsewhere(dataDir);
    user.server.catch(() => undefined);
    await until(async () => (await halfMade()).length > 0);
    await kill(user.process);
    const server = await start(dataDir);
    await write(server.url, 'whole');
    expect(await halfMade()).toEqual([]);
    await server.stop();
  });
});

describe('what cannot work says so', () => {
  const refused = async (dataDir: string, code: string, params: object) =>
    expect(start(dataDir)).rejects.toMatchObject({ name: 'DomainError', code, params });

  it('names data of another major version', async () => {
    const data = join(root, 'older', 'cluster', 'data');
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'PG_VERSION'), '17\n');
    await refused(join(root, 'older'), 'postgres.other_version', { found: '17', wanted: '18' });
    expect(await readFile(join(data, 'PG_VERSION'), 'utf8')).toBe('17\n');
  });

  it('leaves a folder alone that holds something else', async () => {
    const folder = join(root, 'else', 'cluster');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'letter.txt'), 'dear');
    await refused(join(root, 'else'), 'postgres.foreign_folder', { path: folder });
    expect(await readdir(folder)).toEqual(['letter.txt']);
  });

  it('names a folder that cannot be written', async () => {
    await writeFile(join(root, 'file'), '');
    await refused(join(root, 'file', 'postgres'), 'postgres.not_writable', { path: join(root, 'file', 'postgres') });
  });

  it('names a lost password', async () => {
    const dataDir = dataDirOf('forgetful');
    await mkdir(join(dataDir, 'cluster', 'data'), { recursive: true });
    await writeFile(join(dataDir, 'cluster', 'data', 'PG_VERSION'), '18\n');
    await refused(dataDir, 'postgres.password_lost', { path: join(dataDir, 'cluster', 'password') });
  });
});

if (IS_ROOT) {
  describe('as root', () => {
    it('the server is an unprivileged user, even below a folder that is closed to everyone but root', async () => {
      const closed = join(root, 'closed');
      await mkdir(closed, { mode: 0o700 });
      const server = await start(dataDirOf('closed/postgres'));
      expect((await stat(join(closed, 'postgres', 'cluster', 'data'))).uid).toBeGreaterThan(0);
      await write(server.url, 'reached');
      await server.stop();
    });

    it('the server belongs to the owner of the folder, who can later start it without root', async () => {
      const home = join(root, 'of-nobody');
      await mkdir(home);
      await chmod(root, 0o755);
      await chown(home, NOBODY.uid, NOBODY.gid);
      const server = await start(dataDirOf('of-nobody/postgres'));
      await server.stop();
      expect((await stat(join(home, 'postgres', 'cluster', 'data'))).uid).toBe(NOBODY.uid);
      if (!canRunSources(NOBODY)) return; // a checkout that only root can reach
      const user = startElsewhere(join(home, 'postgres'), NOBODY);
      expect(await user.server).toMatchObject({ adopted: false, url: server.url });
      await leave(user);
    });
  });
}

describe('binaries in a place where they cannot be run', () => {
  let owner: Owner | null;
  let packaged: PackagedBinaries;
  let caches: string[];

  beforeAll(async () => {
    owner = IS_ROOT ? NOBODY : null;
    await chmod(root, 0o755);
    const closed = join(root, 'closed-package');
    const source = await packagedBinaries();
    packaged = { ...source, folder: join(closed, 'native') };
    await cp(source.folder, packaged.folder, {
      recursive: true,
      filter: async (path) => !path.endsWith('.a') && !(await lstat(path)).isSymbolicLink(),
    });
    const entries = await readdir(packaged.folder, { withFileTypes: true, recursive: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
    for (const folder of [packaged.folder, ...folders]) await chmod(folder, 0o755);
    // Root cannot be prevented from writing, but its server's user can be prevented from entering.
    await chmod(IS_ROOT ? closed : join(packaged.folder, 'lib'), IS_ROOT ? 0o700 : 0o555);
    caches = [join(root, 'file', 'impossible'), join(root, 'cache')];
  });

  afterAll(() => chmod(join(packaged.folder, 'lib'), 0o755));

  it('are copied once, also for two starters, and run from there', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => runnableBinaries(packaged, owner, caches)));
    expect(one).toEqual(other);
    expect(await readdir(join(root, 'cache'))).toEqual([packaged.label]);
    const { code, output } = await run(program(one ?? packaged, 'initdb'), ['--version'], { owner, cwd: '/' });
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('18.') as string });
  });

  it('are copied again when something has gnawed at the copy', async () => {
    const { folder } = await runnableBinaries(packaged, owner, caches);
    const gnawed = join(folder, 'share', 'postgresql', 'information_schema.sql');
    await rm(gnawed);
    await runnableBinaries(packaged, owner, caches);
    expect((await stat(gnawed)).size).toBeGreaterThan(1000);
  });

  it('are never run from a folder that others may write to', async () => {
    await mkdir(join(root, 'open'));
    await chmod(join(root, 'open'), 0o777);
    await expect(runnableBinaries(packaged, owner, [join(root, 'open')])).rejects.toMatchObject({
      code: 'postgres.binaries_failed',
    });
    expect(await readdir(join(root, 'open'))).toEqual([]);
  });
});
