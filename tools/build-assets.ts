import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeManifest } from './assets/make-manifest.ts';
import { modulesBehind } from './assets/module-graph.ts';
import { precompress } from './assets/precompress.ts';
import { SHARED_FILES } from './assets/shared-files.ts';
import { styleSheet } from './assets/style-sheet.ts';
import { projectRoot } from '../src/platform/project-root.ts';

/** The root of the tree that this file was compiled into: `dist`, or `build` for tests. */
const ROOT = join(import.meta.dirname, '..');
const SOURCES = join(projectRoot, 'src/browser');
const COMPILED = join(ROOT, 'browser');
const BUILT = join(ROOT, 'assets');
const FONTS = join(projectRoot, 'node_modules/@fontsource/be-vietnam-pro/files');

/** Makes `assets` there, all that a browser may ask for, from the sources, the compiled modules and the packages. */
const modules = modulesBehind(COMPILED, SHARED_FILES);
const { css, fonts } = await styleSheet(SOURCES);

rmSync(BUILT, { recursive: true, force: true });
mkdirSync(join(BUILT, 'fonts'), { recursive: true });
writeFileSync(join(BUILT, 'app.css'), css);
for (const icon of ['icons.svg', 'logo.svg']) cpSync(join(SOURCES, icon), join(BUILT, icon));
for (const font of fonts) cpSync(join(FONTS, font), join(BUILT, 'fonts', font));
for (const file of new Set(Object.values(modules).flat())) {
  mkdirSync(dirname(join(BUILT, file)), { recursive: true });
  writeFileSync(join(BUILT, file), readFileSync(join(COMPILED, file)));
}
writeFileSync(join(ROOT, 'assets.json'), JSON.stringify(makeManifest(BUILT, modules)));
precompress(BUILT);
