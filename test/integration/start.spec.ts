import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { startService } from '../../src/app/service.ts';
import { startFailure } from '../../src/app/start-failure.ts';
import { readConfig } from '../../src/config/config.ts';
import { PATIENCE, type Patience } from '../../src/platform/database/reach-database.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { giveBlankCluster } from '../support/blank-cluster.ts';
import { ChildService } from '../support/child-service.ts';
import { databaseUrl, onDatabase, serverUrl } from '../support/postgres.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/template.ts';
import { until } from '../support/until.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PASSWORD = 'hunter2-and-more';

describe('the start of the service', () => {
  let folder: string;
  let databases: string[];
  const clones: ClonedDatabase[] = [];
  const children: ChildService[] = [];
  const servers: Server[] = [];
  const sockets: Socket[] = [];

  beforeAll(async () => {
    folder = await temporaryFolder('giaoban-start-');
    databases = [];
    await onDatabase(serverUrl(), async (client) => {
      await client.query(`create role start_nobody login password '${PASSWORD}'`);
      await client.query(`create role start_owner login createrole password '${PASSWORD}'`);
    });
  });
  afterAll(async () => {
    for (const child of children) child.process.kill('SIGKILL');
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
    for (const cloned of clones) await cloned.drop();
    await onDatabase(serverUrl(), async (client) => {
      for (const name of databases) await client.query(`drop database ${name} with (force)`);
      await client.query(`drop role start_nobody`);
      await client.query(`drop role start_owner`);
    });
    await rm(folder, { recursive: true, force: true });
  });

  function start(environment: Record<string, string>): ChildService {
    const child = ChildService.start({ GIAOBAN_DATA: join(folder, `${children.length}`), ...environment });
    children.push(child);
    return child;
  }

  async function aDatabase(name: string, more = ''): Promise<string> {
    databases.push(name);
    await onDatabase(serverUrl(), (client) => client.query(`create database ${name} ${more}`));
    return name;
  }

  /** For starts that do not test the schema. */
  async function aMigratedDatabase(): Promise<string> {
    const cloned = await cloneDatabase();
    clones.push(cloned);
    return cloned.url;
  }

  /** The URL of the test server with another user, password or database. */
  function into(database: string, user = 'postgres', password = PASSWORD): string {
    const url = new URL(serverUrl(database));
    url.username = user;
    url.password = password;
    return url.href;
  }

  /** A port on which another program answers. */
  async function taken(answer: string | null = null): Promise<number> {
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      if (answer !== null) socket.end(answer);
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function free(): Promise<number> {
    const port = await taken();
    servers.pop()?.close();
    return port;
  }

  describe('that cannot succeed', () => {
    /** Long enough for a busy machine only. */
    const impatience: Patience = { ...PATIENCE, waitMs: { no_answer: 60_000 } };
    interface Case {
      readonly env: () => Promise<Record<string, string>>;
      readonly says: RegExp;
      readonly patience?: Patience;
    }
    const cases: Record<string, Case> = {
      'an unknown host': {
        env: () => Promise.resolve({ DATABASE_URL: `postgres://u:${PASSWORD}@nowhere.invalid/giaoban` }),
        says: /host of DATABASE_URL is not known/,
      },
      'a port where nothing listens': {
        env: async () => ({ DATABASE_URL: `postgres://u:${PASSWORD}@localhost:${await free()}/giaoban` }),
        says: /No server answers at DATABASE_URL/,
      },
      'a wrong password': {
        env: () => Promise.resolve({ DATABASE_URL: into('postgres') }),
        says: /refuses the user or the password/,
      },
      'no password': {
        env: () => Promise.resolve({ DATABASE_URL: into('postgres', 'postgres', '') }),
        says: /asks for a password/,
      },
      'a database that is not there': {
        env: () => Promise.resolve({ DATABASE_URL: serverUrl('not_there') }),
        says: /does not exist. Create it/,
      },
      'a server of another kind': {
        env: async () => ({
          DATABASE_URL: `postgres://u:${PASSWORD}@127.0.0.1:${await taken('HTTP/1.1 400 Bad Request\r\n\r\n')}/giaoban`,
        }),
        says: /is not PostgreSQL/,
      },
      'a server that keeps silent': {
        env: async () => ({ DATABASE_URL: `postgres://u:${PASSWORD}@127.0.0.1:${await taken()}/giaoban` }),
        says: /Nothing answers at DATABASE_URL in time/,
        patience: { answerMs: 500, waitMs: {} },
      },
      'a user without rights': {
        env: async () => ({ DATABASE_URL: into(await aDatabase('start_other'), 'start_nobody') }),
        says: /may not create tables or roles/,
      },
      'a server whose role of ours is another’s': {
        env: async () => ({
          DATABASE_URL: into(await aDatabase('start_owned', 'owner start_owner'), 'start_owner'),
        }),
        says: /role giaoban_app of this server was made by somebody else/,
      },
      'a server without a free connection': {
        env: async () => ({
          DATABASE_URL: into(await aDatabase('start_full', 'connection limit 0'), 'start_owner'),
        }),
        says: /has no connection left/,
      },
      'a server that does not speak TLS': {
        env: () => Promise.resolve({ DATABASE_URL: `${serverUrl()}?sslmode=verify-full` }),
        says: /does not speak TLS/,
      },
      'another encoding than UTF-8': {
        env: async () => ({
          DATABASE_URL: serverUrl(
            await aDatabase('start_ascii', `encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`),
          ),
        }),
        says: /does not keep its texts as UTF-8/,
      },
      'a port in use that was asked for': {
        env: async () => ({ PORT: `${await taken()}`, DATABASE_URL: into('postgres') }),
        says: /^Port \d+ is in use by another program. Stop that program, or set PORT/,
      },
      'a host that is not this machine': {
        env: () => Promise.resolve({ HOST: '192.0.2.1', PORT: '0', DATABASE_URL: into('postgres') }),
        says: /HOST is not an address of this machine/,
      },
      'a plain public address': {
        env: () => Promise.resolve({ PUBLIC_URL: 'http://giaoban.example.vn' }),
        says: /PUBLIC_URL must begin with https/,
      },
      'an address of mail that is none': {
        env: () => Promise.resolve({ SMTP_URL: PASSWORD }),
        says: /SMTP_URL is not an address/,
      },
      'a folder of data that is a file': {
        env: async () => {
          await writeFile(join(folder, 'file'), '');
          return { PORT: '0', GIAOBAN_DATA: join(folder, 'file/data') };
        },
        says: /data folder .* cannot be read or written/,
      },
    };

    /** The sentence with which the service ends; null if it starts. */
    async function refusal(env: Record<string, string>, patience = impatience): Promise<string | null> {
      try {
        const config = readConfig({ GIAOBAN_DATA: join(folder, 'refused'), ...env });
        const log = pino({ level: 'silent' });
        await (await startService({ config, serves: true, works: false, log, patience })).stop();
        return null;
      } catch (error) {
        return startFailure(error);
      }
    }

    it.each(Object.entries(cases))('for %s says so in one sentence', async (_, { env, says, patience }) => {
      const said = await refusal(await env(), patience);
      expect(said).toMatch(says);
      expect(said).not.toMatch(/hunter2|\n/);
    });

    it('ends with code 2 and that sentence alone', async () => {
      const { code, stdout, stderr } = await start({ DATABASE_URL: into('postgres') }).ended;
      expect(stderr).toMatch(/refuses the user or the password/);
      expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
      expect(stdout + stderr).not.toMatch(/hunter2|\n\s+at /);
    });
  });

  it('takes the next free port where none was asked for, from the beginning of the start: copies take one each', async () => {
    const server = createServer();
    servers.push(server);
    // The default port is taken too, if it is still free.
    const hold = () =>
      new Promise<unknown>((resolve) => {
        server.once('error', resolve);
        server.listen(3000, '127.0.0.1', () => resolve(null));
      });
    await hold();
    const databaseUrls = [await aMigratedDatabase(), await aMigratedDatabase()];
    const startCopies = () => databaseUrls.map((url) => start({ DATABASE_URL: url }));
    const addressesOf = (copies: readonly ChildService[]) => Promise.all(copies.map((copy) => copy.url()));
    let copies = startCopies();
    let urls = await addressesOf(copies);
    // The program on that port has just ended.
    while (urls.some((url) => url.endsWith(':3000')) && !server.listening) {
      for (const copy of copies) await copy.end();
      await hold();
      copies = startCopies();
      urls = await addressesOf(copies);
    }
    expect(new Set(urls).size).toBe(2);
    for (const url of urls) {
      expect(Number(new URL(url).port)).toBeGreaterThan(3000);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
    }
    server.close();
    for (const copy of copies) expect(await copy.end()).toMatchObject({ code: 0, stderr: '' });
  });

  it('waits for a PostgreSQL that is just coming up, and needs no more of it than a database and the right to create roles', async () => {
    const dataDir = join(folder, 'late');
    await giveBlankCluster(dataDir);
    const early = await startEmbeddedPostgres({ dataDir, durable: false });
    await onDatabase(early.url, async (client) => {
      await client.query(`create role owner login createrole password '${PASSWORD}'`);
      await client.query(`create database owned owner owner`);
    });
    await early.stop();
    const url = new URL(databaseUrl(early.url, 'owned'));
    url.username = 'owner';
    url.password = PASSWORD;
    const child = start({ DATABASE_URL: url.href, PORT: `${await free()}` });
    await child.logged('database.awaited');
    const late = await startEmbeddedPostgres({ dataDir, durable: false });
    try {
      expect(late.url).toBe(early.url);
      const address = await child.url();
      expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ status: 'ok' });
      expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
      expect(child.stdout).toContain('SMTP_URL is not set');
      expect(child.stdout).not.toContain('DATABASE_URL is not set');
      expect(await child.end()).toMatchObject({ code: 0, stderr: '' });
    } finally {
      await late.stop();
    }
  });

  it('stops once the last request has its answer, whoever keeps a connection for the next one', async () => {
    const child = start({ DATABASE_URL: await aMigratedDatabase(), PORT: `${await free()}` });
    const { hostname, port } = new URL(await child.url());
    const client = connect(Number(port), hostname);
    let answer = '';
    client.on('data', (bytes: Buffer) => (answer += bytes.toString()));
    const closed = once(client, 'close');
    const body = 'language=en';
    const head = ['POST /language HTTP/1.1', `Host: ${hostname}:${port}`, `Content-Length: ${body.length}`];
    head.push('Content-Type: application/x-www-form-urlencoded', 'Expect: 100-continue');
    client.write([...head, '', body.slice(0, 4)].join('\r\n'));
    await until(() => answer === 'HTTP/1.1 100 Continue\r\n\r\n'); // the request is under way
    const ended = child.end();
    await child.logged('service.stopping');
    client.write(body.slice(4));
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 [34]\d\d /);
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('when it is broken off leaves nothing running', async () => {
    const dataDir = join(folder, 'broken-off');
    await giveBlankCluster(join(dataDir, 'postgres'));
    const child = start({ GIAOBAN_DATA: dataDir, PORT: `${await free()}` });
    await child.logged('postgres.ready');
    expect(await child.end('SIGINT')).toMatchObject({ code: 0, stderr: '' });
    const again = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), durable: false });
    const { adopted } = again;
    await again.stop();
    expect(adopted).toBe(false);
  });
});
