import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { type RunningBrowser, launchChromium } from '../support/chromium.ts';
import { galleryPages } from '../support/gallery/gallery.ts';
import { type GalleryServer, serveGallery } from '../support/gallery/gallery-server.ts';
import { IS_WHOLE } from '../support/matrix.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Set it to save a picture of each page in that directory. */
const PICTURES = process.env['GALLERY_PICTURES'];

/** Keeps three of equally built rows, because further ones cost seconds and cannot show other faults. */
const SHORTEN = `for (const list of document.querySelectorAll('tbody, ul, ol, dl')) {
  const seen = new Map();
  for (const one of [...list.children]) {
    const shape = [one, ...one.querySelectorAll('*')].map(({ tagName, className, attributes }) =>
      [tagName, String(className.baseVal ?? className), attributes.length].join('.')).join(' ');
    seen.set(shape, (seen.get(shape) ?? 0) + 1);
    if (seen.get(shape) > 3) one.remove();
  }
}`;

const templates = [...new Set(galleryPages.map(({ template }) => template))];
/**
 * In the gate every page is opened on a phone, where space is short; axe checks the first page of each template, of
 * every other one on a desktop.
 */
const cases = galleryPages.map(({ name, template }, i) => {
  const isFirst = galleryPages.findIndex((page) => page.template === template) === i;
  const screen = templates.indexOf(template) % 2 === 0 ? 'a phone' : 'a desk';
  return [name, isFirst ? screen : 'no screen'] as const;
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
    // A stream that stays silent, for the page of a running job.
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

  it.each(cases)('is in order: %s, by axe on %s', async (name, width) => {
    complaints = [];
    await page.setViewportSize(PHONE);
    const reply = await page.goto(`${server.origin}/${name}/vi`);
    expect(reply?.status()).toBe(200);
    await page.evaluate('document.fonts.ready.then(() => true)');
    await inOrder(name, 'phone', IS_WHOLE || width === 'a phone');
    if (!IS_WHOLE && !PICTURES && width !== 'a desk') return;
    await page.setViewportSize(DESK);
    await inOrder(name, 'desk', IS_WHOLE || width === 'a desk');
  });

  async function inOrder(name: string, width: string, byAxe: boolean): Promise<void> {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.${width}.png`), fullPage: true });
    const tooWide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    // At the end of a page nothing is covered by a sticky bar.
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    if (byAxe) await page.evaluate(SHORTEN);
    const violations = byAxe ? await violationsOn(page, axeSource) : [];
    expect({ complaints, tooWide, violations }).toEqual({ complaints: [], tooWide: 0, violations: [] });
  }
});

let session: CDPSession | undefined;

async function violationsOn(page: Page, source: string): Promise<string[]> {
  // By the DevTools protocol, because the page's Content-Security-Policy allows no foreign script.
  session ??= await page.context().newCDPSession(page);
  if (await page.evaluate('!window.axe')) await session.send('Runtime.evaluate', { expression: source });
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  // Results without violations stay in the browser, because transferring them takes longer than the check.
  return page.evaluate<string[]>(`axe.run(document, ${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}
