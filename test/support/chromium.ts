import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Just below a test's time limit, so that the error says what was waited for. */
const LONGEST_WAIT_MS = 240_000;

/** A Chromium of its own with a private temporary directory; `close` leaves nothing behind. */
export interface RunningBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** The first of `CHROMIUM_PATH`, `/usr/bin/chromium` and the Chromium inside the npm package. */
export async function launchChromium(): Promise<RunningBrowser> {
  const temporary = await mkdtemp(join(tmpdir(), 'giaoban-chromium-'));
  const installed = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));
  const browser = await chromium.launch({
    executablePath: installed ?? (await sparticuz.executablePath()),
    // The package's default arguments end the browser with its first context.
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, TMPDIR: temporary },
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(LONGEST_WAIT_MS);
    return context;
  };
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}
