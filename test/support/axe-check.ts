import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/**
 * Puts the contents of another page of the site into this one, which keeps its style sheets. Scripts that are parsed
 * like this do not run.
 */
const SHOW = `((html) => {
  const shown = new DOMParser().parseFromString(html, 'text/html');
  for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
  for (const { name, value } of shown.documentElement.attributes) document.documentElement.setAttribute(name, value);
  document.title = shown.title;
  document.body.replaceWith(document.adoptNode(shown.body));
})`;

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

/** What axe has to say about the page as it stands, one sentence a rule. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (await page.evaluate('!window.axe')) {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    // By the DevTools protocol, because the page's Content-Security-Policy allows no foreign script.
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: source });
    await session.detach();
  }
  // Results without violations stay in the browser, because transferring them takes longer than the check.
  return page.evaluate<string[]>(`axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}

/**
 * Checks pages in one window that axe has been loaded into once: loaded into each page anew, it takes three times as
 * long, for its code is compiled again.
 */
export class AxeWindow {
  /** @param window stands on a page of the site */
  constructor(private readonly window: Page) {}

  /** What axe has to say about a page as its scripts have left it. */
  async violationsOn(page: Page): Promise<string[]> {
    const html = await page.evaluate<string>('document.documentElement.outerHTML');
    const size = page.viewportSize();
    if (size) await this.window.setViewportSize(size);
    await this.window.evaluate(`${SHOW}(${JSON.stringify(html)}); ${SHORTEN}`);
    return violationsOn(this.window);
  }
}
