import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../platform/project-root.ts';
import { filesIn, hashOf } from './hash-of.ts';
import { moduleGraph, servedSource } from './module-graph.ts';
import { precompress } from './precompress.ts';
import { SHARED_FILES } from './shared-files.ts';
import { styleSheets } from './style-sheet.ts';
import { offlineWorker, WORKER } from './offline-worker.ts';

const SOURCES = join(projectRoot, 'src/browser');
const ICONS = ['icons.svg', 'logo.svg', 'app.webmanifest', 'app-192.png', 'app-512.png', 'app-touch.png'];
const FONTS = join(projectRoot, 'node_modules/@fontsource/be-vietnam-pro/files');

/** The entries of the pages that open without a network. */
const OFFLINE_ENTRIES = ['every-page', 'my-visits-page', 'form-page'];

/** Writes `assets`, the service worker and `assets.json` below `root`, from the sources, the modules compiled there, and the packages. */
export async function makeAssets(root: string, madeFrom: string): Promise<void> {
  const compiled = join(root, 'browser');
  const made = join(root, 'assets');
  const entries = filesIn(SOURCES).flatMap((path) => /[\w-]+-page(?=\.ts$)/.exec(path) ?? []);
  const graph = moduleGraph(compiled, entries, SHARED_FILES);
  const { modules, files } = graph;
  const styles = await styleSheets(SOURCES);

  rmSync(made, { recursive: true, force: true });
  mkdirSync(join(made, 'fonts'), { recursive: true });
  for (const [file, css] of Object.entries(styles.files)) writeFileSync(join(made, file), css);
  for (const icon of ICONS) cpSync(join(SOURCES, icon), join(made, icon));
  for (const font of styles.fonts) cpSync(join(FONTS, font), join(made, 'fonts', font));
  for (const file of files) {
    mkdirSync(dirname(join(made, file)), { recursive: true });
    writeFileSync(join(made, file), servedSource(compiled, file));
  }
  const version = hashOf(made, filesIn(made));
  precompress(made);
  const offline = [
    ...OFFLINE_ENTRIES.flatMap((entry) => [...(modules[entry] ?? []), ...(graph.whenNeeded[entry] ?? [])]),
  ];
  const kept = [
    'app.css',
    'icons.svg',
    'logo.svg',
    ...styles.fonts.map((font) => `fonts/${font}`),
    ...new Set(offline),
  ];
  writeFileSync(join(root, WORKER), await offlineWorker(compiled, version, kept));
  // Written last: without this file the next build starts again, so an interrupted build is never taken for a whole
  // one.
  writeFileSync(join(root, 'assets.json'), JSON.stringify({ version, modules, madeFrom }));
}
