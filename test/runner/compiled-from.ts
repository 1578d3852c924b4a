import { join, relative } from 'node:path';

/** The compiled file of a source file. */
export function compiledFrom(path: string, rootDir: string): string {
  return join(rootDir, 'build', relative(rootDir, path)).replace(/\.ts$/, '.js');
}
