import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of package.json, from which templates and other files that the compiler leaves alone are found: the same
 * from `src/…` and from `dist/src/…`.
 */
export const packageRoot: string = findUpward(dirname(fileURLToPath(import.meta.url)));

function findUpward(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json is not above the running code');
  return findUpward(parent);
}
