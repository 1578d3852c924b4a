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
  'variants',
] as const;
/** Sheets of pages that look like no other; they come after those of all pages. */
const PAGE_SHEETS = ['desk'] as const;
const TABLER = join(projectRoot, 'node_modules/@tabler/core/dist/css/tabler.min.css');

export interface StyleSheets {
  /** By file name: `app.css` of all pages, and those that only some pages load as well. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly fonts: readonly string[];
}

/** For all pages the rules of Tabler that templates and modules can use, and our own; for some pages more of our own. */
export async function styleSheets(sources: string): Promise<StyleSheets> {
  const sheet = (name: string) => readFileSync(join(sources, 'styles', `${name}.css`), 'utf8');
  const own = [...SHEETS.map(sheet), `@media print {\n${sheet('print')}\n}`].join('\n');
  const more = PAGE_SHEETS.map((name) => [`${name}.css`, sheet(name)] as const);
  const tabler = await usedOfTabler(sources, [own, ...more.map(([, css]) => css)].join('\n'));
  const all = [['app.css', `${tabler}\n${own}`] as const, ...more];
  const fonts = [...new Set([...own.matchAll(/url\('fonts\/([^']+)'\)/g)].map(([, file]) => file ?? ''))];
  return { files: Object.fromEntries(all.map(([filename, css]) => [filename, minified(filename, css)])), fonts };
}

function minified(filename: string, css: string): Uint8Array {
  const { code, warnings } = transform({ filename, code: Buffer.from(css), minify: true });
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
  return code;
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
