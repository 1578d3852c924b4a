import { randomBytes, randomUUID } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DomainError } from '../../kernel/domain-error.ts';
import { program, type Binaries } from './binaries.ts';
import { processExists, run, type Owner } from './child.ts';
import { assertNamedUser, ownerOfNearest } from './owner.ts';

export const SUPERUSER = 'postgres';

/**
 * The data directory: `cluster/data` is PostgreSQL's own, `cluster/password` holds the superuser's password. Both
 * appear together by one rename, so that an interrupted start leaves nothing incomplete.
 */
export class Cluster {
  constructor(
    readonly home: string,
    readonly owner: Owner | null,
  ) {}

  get folder(): string {
    return join(this.home, 'cluster');
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  get passwordFile(): string {
    return join(this.folder, 'password');
  }

  get log(): string {
    return join(this.home, 'server.log');
  }

  private get portFile(): string {
    return join(this.home, 'port');
  }

  async ensure(binaries: Binaries, durable: boolean): Promise<void> {
    const found = await this.version();
    if (found === null) await this.create(binaries, durable);
    else if (found !== binaries.major) {
      throw new DomainError('postgres.other_version', { path: this.data, found, wanted: binaries.major });
    }
  }

  async password(): Promise<string> {
    const text = await readFile(this.passwordFile, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    });
    if (text.trim() === '') throw new DomainError('postgres.password_lost', { path: this.passwordFile });
    return text.trim();
  }

  /**
   * Identifies this very directory, even against a copy of it. The server gets it as its cluster_name, which also shows
   * in its command line.
   */
  async identity(): Promise<string> {
    const { dev, ino } = await stat(this.data, { bigint: true });
    return `giaoban-${dev.toString(36)}-${ino.toString(36)}`;
  }

  async rememberedPort(): Promise<number | null> {
    const port = Number(await readFile(this.portFile, 'utf8').catch(() => ''));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  }

  async rememberPort(port: number): Promise<void> {
    await replaceFile(this.portFile, `${port}\n`, this.owner);
  }

  private async version(): Promise<string | null> {
    const text = await readFile(join(this.data, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (text !== null) return text.trim();
    if ((await readdir(this.folder).catch(() => [])).length > 0) {
      throw new DomainError('postgres.foreign_folder', { path: this.folder });
    }
    return null;
  }

  private async create(binaries: Binaries, durable: boolean): Promise<void> {
    assertNamedUser(this.owner);
    await this.removeLeftovers();
    const fresh = join(this.home, `cluster.new-${process.pid}-${randomUUID()}`);
    try {
      await makeFolder(fresh, this.owner);
      await makeFolder(join(fresh, 'data'), this.owner);
      await replaceFile(join(fresh, 'password'), randomBytes(24).toString('base64url'), this.owner);
      await this.initialise(binaries, join(fresh, 'data'), durable);
      await rm(this.folder, { recursive: true, force: true }); // known to be missing or empty
      await rename(fresh, this.folder);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }

  /** Sorts as Vietnamese by ICU; classifies letters by C.UTF-8 where the machine has it. */
  private async initialise(binaries: Binaries, data: string, durable: boolean): Promise<void> {
    const init = (locale: string) =>
      run(
        program(binaries, 'initdb'),
        [
          ...['-D', seenByServer(data, this.owner), '-U', SUPERUSER, '--pwfile', join('..', 'password')],
          ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--text-search-config', 'simple', '--no-instructions'],
          ...['--locale-provider', 'icu', '--icu-locale', 'vi', '--locale', locale],
          ...(durable ? [] : ['--no-sync']),
        ],
        { owner: this.owner, cwd: data },
      );
    let { code, output } = await init('C.UTF-8');
    if (code !== 0 && output.includes('invalid locale name')) ({ code, output } = await init('C'));
    if (code === 0) return;
    await writeFile(this.log, `${output}\n`, { flag: 'a' }).catch(() => undefined);
    throw startFailure(output, this);
  }

  /** Removes what killed starts have left. Their initdb may still run for a moment, hence the retries. */
  private async removeLeftovers(): Promise<void> {
    for (const name of await readdir(this.home)) {
      const pid = Number(/^cluster\.new-(\d+)-/.exec(name)?.[1]);
      if (pid > 0 && pid !== process.pid && !processExists(pid)) {
        const retries = { maxRetries: 10, retryDelay: 50 };
        await rm(join(this.home, name), { recursive: true, force: true, ...retries }).catch(() => undefined);
      }
    }
  }
}

/**
 * The path by which the server opens its data directory. An unprivileged user may not be able to reach it by its full
 * path (below /root, for example). On Linux the server then uses the working directory, which root has entered for it.
 */
export function seenByServer(data: string, owner: Owner | null): string {
  return owner !== null && existsSync('/proc/self/cwd') ? '/proc/self/cwd' : data;
}

/** Turns PostgreSQL's last messages into an error that says what to do. */
export function startFailure(output: string, cluster: Cluster): DomainError {
  if (/No space left on device|Disk quota exceeded|free disk space/i.test(output)) {
    return new DomainError('postgres.disk_full', { path: cluster.home });
  }
  if (/Permission denied|Read-only file system/i.test(output)) {
    return new DomainError('postgres.not_writable', { path: cluster.home, reason: lastComplaint(output) });
  }
  return new DomainError('postgres.start_failed', { reason: lastComplaint(output), log: cluster.log });
}

/** Turns errors of the file system into errors that say what to do; returns any other error unchanged. */
export function fileFailure(error: unknown, home: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DomainError('postgres.disk_full', { path: home });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) {
    return new DomainError('postgres.not_writable', { path: home, reason: code ?? '' });
  }
  return error;
}

function lastComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const complaint = lines.findLast((line) => /(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? 'no word of why';
  return complaint.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim();
}

/**
 * Makes the folder of the server. Missing parent folders belong to the owner of the folder that they are made in, the
 * last folder to the server's user.
 */
export async function makeHome(home: string, owner: Owner | null): Promise<void> {
  const around = await ownerOfNearest(dirname(home));
  const first = await mkdir(dirname(home), { recursive: true });
  if (first !== undefined && owner !== null) {
    for (let made = dirname(home); made.length >= first.length; made = dirname(made)) {
      await give(made, around);
    }
  }
  await makeFolder(home, owner).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  if (!(await stat(home)).isDirectory()) throw new DomainError('postgres.foreign_folder', { path: home });
}

async function makeFolder(path: string, owner: Owner | null): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (owner !== null) await give(path, owner);
}

/** In a restricted environment even root may not be able to change owners. */
async function give(path: string, { uid, gid }: Owner): Promise<void> {
  await chown(path, uid, gid).catch(() => {
    throw new DomainError('postgres.no_user', {});
  });
}

/** Replaces a file by a rename, so that readers see the old content or the new one and never a part. */
export async function replaceFile(path: string, content: string, owner: Owner | null): Promise<void> {
  const fresh = `${path}.${randomUUID()}`;
  const file = await open(fresh, 'wx', 0o600);
  try {
    await file.writeFile(content);
    if (owner !== null) await file.chown(owner.uid, owner.gid);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
}
