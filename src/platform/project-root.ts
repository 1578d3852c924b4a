import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The directory of package.json, found from wherever this was compiled to: templates and packages lie under it. */
export const projectRoot = folderAbove('package.json', 'run this from an unpacked checkout or image');

/** What the build of this program has made: `dist`, or `build` for tests. */
export function builtRoot(): string {
  return folderAbove('assets.json', 'build the project first');
}

/** The nearest folder above this file that holds one of this name. */
function folderAbove(name: string, advice: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (folder === dirname(folder)) throw new Error(`${name} is missing: ${advice}`);
  }
}
