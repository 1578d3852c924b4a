import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Catalogues, mergeCatalogues } from '../../../src/platform/i18n/messages.ts';

/** The messages of every area, found as `…messages.ts` under the sources, so that none can be forgotten. */
export async function allCatalogues(): Promise<Catalogues> {
  const sources = join(import.meta.dirname, '../../../src');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /messages\.[jt]s$/.test(path),
  );
  const areas: Catalogues[] = [];
  for (const file of files.sort()) {
    const exported = (await import(pathToFileURL(join(sources, file)).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) {
      if (name.endsWith('Messages') && typeof value === 'object') areas.push(value as Catalogues);
    }
  }
  return mergeCatalogues(...areas);
}
