import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, hashOf } from './hash-of.ts';
import { projectRoot } from '../platform/project-root.ts';

/** The root of the tree that this file was compiled into: `dist`, or `build` for tests. */
const ROOT = join(import.meta.dirname, '../..');
const TEMPLATES = ['templates/pages', 'templates/partials', 'templates/mails'];
const MANIFEST = join(ROOT, 'assets.json');

/**
 * Makes `assets` below that root, which holds all that a browser may ask for, and checks the templates; does nothing if
 * the sources are unchanged.
 */
const madeFrom = hashOf(projectRoot, [
  ...['src/browser', ...TEMPLATES].flatMap((folder) => filesIn(join(projectRoot, folder))),
  ...['browser', 'src/assets'].flatMap((folder) => filesIn(join(ROOT, folder))),
  join(projectRoot, 'package-lock.json'),
]);
if (madeFromBefore() !== madeFrom) {
  const { checkTemplates } = await import('../platform/views/check-templates.ts');
  for (const folder of TEMPLATES) checkTemplates(join(projectRoot, folder));
  const { makeAssets } = await import('./make-assets.ts');
  await makeAssets(ROOT, madeFrom);
}

function madeFromBefore(): string | null {
  if (!existsSync(MANIFEST)) return null;
  return (JSON.parse(readFileSync(MANIFEST, 'utf8')) as { madeFrom: string }).madeFrom;
}
