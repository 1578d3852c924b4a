import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { vendorFileOf, vendorSource } from './vendor-files.ts';

const IMPORT = /((?:\bfrom|\bimport)\s*\(?\s*)(['"])([^'"]+)\2/g;

/**
 * For each entry (`month-page`) all files that it loads, itself first. Folders lie below `directory` as they do below
 * `src`.
 * @throws Error where a module loads a package that is not served, or one of our files that is not shared.
 */
export function modulesBehind(
  directory: string,
  entries: readonly string[],
  shared: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(entries.map((entry) => [entry, loadedBy(directory, `browser/${entry}.js`, shared)]));
}

/** The text of such a file as it is served: packages stand in it by their relative addresses. */
export function servedSource(directory: string, file: string): string {
  return sourceOf(directory, file).replaceAll(IMPORT, (text, before: string, quote: string, imported: string) => {
    const vendor = vendorFileOf(imported);
    if (vendor === null) return text;
    const address = posix.relative(posix.dirname(file), vendor);
    return `${before}${quote}${address.startsWith('.') ? address : `./${address}`}${quote}`;
  });
}

function loadedBy(directory: string, entry: string, shared: readonly string[]): string[] {
  const found = [entry];
  // The list grows while it is walked.
  for (const file of found) {
    for (const [, , , imported = ''] of sourceOf(directory, file).matchAll(IMPORT)) {
      const path = vendorFileOf(imported) ?? posix.join(posix.dirname(file), imported);
      const isServed = path.startsWith('browser/') || path.startsWith('vendor/') || shared.includes(path);
      if (!imported.startsWith('.') && !path.startsWith('vendor/')) {
        throw new Error(`${file} loads ${imported}, which a browser cannot`);
      }
      if (!isServed) throw new Error(`${file} loads ${path}, which is not in src/assets/shared-files.ts`);
      if (!found.includes(path)) found.push(path);
    }
  }
  return found;
}

function sourceOf(directory: string, file: string): string {
  return file.startsWith('vendor/') ? vendorSource(file) : readFileSync(join(directory, file), 'utf8');
}
