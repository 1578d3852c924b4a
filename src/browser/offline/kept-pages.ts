import { KEPT_PAGES } from './device-database.ts';
import { seal, unseal } from './sealing.ts';

type KeyOf = (account: string) => Promise<CryptoKey | null>;

const OWNER = 'x-page-of';
const NONCE = 'x-kept-nonce';
/** Said of the transport, or of who may have the same reply. */
const NOT_KEPT = ['content-encoding', 'content-length', 'vary', 'set-cookie'];

/**
 * The reply as it is kept: encrypted for the account whose page it is. Null for a page that cannot be kept. Pages of
 * another account make way.
 */
export async function sealPage(reply: Response, keyOf: KeyOf): Promise<Response | null> {
  const account = reply.headers.get(OWNER);
  if (reply.status !== 200 || reply.redirected || account === null) return null;
  await forgetOthers(account);
  const key = await keyOf(account);
  if (!key) return null;
  const { nonce, sealed } = await seal(key, await reply.text());
  const headers = new Headers(reply.headers);
  for (const name of NOT_KEPT) headers.delete(name);
  headers.set(NONCE, btoa(String.fromCharCode(...nonce)));
  return new Response(sealed, { headers });
}

/** The page as it is shown, with the line that says of when it is; null where the account's key is gone. */
export async function openPage(kept: Response, keyOf: KeyOf): Promise<Response | null> {
  const { headers } = kept;
  const key = await keyOf(headers.get(OWNER) ?? '');
  const nonce = Uint8Array.from(atob(headers.get(NONCE) ?? ''), (letter) => letter.charCodeAt(0));
  const html = key && (await unseal(key, { nonce, sealed: await kept.arrayBuffer() }));
  if (html === null) return null;
  return new Response(withItsTime(html, headers.get('date')), { headers });
}

/** When a kept page was made, by the service's clock; null where it is not kept. */
export async function keptSince(address: string): Promise<number | null> {
  const kept = await (await caches.open(KEPT_PAGES)).match(address);
  const date = kept?.headers.get('date') ?? null;
  return date === null ? null : Date.parse(date);
}

async function forgetOthers(account: string): Promise<void> {
  const cache = await caches.open(KEPT_PAGES);
  for (const page of await cache.keys()) {
    const kept = await cache.match(page);
    if (kept?.headers.get(OWNER) !== account) await cache.delete(page);
  }
}

/** By the service's clock, because that of a phone may be wrong. */
function withItsTime(html: string, date: string | null): string {
  const locale = /<html lang="(\w+)"/.exec(html)?.[1] ?? 'vi';
  const at = date === null ? '' : new Date(date).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
  return html.replace('data-kept-page hidden>', 'data-kept-page>').replace('<time data-kept-at></time>', at);
}
