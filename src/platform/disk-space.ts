import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Of the disk that a folder lies on, in bytes. */
export interface DiskSpace {
  /** What this program may still write. */
  readonly free: number;
  readonly total: number;
}

/** Of a folder that is not there yet, the disk on which it would be made; null where the system does not say. */
export async function diskSpace(folder: string): Promise<DiskSpace | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return blocks === 0 ? null : { free: bavail * bsize, total: blocks * bsize };
  } catch {
    const above = dirname(folder);
    return above === folder ? null : diskSpace(above);
  }
}
