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
 * What lies in a data directory: `cluster/data` is PostgreSQL's own, `cluster/password` the superuser's password beside
 * it; the two appear together by one rename, so that a start that was cut short leaves nothing half-made.
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
   * Tells the server of this very directory from any other, a copy of the directory included: it is given to the server
   * as its cluster_name, and so stands in its command line too.
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
      await rm(this.folder, { recursive: true, force: true }); // at most an empty one
      await rename(fresh, this.folder);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }

  /** Sorted as Vietnamese by ICU; letters are classed by C.UTF-8 where the machine has it. */
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

  /** Of starts that were killed in the middle; their initdb may go on for a moment, hence the retries. */
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
 * How the server names its data directory. As an unprivileged user it may be unable to walk there (below /root, say):
 * Linux lets it in through the working directory, which root has entered for it.
 */
export function seenByServer(data: string, owner: Owner | null): string {
  return owner !== null && existsSync('/proc/self/cwd') ? '/proc/self/cwd' : data;
}

/** What PostgreSQL says when it gives up, as an error that says what to do. */
export function startFailure(output: string, cluster: Cluster): DomainError {
  if (/No space left on device|Disk quota exceeded|free disk space/i.test(output)) {
    return new DomainError('postgres.disk_full', { path: cluster.home });
  }
  if (/Permission denied|Read-only file system/i.test(output)) {
    return new DomainError('postgres.not_writable', { path: cluster.home, reason: lastComplaint(output) });
  }
  return new DomainError('postgres.start_failed', { reason: lastComplaint(output), log: cluster.log });
}

/** What the file system says, likewise; anything else stays as it is. */
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

/** The folders on the way belong to whoever owns the folder that they are made in; the last one is the server's own. */
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

/** Root of a walled-in place may be unable to hand anything to another user. */
async function give(path: string, { uid, gid }: Owner): Promise<void> {
  await chown(path, uid, gid).catch(() => {
    throw new DomainError('postgres.no_user', {});
  });
}

/** All of it or nothing, also for those who read meanwhile. */
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
