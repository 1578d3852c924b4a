import { keyFor } from './device-key.ts';

/** The service worker; no page waits for it, and where there is none pages need the network as ever. */
const WORKER = '/my/worker.js';

/** Has the worker keep these pages of the reader, encrypted, which open without a network from then on. */
export async function keepPages(account: string, addresses: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await keyFor(account);
    await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: addresses });
  } catch {
    // A browser that forbids it, or a line that has gone: the next page tries again.
  }
}
