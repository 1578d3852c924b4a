import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { SignedInPerson } from './service.ts';
import { until } from './until.ts';

const PHONE = { width: 390, height: 844 };

/** The pages that the worker keeps, as `account path`. */
const KEPT = `(async () => {
  const cache = await caches.open('giaoban-pages');
  const of = async (page) => (await cache.match(page))?.headers.get('x-page-of') + ' ' + new URL(page.url).pathname;
  return Promise.all((await cache.keys()).map(of));
})()`;

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

/** In what a phone differs from others; a page finds it in a cookie, so that it ends with the test. */
const CLOCK = 'phone-clock';
const CLOSES = 'phone-closes';

/** What runs before anything else of each page. */
const BEFORE_EACH_PAGE = `{
  const trait = (name) => new RegExp('(?:^|; )' + name + '=([^;]*)').exec(document.cookie)?.[1];
  const year = trait('${CLOCK}');
  if (year !== undefined) {
    const Real = Date, off = new Real(Number(year), 0, 1).getTime() - Real.now();
    globalThis.Date = class extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + off) : super(...given); }
      static now() { return Real.now() + off; }
    };
  }
  if (trait('${CLOSES}') !== undefined) {
    const real = IDBDatabase.prototype.transaction, closed = new WeakSet();
    let left = 2;
    IDBDatabase.prototype.transaction = function (...given) {
      if (left > 0 && !closed.has(this)) { left -= 1; closed.add(this); this.close(); }
      return real.apply(this, given);
    };
  }
}`;

/** Leaves the worker and the files of the build, and nothing of anybody. */
const EMPTY = `(async () => {
  localStorage.clear();
  await caches.delete('giaoban-pages');
  await new Promise((resolve) => {
    const opening = indexedDB.open('giaoban');
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => resolve();
    opening.onsuccess = () => {
      const database = opening.result;
      const clearing = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const name of database.objectStoreNames) clearing.objectStore(name).clear();
      clearing.oncomplete = () => { database.close(); resolve(); };
    };
  });
})()`;

/** A phone of somebody who is signed in; it keeps pages and forms as a real one does. */
export class APhone {
  private account = '';
  private hasItsWorker = true;

  private constructor(
    readonly context: BrowserContext,
    private readonly url: string,
  ) {}

  static async of(browser: Browser, { url }: { readonly url: string }): Promise<APhone> {
    const context = await browser.newContext({
      viewport: PHONE,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      serviceWorkers: 'allow',
    });
    await context.addInitScript(BEFORE_EACH_PAGE);
    return new APhone(context, url);
  }

  async signIn({ cookie, actor }: SignedInPerson): Promise<void> {
    this.account = actor.accountId ?? '';
    const [name = '', value = ''] = cookie.split('=');
    await this.context.addCookies([{ name, value, url: this.url, httpOnly: true, sameSite: 'Lax' }]);
  }

  /** The session is over, as the service sees it. */
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
      return paths.every((path) => kept.includes(`${this.account} ${path}`));
    });
    await page.close();
  }

  /** The phone's clock stands at this day. */
  setClock(year: number): Promise<void> {
    return this.differs(CLOCK, String(year));
  }

  /** As iOS does under a page that was in the background: each connection to the database is closed once. */
  closeDatabases(): Promise<void> {
    return this.differs(CLOSES, 'yes');
  }

  /** As a phone does that needs memory: the page ends between two instructions. */
  async kill(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  }

  /** What a browser does that needs room: everything but cookies is gone. */
  async clearStorage(): Promise<void> {
    this.hasItsWorker = false;
    const page = await this.context.newPage();
    const session = await this.context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', {
      origin: this.url,
      storageTypes: 'indexeddb,cache_storage,local_storage,service_workers',
    });
    await page.close();
  }

  /**
   * Nobody's phone again, whose worker needs not be installed a second time; false where that would be more than
   * emptying it.
   */
  async emptied(): Promise<boolean> {
    if (!this.hasItsWorker) return false;
    for (const page of this.context.pages()) await page.close();
    await this.context.clearCookies();
    const page = await this.open('/an-address-without-a-page');
    await page.evaluate(EMPTY);
    await page.close();
    return true;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  private differs(name: string, value: string): Promise<void> {
    return this.context.addCookies([{ name, value, url: this.url, sameSite: 'Lax' }]);
  }
}

/**
 * Types answers into the fields of a form at once, as its user would one by one, and returns what stood there: the page
 * may have filled in something of its own a moment before.
 */
export function typeInto(
  page: Page,
  answers: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(`(() => {
    const form = document.querySelector('form[data-visit-form]');
    const before = {};
    for (const [name, value] of Object.entries(${JSON.stringify(answers)})) {
      for (const field of form.querySelectorAll('[name="' + CSS.escape(name) + '"]')) {
        if (field.type === 'radio') field.checked = field.value === value;
        else if (field.type !== 'hidden') {
          before[name] = field.value;
          field.value = value;
        }
      }
    }
    form.dispatchEvent(new Event('input', { bubbles: true }));
    return before;
  })()`);
}

/** What the form says about its text: kept, saved, sent. */
export const said = (page: Page, words: string) => page.locator('[data-live=saved]', { hasText: words }).waitFor();
