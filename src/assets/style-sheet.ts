import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';
import { projectRoot } from '../platform/project-root.ts';

/** Our own style sheets; a later one may override an earlier one. */
const SHEETS = [
  'fonts',
  'base',
  'layout',
  'month-progress',
  'parts',
  'tables',
  'forms',
  'month',
  'agenda',
  'evaluation',
  'form-guide',
  'review',
  'visits',
  'briefing',
  'document',
  'office',
  'register',
  'rubrics',
  'desk',
] as const;
const TABLER = join(projectRoot, 'node_modules/@tabler/core/dist/css/tabler.min.css');

/** One style sheet for all pages: the rules of Tabler that templates and modules can use, and all rules of our own. */
export async function styleSheet(sources: string): Promise<{ css: Uint8Array; fonts: readonly string[] }> {
  const sheet = (name: string) => readFileSync(join(sources, 'styles', `${name}.css`), 'utf8');
  const own = [...SHEETS.map(sheet), `@media print {\n${sheet('print')}\n}`].join('\n');
  const all = `${await usedOfTabler(sources, own)}\n${own}`;
  const { code, warnings } = transform({ filename: 'app.css', code: Buffer.from(all), minify: true });
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
  const fonts = [...new Set([...own.matchAll(/url\('fonts\/([^']+)'\)/g)].map(([, file]) => file ?? ''))];
  return { css: code, fonts };
}

/**
 * Every word in a template or a module counts as a use, so that class names put together at run time keep their rules.
 */
async function usedOfTabler(sources: string, own: string): Promise<string> {
  const templates = join(projectRoot, 'templates');
  const [purged] = await new PurgeCSS().purge({
    content: [`${templates}/pages/**/*.hbs`, `${templates}/partials/**/*.hbs`, `${sources}/**/*.{ts,tsx}`],
    css: [TABLER],
    keyframes: true,
    fontFace: true,
    variables: true,
    safelist: { variables: [...new Set(own.match(/--tblr-[\w-]+/g))] },
  });
  if (!purged) throw new Error('Tabler has no stylesheet');
  return purged.css;
}
