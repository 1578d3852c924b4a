import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Just below a test's time limit, so that the error says what was waited for. */
const LONGEST_WAIT_MS = 240_000;

/** A Chromium of its own with a private temporary directory; `close` leaves nothing behind. */
/** A name of this machine in the browser. */
export const WITHOUT_TLS = 'van-phong.example';

export interface RunningBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * The first of `CHROMIUM_PATH`, `/usr/bin/chromium` and the Chromium inside the npm package, which is unpacked the first
 * time. Nobody may start it while another process unpacks it, so a run of tests asks for it before its workers do.
 */
export async function chromiumProgram(): Promise<string> {
  const installed = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));
  return installed ?? (await sparticuz.executablePath());
}

export async function launchChromium(): Promise<RunningBrowser> {
  const temporary = await mkdtemp(join(tmpdir(), 'giaoban-chromium-'));
  const browser = await chromium.launch({
    executablePath: await chromiumProgram(),
    // The package's default arguments end the browser with its first context.
    // This machine by a name is an origin without TLS, as an office’s own network may have; by its address it is trusted.
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${WITHOUT_TLS} 127.0.0.1`],
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
