import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { AxeWindow } from '../support/axe-check.ts';
import { type RunningBrowser, launchChromium } from '../support/chromium.ts';
import { galleryPages } from '../support/gallery/gallery.ts';
import { type GalleryServer, serveGallery } from '../support/gallery/gallery-server.ts';
import { IS_WHOLE, isItsTurn } from '../support/matrix.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** Set it to save a picture of each page in that directory. */
const PICTURES = process.env['GALLERY_PICTURES'];

const templates = [...new Set(galleryPages.map(({ template }) => template))];
/**
 * In the gate the first page of each template is opened on a phone, where space is short, and every third of the others;
 * axe checks the first ones, every other on a desktop.
 */
const cases = galleryPages.flatMap(({ name, template }, i) => {
  const isFirst = galleryPages.findIndex((page) => page.template === template) === i;
  const screen = templates.indexOf(template) % 2 === 0 ? 'a phone' : 'a desk';
  if (!isFirst && !PICTURES && !isItsTurn(i, 0, 3)) return [];
  return [[name, isFirst ? screen : 'no screen'] as const];
});

describe('every page', () => {
  let chromium: RunningBrowser;
  let server: GalleryServer;
  let page: Page;
  let axe: AxeWindow;
  let complaints: string[];

  beforeAll(async () => {
    // A stream that stays silent, for the page of a running job.
    server = await serveGallery((more) => {
      more.get('/jobs/*rest', (_request, reply) => reply.type('text/event-stream').send('retry: 60000\n\n'));
    });
    chromium = await launchChromium();
    const context = await chromium.browser.newContext({ viewport: PHONE, locale: 'vi-VN' });
    page = await context.newPage();
    const window = await context.newPage();
    await window.goto(`${server.origin}/sign-in.blank/vi`);
    axe = new AxeWindow(window);
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
    const violations = byAxe ? await axe.violationsOn(page) : [];
    expect({ complaints, tooWide, violations }).toEqual({ complaints: [], tooWide: 0, violations: [] });
  }
});
