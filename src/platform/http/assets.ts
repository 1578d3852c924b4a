import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** A directory whose files the HTTP layer serves under a prefix. */
export interface AssetMount {
  /** An Express path; `:version` is part of it, so whatever is below may be cached for ever. */
  readonly prefix: string;
  readonly directory: string;
}

const own = join(projectRoot, 'src/platform/http/assets');

/** First match wins: the two packages lie beside our own files, so that our CSS reaches them by relative addresses. */
export const assetMounts: readonly AssetMount[] = [
  { prefix: '/assets/:version/tabler', directory: join(projectRoot, 'node_modules/@tabler/core/dist/css') },
  { prefix: '/assets/:version/fonts', directory: join(projectRoot, 'node_modules/@fontsource/be-vietnam-pro/files') },
  { prefix: '/assets/:version', directory: own },
];

/**
 * One hash over all own files and the versions of the packages. It stands in the path, not in a query, so that modules
 * and fonts which CSS and modules name by relative addresses are renewed together with them.
 */
export const assetVersion = versionOf([own], ['@tabler/core', '@fontsource/be-vietnam-pro']);

/** The address of `css/app.css`, `js/app.js`, `tabler/tabler.min.css`, … */
export function assetUrl(path: string): string {
  return `/assets/${assetVersion}/${path}`;
}

function versionOf(directories: readonly string[], packages: readonly string[]): string {
  const hash = createHash('sha256');
  for (const directory of directories) {
    const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
      hash.update(path.slice(directory.length)).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  for (const name of packages) {
    const manifest = JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
    };
    hash.update(name).update(manifest.version);
  }
  return hash.digest('hex').slice(0, 12);
}
