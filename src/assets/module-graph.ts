import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { vendorFileOf, vendorSource } from './vendor-files.ts';

/** Not the word in a text, such as the name of a property. */
const IMPORT = /(?<!['"])((?:\bfrom|\bimport)\s*\(?\s*)(['"])([^'"]+)\2/g;

export interface ModuleGraph {
  /** For each entry (`month-page`) all files that it loads at once, itself first. */
  readonly modules: Readonly<Record<string, readonly string[]>>;
  /** For each entry the files that it loads when they are needed. */
  readonly whenNeeded: Readonly<Record<string, readonly string[]>>;
  /** All files that some page may load; those of `import(…)` only when they are needed. */
  readonly files: ReadonlySet<string>;
}

/**
 * What a browser loads of the files below `directory`, which lie there as they do below `src`.
 * @throws Error where a module loads a package that is not served, or one of our files that is not shared.
 */
export function moduleGraph(directory: string, entries: readonly string[], shared: readonly string[]): ModuleGraph {
  const loads = entries.map((entry) => [entry, loadedBy(directory, `browser/${entry}.js`, shared)] as const);
  return {
    modules: Object.fromEntries(loads.map(([entry, { atOnce }]) => [entry, atOnce])),
    whenNeeded: Object.fromEntries(loads.map(([entry, { whenNeeded }]) => [entry, whenNeeded])),
    files: new Set(loads.flatMap(([, { atOnce, whenNeeded }]) => [...atOnce, ...whenNeeded])),
  };
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

function loadedBy(
  directory: string,
  entry: string,
  shared: readonly string[],
): Record<'atOnce' | 'whenNeeded', string[]> {
  const atOnce = [entry];
  const whenNeeded: string[] = [];
  const follow = (file: string, found: string[]) => {
    for (const [, before = '', , imported = ''] of sourceOf(directory, file).matchAll(IMPORT)) {
      const path = servedPathOf(file, imported, shared);
      const list = before.includes('(') ? whenNeeded : found;
      if (!list.includes(path)) list.push(path);
    }
  };
  // The lists grow while they are walked.
  for (const file of atOnce) follow(file, atOnce);
  for (const file of whenNeeded) follow(file, whenNeeded);
  return { atOnce, whenNeeded };
}

function servedPathOf(file: string, imported: string, shared: readonly string[]): string {
  const path = vendorFileOf(imported) ?? posix.join(posix.dirname(file), imported);
  const isServed = path.startsWith('browser/') || path.startsWith('vendor/') || shared.includes(path);
  if (!imported.startsWith('.') && !path.startsWith('vendor/')) {
    throw new Error(`${file} loads ${imported}, which a browser cannot`);
  }
  if (!isServed) throw new Error(`${file} loads ${path}, which is not in src/assets/shared-files.ts`);
  return path;
}

function sourceOf(directory: string, file: string): string {
  return file.startsWith('vendor/') ? vendorSource(file) : readFileSync(join(directory, file), 'utf8');
}
