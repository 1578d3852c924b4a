import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One hash over all files, and which files each entry loads. */
export function makeManifest(directory: string, modules: Readonly<Record<string, readonly string[]>>) {
  const hash = createHash('sha256');
  for (const path of filesIn(directory)) {
    hash.update(relative(directory, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return { version: hash.digest('hex').slice(0, 12), modules };
}

/** All files below a directory, in order. */
export function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
