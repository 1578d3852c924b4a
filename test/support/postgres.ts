import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { endEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { processExists } from '../../src/platform/embedded-postgres/child.ts';
import { keepBlankCluster } from './blank-cluster.ts';

/** Where a test finds the superuser's URL of the server of this run. */
export const SERVER_URL = 'GIAOBAN_TEST_SERVER';

const FOLDER = /^giaoban-test-(\d+)-/;

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server of this run alone, in a folder that goes with it; it forgets all in a power cut, which makes it quick. */
export async function startTestServer(): Promise<TestServer> {
  await removeAbandonedServers();
  const folder = await mkdtemp(join(tmpdir(), `giaoban-test-${process.pid}-`));
  const dataDir = join(folder, 'postgres');
  const start = () => startEmbeddedPostgres({ dataDir, durable: false });
  await (await start()).stop();
  await keepBlankCluster(dataDir, join(folder, 'blank'));
  const server = await start();
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The superuser's way into the server of this run, for specs of a project with the global set-up. */
export function serverUrl(database = 'postgres'): string {
  const url = process.env[SERVER_URL];
  if (url === undefined) throw new Error(`${SERVER_URL} is unset: this project lacks the global set-up`);
  return databaseUrl(url, database);
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** One connection for the time of the work. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Of runs that were killed before they could clear up. */
async function removeAbandonedServers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1]);
    if (!(pid > 0) || processExists(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      await endEmbeddedPostgres(join(folder, 'postgres'));
      await rm(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or another run is at it.
    }
  }
}
