import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, posix, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { Assets } from '../../src/platform/http/assets.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { filesIn } from '../../src/assets/hash-of.ts';
import { SHARED_FILES } from '../../src/assets/shared-files.ts';
import { galleryPages, openGallery } from '../support/gallery/gallery.ts';

/**
 * Compressed bytes that a page may load besides its fonts; raise them only where people benefit. The form may load
 * more, because it works offline: it encrypts, stores, sends and merges drafts.
 */
const BUDGET = { stylesheet: 19_200, pageSheet: 4_000, modules: 6_000, desk: 60_000, form: 20_000 } as const;
/** The module that handles a mark in a page. */
const HOOKS: Readonly<Record<string, string>> = {
  'data-working': 'wait-lines',
  'data-menu': 'menus',
  'data-filter=': 'row-filter',
  'data-fold': 'fold-days',
  'data-more-rows': 'shorten-lists',
  'data-check-all': 'check-all',
  'data-keeps': 'keep-typed',
  'data-copies': 'copy-texts',
  'data-job-stream': 'job-progress',
  'data-why-panel': 'why-panel',
  'data-keys': 'keys',
  'type="search"': 'keys',
  'data-stepper': 'steppers',
  'data-list-items': 'growing-lists',
  'data-visit-form': 'visit-form',
  'data-section': 'form-screens',
  'data-outbox': 'my-visits-page',
  'data-sign-out': 'forget-at-sign-out',
};
/** Loaded by every page, also without a session and a menu. */
const ALWAYS = ['browser/menus.js', 'browser/forget-at-sign-out.js'];

/** Words of modules that are classes of Tabler elsewhere: an attribute, and a kind of pointer. */
const NO_CLASSES = ['popover', 'touch'];

const assets = new Assets();
const render = openGallery(assets);
const pages = galleryPages.map((page) => ({ name: page.name, html: render(page, 'vi') }));
const read = (path: string) => readFileSync(join(assets.directory, path), 'utf8');
const loaded = (html: string) =>
  [...html.matchAll(/(?:src|href)="\/assets\/\w+\/([\w/-]+\.js)"/g)].map(([, path]) => path ?? '');
const modules = [...new Set(pages.flatMap(({ html }) => loaded(html)))];
/** All that a page may load, some of it only when it is needed. */
const served = filesIn(assets.directory)
  .map((path) => relative(assets.directory, path))
  .filter((path) => path.endsWith('.js'));

