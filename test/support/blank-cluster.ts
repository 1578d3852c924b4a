import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The environment variable with the data directory of a server that has never held anything. */
export const BLANK_CLUSTER = 'GIAOBAN_TEST_CLUSTER';

/** Keeps owners and modes, which PostgreSQL checks. */
const copy = (from: string, into: string) => promisify(execFile)('cp', ['-a', from, into]);

/** Keeps a copy of the cluster in `dataDir`, whose server must not run, for `giveBlankCluster`. */
export async function keepBlankCluster(dataDir: string, keptIn: string): Promise<void> {
  await mkdir(keptIn, { recursive: true });
  await copy(join(dataDir, 'cluster'), keptIn);
  process.env[BLANK_CLUSTER] = join(keptIn, 'cluster');
}

/** Copies what a first start of the embedded server in `dataDir` would create, in a fraction of the time. */
export async function giveBlankCluster(dataDir: string): Promise<void> {
  const kept = process.env[BLANK_CLUSTER];
  if (kept === undefined) throw new Error(`${BLANK_CLUSTER} is unset: this project lacks the global set-up`);
  await mkdir(dataDir, { recursive: true });
  await copy(kept, dataDir);
}
