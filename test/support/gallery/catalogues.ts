import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/platform/project-root.ts';
import { type Catalogues, mergeCatalogues } from '../../../src/platform/i18n/messages.ts';

/** The messages of every area, found as `…messages.ts` under the sources, so that none can be forgotten. */
export async function allCatalogues(): Promise<Catalogues> {
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('messages.ts'),
  );
  const areas: Catalogues[] = [];
  for (const file of files.sort()) {
    const exported = (await import(`../../../src/${file.replace(/\.ts$/, '.js')}`)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) {
      if (name.endsWith('Messages') && typeof value === 'object') areas.push(value as Catalogues);
    }
  }
  return mergeCatalogues(...areas);
}
