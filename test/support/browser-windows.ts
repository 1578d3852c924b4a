import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface BrowserWindow {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** What tests listen to on a page. */
const EVENTS = ['console', 'pageerror', 'dialog', 'request', 'requestfinished', 'response'] as const;

/**
 * Windows that the tests of a file use in turn. Each new page is a new process of Chromium with nothing in its cache,
 * which takes longer than most tests; a used window keeps its process and its cache and loses everything else.
 */
export class BrowserWindows {
  /** Those that nobody uses, by their options. */
  private readonly idle = new Map<string, BrowserWindow[]>();
  private readonly taken = new Map<BrowserWindow, string>();

  constructor(private readonly browser: Browser) {}

  /** A window without cookies and without anything stored. */
  async open(options: BrowserContextOptions): Promise<BrowserWindow> {
    const kind = JSON.stringify(options);
    const window = this.idle.get(kind)?.pop() ?? (await this.fresh(options));
    this.taken.set(window, kind);
    if (options.viewport) await window.page.setViewportSize(options.viewport);
    return window;
  }

  /** Ends the use of all windows. */
  async giveBack(): Promise<void> {
    for (const [window, kind] of [...this.taken]) {
      this.taken.delete(window);
      const { context } = window;
      const [page, ...more] = context.pages();
      for (const other of more) await other.close();
      if (!page) {
        await context.close();
        continue;
      }
      await emptied(page);
      this.idle.set(kind, [...(this.idle.get(kind) ?? []), { context, page }]);
    }
  }

  private async fresh(options: BrowserContextOptions): Promise<BrowserWindow> {
    // A worker would stay in a window that others use next.
    const context = await this.browser.newContext({ serviceWorkers: 'block', ...options });
    return { context, page: await context.newPage() };
  }
}

async function emptied(page: Page): Promise<void> {
  const context = page.context();
  for (const event of EVENTS) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await context.clearCookies();
  await page.mouse.move(0, 0);
  if (page.url() === 'about:blank') return;
  // A page may store something while it is left, so that its storage is emptied from another of its site.
  const elsewhere = new URL('/an-address-without-a-page', page.url()).href;
  await evenIfItLoadsAgain(async () => {
    if (page.url() !== elsewhere) await page.goto(elsewhere);
    await page.evaluate('localStorage.clear(), sessionStorage.clear(), indexedDB.deleteDatabase("giaoban")');
  });
}

/**
 * A page that loads itself again, as one with a job at its end does, may do so in the moment in which it is left: its
 * load stops the other one, or loads the new page once more.
 */
async function evenIfItLoadsAgain(act: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await act();
      return;
    } catch (error) {
      if (
        tries === 5 ||
        !/interrupted by another navigation|net::ERR_ABORTED|context was destroyed/.test(String(error))
      )
        throw error;
    }
  }
}