describe('what a browser loads', () => {
  it('loads only what it can: our own modules and the rules that are shared with it', () => {
    expect(modules.length).toBeGreaterThan(10);
    const faults = served.flatMap((file) => [
      ...(/^(?:browser|vendor)\//.test(file) || SHARED_FILES.includes(file) ? [] : [`${file} is not shared`]),
      ...[...read(file).matchAll(/(?<!['"])(?:from|import) ?\(?['"]([^.'"][^'"]*)/g)].map(
        ([, name]) => `${file} loads ${name ?? ''}`,
      ),
      ...(/\b(?:process|Buffer|require|__dirname|globalThis\.process)\b/.exec(read(file)) ?? []).map(
        (word) => `${file}: ${word}`,
      ),
    ]);
    expect(faults).toEqual([]);
    expect(SHARED_FILES.filter((file) => !served.includes(file))).toEqual([]);
  });

  it('can be loaded to assess a form: nothing behind that needs a package or the service', () => {
    const root = join(projectRoot, 'build/src');
    const files = ['modules/evaluations/domain/assess-form.js'];
    const faults: string[] = [];
    // The list grows while it is walked.
    for (const file of files) {
      const source = readFileSync(join(root, file), 'utf8');
      for (const [, imported = ''] of source.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gm)) {
        const path = posix.join(posix.dirname(file), imported);
        if (!/^(?:kernel|modules\/evaluations\/domain)\//.test(path)) faults.push(`${file} loads ${imported}`);
        else if (!files.includes(path)) files.push(path);
      }
      if (/\b(?:process|Buffer|require)\b[.(]/.test(source)) faults.push(`${file} is for the service only`);
    }
    expect(faults).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });

  it('is all that a page answers to, and nothing else', () => {
    // A template is checked over all gallery pages that use it, because each shows it in another state.
    const faults = [...new Set(galleryPages.map(({ template }) => template))].flatMap((template) => {
      const html = pages.map((page, i) => (galleryPages[i]?.template === template ? page.html : '')).join('');
      const has = loaded(html);
      const wanted = new Set(
        Object.keys(HOOKS)
          .filter((mark) => html.includes(mark))
          .map((mark) => `browser/${HOOKS[mark] ?? ''}.js`),
      );
      return [
        ...[...wanted].filter((file) => !has.includes(file)).map((file) => `${template} lacks ${file}`),
        ...Object.values(HOOKS)
          .map((module) => `browser/${module}.js`)
          .filter((file) => has.includes(file) && !wanted.has(file) && !ALWAYS.includes(file))
          .map((file) => `${template} does not need ${file}`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('keeps each class of Tabler that a page or a module uses', () => {
    const tabler = readFileSync(join(projectRoot, 'node_modules/@tabler/core/dist/css/tabler.min.css'), 'utf8');
    const used = new Set([
      ...pages.flatMap(({ html }) =>
        [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list]) => list?.split(/\s+/) ?? []),
      ),
      ...modules.flatMap((file) =>
        [...read(file).matchAll(/['"`]([^'"`]*)['"`]/g)].flatMap(([, text]) => text?.split(/[\s.]+/) ?? []),
      ),
    ]);
    const known = classesIn(tabler);
    const kept = classesIn(read('app.css'));
    expect([...used].filter((name) => known.has(name)).length).toBeGreaterThan(10);
    expect([...used].filter((name) => known.has(name) && !kept.has(name) && !NO_CLASSES.includes(name))).toEqual([]);
  });

  it('holds each property of Tabler that our own sheets use', () => {
    const sheets = join(projectRoot, 'src/browser/styles');
    const own = readdirSync(sheets).map((file) => readFileSync(join(sheets, file), 'utf8'));
    const names = own.flatMap((css) => [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name ?? ''));
    expect(names.length).toBeGreaterThan(50);
    expect([...new Set(names)].filter((name) => !read('app.css').includes(`${name}:`))).toEqual([]);
  });

  it('is small', () => {
    const size = (path: string) => statSync(join(assets.directory, `${path}.br`)).size;
    expect(size('app.css')).toBeLessThan(BUDGET.stylesheet);
    const sheets = new Set(pages.flatMap(({ html }) => sheetsOf(html)));
    expect(sheets).toContain('desk.css');
    expect([...sheets].filter((path) => path !== 'app.css' && size(path) > BUDGET.pageSheet)).toEqual([]);
    const heavy = pages
      .map(({ name, html }) => ({ name, bytes: loaded(html).reduce((sum, path) => sum + size(path), 0) }))
      .filter(({ name, bytes }) => bytes > budgetOf(name));
    expect(heavy).toEqual([]);
  });
});

function sheetsOf(html: string): string[] {
  return [...html.matchAll(/<link rel="stylesheet" href="\/assets\/\w+\/([\w.-]+)">/g)].map(([, path]) => path ?? '');
}

function budgetOf(page: string): number {
  if (page.startsWith('desk.')) return BUDGET.desk;
  return page.startsWith('form.') ? BUDGET.form : BUDGET.modules;
}

describe('an asset', () => {
  let server: Server;

  beforeAll(async () => {
    const app = express();
    app.use((_request, reply, next) => {
      reply.setHeader('content-security-policy', "default-src 'self'").setHeader('x-content-type-options', 'nosniff');
      next();
    });
    app.use(assets.router());
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is kept for ever under the hash of this build', async () => {
    const { headers } = await answer(assets.url('app.css'));
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it('says no more than it has to: the dozens of modules of a page would say it dozens of times', async () => {
    const { headers } = await answer(assets.url('browser/every-page.js'));
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect([headers['content-security-policy'], headers.etag, headers['last-modified']]).toEqual(
      Array(3).fill(undefined),
    );
    // An image may be opened by itself.
    const image = await answer(assets.url('icons.svg'));
    expect(image.headers['content-security-policy']).toBe("default-src 'self'");
  });

  it('is asked for again under the hash of another build', async () => {
    const { headers, status } = await answer('/assets/000000000000/app.css');
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
    const again = await answer('/assets/000000000000/app.css', { 'if-none-match': headers.etag ?? '' });
    expect(again.status).toBe(304);
  });

  it('comes as the browser can read it', async () => {
    const plain = await answer(assets.url('app.css'));
    const brotli = await answer(assets.url('app.css'), { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await answer(assets.url('app.css'), { 'accept-encoding': 'gzip' });
    expect([plain, brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect([plain, brotli, gzip].map(({ headers }) => headers.vary)).toEqual(Array(3).fill('Accept-Encoding'));
    const tags = ['br', 'gzip', 'identity'].map(async (encoding) => {
      const { headers } = await answer('/assets/000000000000/app.css', { 'accept-encoding': encoding });
      return headers.etag;
    });
    expect(new Set(await Promise.all(tags)).size).toBe(3);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  });

  it('is missing where the build has made none', async () => {
    const { status, headers } = await answer(assets.url('browser/nobody.js'), { 'accept-encoding': 'br' });
    expect([status, headers['content-encoding']]).toEqual([404, undefined]);
  });

  interface Answer {
    readonly status: number | undefined;
    readonly headers: IncomingMessage['headers'];
    readonly body: Buffer;
  }

  function answer(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers, agent: false }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.once('end', () =>
          resolve({ status: reply.statusCode, headers: reply.headers, body: Buffer.concat(parts) }),
        );
      }).once('error', reject);
    });
  }
});

function classesIn(css: string): Set<string> {
  return new Set([...css.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, name]) => name ?? ''));
}
