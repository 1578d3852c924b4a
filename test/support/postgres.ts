import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { endEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { processExists } from '../../src/platform/embedded-postgres/child.ts';
import { keepBlankCluster } from './blank-cluster.ts';
import { temporaryFolder, temporaryRoot } from './temporary-folder.ts';

/** The environment variable with the superuser's URL of this run's server. */
export const SERVER_URL = 'GIAOBAN_TEST_SERVER';

const FOLDER = /^giaoban-test-(\d+)-/;

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A server for this run, in a folder that is deleted with it; it loses its data in a power cut, which makes it fast.
 */
export async function startTestServer(): Promise<TestServer> {
  await removeAbandonedServers();
  const folder = await temporaryFolder(`giaoban-test-${process.pid}-`);
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

/** The superuser's URL of this run's server, for specs in a project with the global set-up. */
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

/** One connection during the work. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Servers of runs that were killed before they could clean up. */
async function removeAbandonedServers(): Promise<void> {
  const root = temporaryRoot();
  for (const name of await readdir(root)) {
    const pid = Number(FOLDER.exec(name)?.[1]);
    if (!(pid > 0) || processExists(pid)) continue;
    const folder = join(root, name);
    try {
      await endEmbeddedPostgres(join(folder, 'postgres'));
      await rm(folder, { recursive: true, force: true });
    } catch {
      // It belongs to another user, or another run is removing it.
    }
  }
}
