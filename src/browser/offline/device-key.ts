import { onDevice, randomId, type StoredKey } from './device-database.ts';
import { keyFrom } from './sealing.ts';

const LIMIT_MS = 8_000;
const KEY_BYTES = 32;

/**
 * The key for what this device keeps of an account's work. The session brings it, and it stays as a key that no script
 * can read, so that pages open without a network. Where no session can be asked, a key is made here, because a text that
 * is kept matters more.
 */
export async function keyFor(account: string): Promise<CryptoKey> {
  const stored = await storedKey(account);
  if (stored) return stored;
  const brought = await bring(account);
  const random = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const key = await keyFrom(brought ?? random);
  await onDevice((database) => database.put('keys', { account, key, isMadeHere: brought === null }));
  return key;
}

/** Null while no page of that account has been opened on this device since it was cleared. */
export async function storedKey(account: string): Promise<CryptoKey | null> {
  const stored = await onDevice((database) => database.get('keys', account));
  return stored?.key ?? null;
}

/**
 * Another account works on this device: what it kept of others cannot be read until their next session. A key that was
 * made here stays as long as it has something to open, because nobody can bring it again.
 */
export async function shutOutOthers(account: string): Promise<void> {
  await onDevice(async (database) => {
    const change = database.transaction(['keys', 'forms'], 'readwrite');
    const forms = await change.objectStore('forms').getAll();
    const isNeeded = (key: StoredKey) => key.isMadeHere && forms.some((form) => form.account === key.account);
    for (const key of await change.objectStore('keys').getAll()) {
      if (key.account !== account && !isNeeded(key)) void change.objectStore('keys').delete(key.account);
    }
    await change.done;
  });
}

async function bring(account: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const reply = await fetch(`/my/device-key/${await deviceId()}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    const brought = (await reply.json()) as { readonly account?: string; readonly key?: string };
    if (!reply.ok || brought.account !== account) return null;
    const bytes = Uint8Array.from(atob(brought.key ?? ''), (letter) => letter.charCodeAt(0));
    return bytes.length === KEY_BYTES ? bytes : null;
  } catch {
    return null; // no network, or the reply of something else
  }
}

/** By which the service tells this device's keys from those of others. */
function deviceId(): Promise<string> {
  const fresh = randomId();
  return onDevice(async (database) => {
    const change = database.transaction('device', 'readwrite');
    const known = await change.store.get('id');
    if (known === undefined) await change.store.put(fresh, 'id');
    await change.done;
    return known ?? fresh;
  });
}
