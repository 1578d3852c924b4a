import { spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { program, type Binaries } from './binaries.ts';
import { bareEnvironment, processExists, run } from './child.ts';
import { replaceFile, seenByServer, type Cluster } from './cluster.ts';

/** The content of `postmaster.pid`, which the server writes. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

const LOG_LIMIT = 8 * 1024 * 1024;

export async function readPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
}

/**
 * Whether this process is the server of this cluster: not a zombie, and not another process that got the process id
 * after the server had died. Any user may read the command line, which names the cluster; on Windows only the program's
 * name is compared.
 */
export async function isServerOf(cluster: Cluster, pid: number): Promise<boolean> {
  if (!(pid > 1) || !processExists(pid)) return false;
  const mark = process.platform === 'win32' ? 'postgres.exe' : `cluster_name=${await cluster.identity()}`;
  return (await commandLine(pid)).includes(mark);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (process.platform === 'win32') {
    return (await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { owner: null, cwd: '/' })).output;
  }
  return (await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { owner: null, cwd: '/' })).output;
}

export type Launch =
  | { readonly kind: 'ready'; readonly pid: number }
  /** The server ended by itself. */
  | { readonly kind: 'failed'; readonly output: string }
  /** The server was killed, or was ready before it ended. */
  | { readonly kind: 'lost' };

/**
 * Starts the server in its own session, so that Ctrl-C on our terminal does not reach it and it outlives us. Resolves
 * when it accepts connections or has ended.
 */
export async function launch(cluster: Cluster, binaries: Binaries, port: number, durable: boolean): Promise<Launch> {
  await disownStalePid(cluster);
  const settings = Object.entries({ ...(await settingsFor(cluster, port)), ...(durable ? {} : FORGETFUL) });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await openLog(cluster);
  const begin = (await log.stat()).size;
  try {
    const child = spawn(program(binaries, 'postgres'), ['-D', seenByServer(cluster.data, cluster.owner), ...flags], {
      ...cluster.owner,
      cwd: cluster.data,
      env: bareEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    const ended = new Promise<Launch>((resolve) => {
      child.on('error', (error) => resolve({ kind: 'failed', output: error.message }));
      child.on('exit', (_, signal) => resolve(signal === null ? { kind: 'failed', output: '' } : { kind: 'lost' }));
    });
    for (;;) {
      const end = await Promise.race([ended, pause(10, null)]);
      if (end?.kind === 'failed' && end.output === '') return await reasonIn(cluster.log, begin);
      if (end !== null) return end;
      const found = await readPostmaster(cluster);
      if (found !== null && found.pid === child.pid && found.status === 'ready') {
        return { kind: 'ready', pid: found.pid };
      }
    }
  } finally {
    await log.close();
  }
}

async function reasonIn(log: string, begin: number): Promise<Launch> {
  const output = (await readFile(log)).subarray(begin).toString('utf8');
  return /ready to accept connections/.test(output) ? { kind: 'lost' } : { kind: 'failed', output };
}

/** @returns whether it ended within the time */
export async function endsWithin(cluster: Cluster, pid: number, milliseconds: number): Promise<boolean> {
  const begin = performance.now();
  while (await isServerOf(cluster, pid)) {
    if (performance.now() - begin > milliseconds) return false;
    await pause(10);
  }
  return true;
}

const SHUTDOWN = { smart: 'SIGTERM', fast: 'SIGINT', immediate: 'SIGQUIT' } as const;
export type Shutdown = keyof typeof SHUTDOWN;

export async function shutDown(cluster: Cluster, binaries: Binaries, pid: number, mode: Shutdown): Promise<void> {
  if (process.platform === 'win32') {
    await run(program(binaries, 'pg_ctl'), ['stop', '-D', cluster.data, '-m', mode, '--no-wait'], {
      owner: null,
      cwd: cluster.data,
    });
  } else if (await isServerOf(cluster, pid)) {
    process.kill(pid, SHUTDOWN[mode]);
  }
}

/**
 * After a crash, or a restart of a container, the process id in `postmaster.pid` may belong to another process, and
 * PostgreSQL would take that for a running server. It ignores the id of its own parent and goes on to check the shared
 * memory, whose key stays in the file, so a server that is still running is detected. Must be called with the start
 * lock held.
 */
async function disownStalePid(cluster: Cluster): Promise<void> {
  if (process.platform === 'win32') return;
  const file = join(cluster.data, 'postmaster.pid');
  const stale = await readPostmaster(cluster);
  if (stale === null || !processExists(stale.pid) || (await isServerOf(cluster, stale.pid))) return;
  const text = await readFile(file, 'utf8');
  await replaceFile(file, text.replace(/^.*/, String(process.pid)), cluster.owner);
}

async function openLog(cluster: Cluster) {
  const { size } = await stat(cluster.log).catch(() => ({ size: 0 }));
  if (size > LOG_LIMIT) await rename(cluster.log, `${cluster.log}.1`);
  const log = await open(cluster.log, 'a', 0o600);
  if (cluster.owner !== null) await log.chown(cluster.owner.uid, cluster.owner.gid);
  return log;
}

/**
 * Settings for one office on a small machine; the server is reachable from this machine only, and only with the
 * password.
 */
async function settingsFor(cluster: Cluster, port: number): Promise<Record<string, string>> {
  return {
    cluster_name: await cluster.identity(),
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '64MB',
    io_method: 'sync',
    max_wal_size: '256MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
  };
}

/** A power failure may lose all data, a kill -9 loses nothing; for tests. */
const FORGETFUL = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', scram_iterations: '1' };
