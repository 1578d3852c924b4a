import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { type RunningBrowser, launchChromium } from '../support/chromium.ts';
import { galleryPages } from '../support/gallery/gallery.ts';
import { type GalleryServer, serveGallery } from '../support/gallery/gallery-server.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Set it to keep a picture of each page in that directory. */
const PICTURES = process.env['GALLERY_PICTURES'];

/** Of rows built alike, mark for mark and class for class, three stay: the hundredth costs seconds and says nothing new. */
const SHORTEN = `for (const list of document.querySelectorAll('tbody, ul, ol, dl')) {
  const seen = new Map();
  for (const one of [...list.children]) {
    const shape = [one, ...one.querySelectorAll('*')].map(({ tagName, className, attributes }) =>
      [tagName, String(className.baseVal ?? className), attributes.length].join('.')).join(' ');
    seen.set(shape, (seen.get(shape) ?? 0) + 1);
    if (seen.get(shape) > 3) one.remove();
  }
}`;

/** Whether axe looks at every page at both widths, as in the drills; in the gate it looks at each at one of them. */
const IS_WHOLE = process.env['GALLERY'] === 'whole';
const countOf = new Map<string, number>();
/** The first page of each template on a phone, the second on a desk, and so on. */
const cases = galleryPages.map((page) => {
  const before = countOf.get(page.template) ?? 0;
  countOf.set(page.template, before + 1);
  return [page.name, before % 2 === 0 ? 'phone' : 'desk'] as const;
});

describe('every page', () => {
  let chromium: RunningBrowser;
  let server: GalleryServer;
  let context: BrowserContext;
  let page: Page;
  let axeSource: string;
  let complaints: string[];

  beforeAll(async () => {
    axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // A stream that stays silent: the page of a running job waits for it.
    server = await serveGallery((more) => {
      more.get('/jobs/*rest', (_request, reply) => reply.type('text/event-stream').send('retry: 60000\n\n'));
    });
    chromium = await launchChromium();
    context = await chromium.browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  });
  afterAll(async () => {
    await chromium.close();
    await server.close();
  });

  it.each(cases)('is in order: %s, by axe on a %s', async (name, width) => {
    complaints = [];
    await page.setViewportSize(PHONE);
    const reply = await page.goto(`${server.origin}/${name}/vi`);
    expect(reply?.status()).toBe(200);
    await page.evaluate('document.fonts.ready.then(() => true)');
    await inOrder(name, 'phone', IS_WHOLE || width === 'phone');
    await page.setViewportSize(DESK);
    await inOrder(name, 'desk', IS_WHOLE || width === 'desk');
  });

  async function inOrder(name: string, width: string, byAxe: boolean): Promise<void> {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.${width}.png`), fullPage: true });
    const tooWide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    // At its end a page has nothing under a bar that sticks to the window.
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    if (byAxe) await page.evaluate(SHORTEN);
    const violations = byAxe ? await violationsOn(page, axeSource) : [];
    expect({ complaints, tooWide, violations }).toEqual({ complaints: [], tooWide: 0, violations: [] });
  }
});

let session: CDPSession | undefined;

async function violationsOn(page: Page, source: string): Promise<string[]> {
  // Through the protocol, because the page's own policy lets no script in.
  session ??= await page.context().newCDPSession(page);
  if (await page.evaluate('!window.axe')) await session.send('Runtime.evaluate', { expression: source });
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  // All that axe found in order stays in the page: to bring it here takes longer than to find it.
  return page.evaluate<string[]>(`axe.run(document, ${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}
