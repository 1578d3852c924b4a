import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"]+)\1/g;

/**
 * For each entry (`month-page`) all files that it loads, itself first. Folders lie below `directory` as they do below
 * `src`.
 * @throws Error where a module loads a package, or one of our files that is not shared.
 */
export function modulesBehind(
  directory: string,
  entries: readonly string[],
  shared: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(entries.map((entry) => [entry, loadedBy(directory, `browser/${entry}.js`, shared)]));
}

function loadedBy(directory: string, entry: string, shared: readonly string[]): string[] {
  const found = [entry];
  // The list grows while it is walked.
  for (const file of found) {
    for (const [, , imported] of readFileSync(join(directory, file), 'utf8').matchAll(IMPORT)) {
      if (!imported?.startsWith('.')) throw new Error(`${file} loads ${imported}, which a browser cannot`);
      const path = posix.join(posix.dirname(file), imported);
      if (!path.startsWith('browser/') && !shared.includes(path)) {
        throw new Error(`${file} loads ${path}, which is not in tools/assets/shared-files.ts`);
      }
      if (!found.includes(path)) found.push(path);
    }
  }
  return found;
}
