import { chmod, copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { rolldown } from 'rolldown';

/** The compiled sources, in `dist/src` or, for tests, in `build/src`. */
const COMPILED = join(import.meta.dirname, '..');
const PROGRAMS = join(COMPILED, '../programs');
const STARTED = ['main.js', 'worker.js', 'cli.js'];
/** Started by a program, as a thread or a process of its own, by the address of a file beside it. */
const STARTED_BY_THEM = /-(?:thread|child)\.js$/;

/**
 * Puts the programs together from the compiled sources: Node loads a few files where it loaded two thousand, which is
 * the larger part of a start. Packages stay where they are. All programs lie in one folder, so that each finds the
 * threads beside it wherever their source was.
 */
const files = (await readdir(COMPILED, { recursive: true })).map((path) => join(COMPILED, path));
const entries = files.filter(
  (path) => STARTED.some((name) => path === join(COMPILED, name)) || STARTED_BY_THEM.test(path),
);
const bundle = await rolldown({
  input: Object.fromEntries(entries.map((path) => [basename(path, '.js'), path])),
  platform: 'node',
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  // Errors name lines of the TypeScript.
  plugins: [{ name: 'source-maps-of-the-compiler', load: withSourceMap }],
});
await rm(PROGRAMS, { recursive: true, force: true });
// Migrations are stored under the names of their classes.
await bundle.write({ dir: PROGRAMS, format: 'esm', sourcemap: true, entryFileNames: '[name].js', keepNames: true });
await bundle.close();
for (const path of files.filter((each) => each.endsWith('.cjs'))) await copyFile(path, join(PROGRAMS, basename(path)));
await chmod(join(PROGRAMS, 'cli.js'), 0o755);

async function withSourceMap(path: string): Promise<{ code: string; map: string } | null> {
  if (!existsSync(`${path}.map`)) return null;
  return { code: await readFile(path, 'utf8'), map: await readFile(`${path}.map`, 'utf8') };
}
