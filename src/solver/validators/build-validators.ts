import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SOURCES, validatorCode } from './validator-code.ts';

/**
 * Writes the validators of the JSON Schemas beside this file, in `dist` or, for tests, in `build`. To make them takes longer
 * than most commands, and needs code that is put together at run time. Does nothing where nothing has changed.
 */
const { version } = createRequire(import.meta.url)('ajv/package.json') as { readonly version: string };
for (const [name, source] of Object.entries(SOURCES)) {
  const path = join(import.meta.dirname, `${name}.cjs`);
  const madeFrom = createHash('sha256')
    .update(JSON.stringify([version, source]))
    .digest('hex');
  const head = `// ${madeFrom}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8').startsWith(head)) continue;
  writeFileSync(path, head + validatorCode(source));
}
