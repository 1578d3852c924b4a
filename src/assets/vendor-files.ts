import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The packages that browser modules may load: each is one ES module and is served as a file of its own. */
const PACKAGES: readonly string[] = [
  'idb',
  'preact',
  'preact/hooks',
  'preact/jsx-runtime',
  '@preact/signals',
  '@preact/signals-core',
];

/** `vendor/preact-hooks.js`, beside `browser` and `kernel`; null for a package that is not served. */
export function vendorFileOf(name: string): string | null {
  return PACKAGES.includes(name) ? `vendor/${name.replace('@', '').replaceAll('/', '-')}.js` : null;
}

/** What the package of that file brings for browsers, without the address of a source map, which is not served. */
export function vendorSource(file: string): string {
  const name = PACKAGES.find((each) => vendorFileOf(each) === file);
  if (name === undefined) throw new Error(`${file} is no package's`);
  return readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
}
