import { join, relative } from 'node:path';

/** Where `npm run types` puts what it compiles from this file. */
export function compiledFrom(path: string, rootDir: string): string {
  return join(rootDir, 'build', relative(rootDir, path)).replace(/\.ts$/, '.js');
}
