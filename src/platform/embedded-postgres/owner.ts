import { chown, lstat, readdir, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { DomainError } from '../../kernel/domain-error.ts';
import type { Owner } from './child.ts';

/** In order of preference; most systems have one of them. */
const SERVICE_USERS = ['postgres', '_postgres', 'nobody', 'daemon'];

/**
 * The user that the server runs as; `null` is the current user. As root it is the owner of the existing cluster, else
 * the owner of the folder that will hold it (so that a later start without root finds its own files), else a service
 * user.
 */
export async function chooseOwner(cluster: string): Promise<Owner | null> {
  if (process.geteuid?.() !== 0) return null;
  const current = await ownerOf(cluster);
  if (current !== null && current.uid !== 0) return current;
  const named = await namedUsers();
  const around = await ownerOfNearest(dirname(cluster));
  const chosen =
    [...named.values()].find((user) => user.uid === around.uid) ??
    SERVICE_USERS.map((name) => named.get(name)).find((user) => user !== undefined);
  if (chosen === undefined) throw new DomainError('postgres.no_user', {});
  if (current !== null) await chownTree(cluster, chosen);
  return chosen;
}

/** initdb looks up the name of its user and fails for a user id without a name, as is common in containers. */
export function assertNamedUser(owner: Owner | null): void {
  if (owner !== null || process.geteuid === undefined) return;
  try {
    userInfo();
  } catch {
    throw new DomainError('postgres.unnamed_user', { uid: process.geteuid() });
  }
}

async function namedUsers(): Promise<ReadonlyMap<string, Owner>> {
  const users = new Map<string, Owner>();
  for (const line of (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name !== undefined && Number(uid) > 0) users.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  return users;
}

async function ownerOf(path: string): Promise<Owner | null> {
  const found = await lstat(path).catch(() => null);
  return found && { uid: found.uid, gid: found.gid };
}

/** The owner of the nearest existing folder on the path. */
export async function ownerOfNearest(path: string): Promise<Owner> {
  return (await ownerOf(path)) ?? (await ownerOfNearest(dirname(path)));
}

/** A cluster that root has copied or unpacked belongs to root, and PostgreSQL would refuse it. */
async function chownTree(path: string, owner: Owner): Promise<void> {
  await chown(path, owner.uid, owner.gid);
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory() || entry.isFile()) await chown(join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
}
