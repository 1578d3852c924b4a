import { accessSync, constants, statfsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory, as Linux has it. */
const MEMORY = '/dev/shm';
/** Less is common in containers; a whole run uses about a tenth of it. */
const ENOUGH_BYTES = 4e9;

/**
 * The folder for what a run of specs leaves behind nowhere: in memory, where creating a database takes a thirteenth of
 * the time; on the disk where there is too little memory, or where TMPDIR says so.
 */
export function temporaryRoot(): string {
  return process.env['TMPDIR'] === undefined && hasRoomInMemory() ? MEMORY : tmpdir();
}

function hasRoomInMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}

/** A new folder whose name begins with `prefix`; whoever asks for it deletes it. */
export function temporaryFolder(prefix: string): Promise<string> {
  return mkdtemp(join(temporaryRoot(), prefix));
}
