import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '../../kernel/domain-error.ts';

/** `O_EXLOCK` of macOS and the BSDs, which Node does not name. */
const EXCLUSIVE_LOCK = 0x20;

/**
 * Runs the work while no other process of this machine does so for the same directory. The system releases the lock
 * when its process dies: it is a name among abstract sockets or pipes, or a locked file.
 */
export async function holdingStartLock<T>(home: string, patience: number, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  let release = await tryLock(home);
  while (release === null) {
    if (performance.now() - begin > patience) throw new DomainError('postgres.busy', { path: home });
    await pause(20);
    release = await tryLock(home);
  }
  try {
    return await work();
  } finally {
    await release();
  }
}

type Release = () => Promise<void>;

async function tryLock(home: string): Promise<Release | null> {
  if (process.platform !== 'linux' && process.platform !== 'win32') return tryLockFile(join(home, 'starting'));
  const { dev, ino } = await stat(home, { bigint: true });
  const name = `giaoban-start-${dev.toString(36)}-${ino.toString(36)}`;
  return tryListen(process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`);
}

function tryListen(path: string): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => {
      resolve(() => new Promise((done) => server.close(() => done())));
    });
  });
}

async function tryLockFile(path: string): Promise<Release | null> {
  try {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | EXCLUSIVE_LOCK, 0o600);
    return () => file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
    throw error;
  }
}
