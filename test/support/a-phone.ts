import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { SignedInPerson } from './service.ts';
import { until } from './until.ts';

const PHONE = { width: 390, height: 844 };

/** The paths of the pages that the worker keeps. */
const KEPT = `caches.open('giaoban-pages').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`;

/** How many forms the device keeps that the service does not have. */
export function keptForms(page: Page): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('giaoban');
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => resolve(0);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('forms').objectStore('forms').count();
      counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
    };
  })`);
}

/** A phone of somebody who is signed in; it keeps pages and forms as a real one does. */
export class APhone {
  private constructor(
    readonly context: BrowserContext,
    private readonly url: string,
  ) {}

  static async of(browser: Browser, { url }: { readonly url: string }, person: SignedInPerson): Promise<APhone> {
    const context = await browser.newContext({
      viewport: PHONE,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      serviceWorkers: 'allow',
    });
    if (process.env['PHONE_LOG']) {
      context.on('console', (m) => console.error('[c]', m.text()));
      context.on('weberror', (e) => console.error('[e]', e.error()));
      context.on('serviceworker', (w) => console.error('[sw]', w.url()));
      context.on('requestfailed', (r) => console.error('[f]', r.url(), r.failure()?.errorText));
      context.on('response', (r) => {
        if (r.status() >= 400 || r.url().includes('worker')) console.error('[r]', r.status(), r.url());
      });
    }
    const phone = new APhone(context, url);
    await phone.signIn(person);
    return phone;
  }

  async signIn({ cookie }: SignedInPerson): Promise<void> {
    const [name = '', value = ''] = cookie.split('=');
    await this.context.addCookies([{ name, value, url: this.url, httpOnly: true, sameSite: 'Lax' }]);
  }

  async signOut(): Promise<void> {
    await this.context.clearCookies({ name: 'giaoban' });
  }

  async open(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.url + path);
    return page;
  }

  /** Opens the list and waits until the worker keeps these pages. */
  async keep(paths: readonly string[]): Promise<void> {
    const page = await this.open('/my/visits');
    await until(async () => {
      const kept = await page.evaluate<string[]>(KEPT);
      return paths.every((path) => kept.includes(path));
    });
    await page.close();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Types answers into the fields of a form at once, as its user would one by one. */
export function typeInto(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate(`{
    const form = document.querySelector('form[data-visit-form]');
    for (const [name, value] of Object.entries(${JSON.stringify(answers)})) {
      for (const field of form.querySelectorAll('[name="' + CSS.escape(name) + '"]')) {
        if (field.type === 'radio') field.checked = field.value === value;
        else if (field.type !== 'hidden') field.value = value;
      }
    }
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }`);
}

/** What the form says about its text: kept, saved, sent. */
export const said = (page: Page, words: string) => page.locator('[data-live=saved]', { hasText: words }).waitFor();
