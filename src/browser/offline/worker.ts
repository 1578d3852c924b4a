import type { WorkboxPlugin } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { KEPT_PAGES } from './device-database.ts';
import { storedKey } from './device-key.ts';
import { keptSince, openPage, sealPage } from './kept-pages.ts';

/*
 * The service worker of the pages below /my/. It has the files of its own build, and what those pages said last, which
 * it shows where the service does not answer. A new release's worker waits until all pages of the old one are closed.
 */

interface WorkerScope {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
  addEventListener(type: 'message', listener: (event: WorkerMessage) => void): void;
}

interface WorkerMessage extends Event {
  readonly data: { readonly keep?: readonly string[] };
  waitUntil(work: Promise<unknown>): void;
}

const worker = self as unknown as WorkerScope;
/** Beyond it the kept page is shown, and the reply replaces it when it comes. */
const PATIENCE_SECONDS = 4;
/** A page that was kept so lately is not asked for again. */
const RECENT_MS = 10 * 60_000;
const LIST = '/my/visits';
const PAGE = /^\/my\/visits(\/[0-9a-f-]{36}(\/form)?)?$/;
const ASSET = /^\/assets\/(\w+)\/(.+)$/;
const [, BUILD = ''] = ASSET.exec(worker.__WB_MANIFEST[0]?.url ?? '') ?? [];

/** What comes between us and the service, such as the page of a hotel's network, knows nothing of this header. */
function isOurs(reply: Response): boolean {
  return reply.type === 'opaqueredirect' || (reply.status < 500 && reply.headers.has('x-trace-id'));
}

const plugin: WorkboxPlugin = {
  fetchDidSucceed: ({ response, state }) => {
    if (isOurs(response)) return Promise.resolve(response);
    if (state) state['foreign'] = response;
    throw new Error('no reply of the service');
  },
  cacheWillUpdate: ({ response }) => sealPage(response, storedKey),
  cachedResponseWillBeUsed: ({ cachedResponse }) =>
    cachedResponse ? openPage(cachedResponse, storedKey) : Promise.resolve(null),
  // A page that was not kept: what came instead, else the list, which says what this device has.
  handlerDidError: async ({ state, request }) => {
    const foreign = state?.['foreign'] as Response | undefined;
    if (foreign || new URL(request.url).pathname === LIST) return foreign ?? Response.error();
    return (await caches.match(LIST, { cacheName: KEPT_PAGES })) ? Response.redirect(LIST) : Response.error();
  },
};

const pages = new NetworkFirst({
  cacheName: KEPT_PAGES,
  networkTimeoutSeconds: PATIENCE_SECONDS,
  plugins: [plugin],
});

precacheAndRoute([...worker.__WB_MANIFEST]);
cleanupOutdatedCaches();

registerRoute(({ request, url }) => request.mode === 'navigate' && PAGE.test(url.pathname), pages);

/** A kept page may name the files of an earlier build: as the service does, this build's file stands in for them. */
registerRoute(
  ({ url }) => ASSET.test(url.pathname),
  async ({ request, url }) => {
    try {
      return await fetch(request);
    } catch {
      const [, , path = ''] = ASSET.exec(url.pathname) ?? [];
      return (await matchPrecache(`/assets/${BUILD}/${path}`)) ?? Response.error();
    }
  },
);

/** Pages name what they want to have kept. */
worker.addEventListener('message', (event) => {
  const { keep } = event.data;
  if (keep) event.waitUntil(keepPages(event, keep));
});

/** One after the other: the first in any case, which says what time it is; then those that are older than a moment. */
async function keepPages(event: WorkerMessage, [first = LIST, ...others]: readonly string[]): Promise<void> {
  await keepPage(event, first);
  const now = await keptSince(first);
  for (const address of others) {
    const since = await keptSince(address);
    if (now === null || since === null || now - since >= RECENT_MS) await keepPage(event, address);
  }
}

async function keepPage(event: WorkerMessage, address: string): Promise<void> {
  const request = new Request(address, { headers: { accept: 'text/html', 'x-fragment': 'page' } });
  await pages.handle({ event, request }).catch(() => undefined);
}
