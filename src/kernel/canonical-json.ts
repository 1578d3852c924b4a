import { createHash } from 'node:crypto';

/** One text for equal data: keys sorted by code unit, `undefined` left out, no white space (RFC 8785 for our types). */
export function canonicalJson(value: unknown): string {
  let text = '';
  write(value, (part) => (text += part));
  return text;
}

/**
 * SHA-256 of the canonical JSON, in hexadecimal. The text is hashed in chunks, because that of a month can be many
 * megabytes.
 */
export function contentHash(value: unknown): string {
  const hash = createHash('sha256');
  let text = '';
  write(value, (part) => {
    text += part;
    if (text.length < CHUNK) return;
    hash.update(text);
    text = '';
  });
  return hash.update(text).digest('hex');
}

/** SHA-256 of a canonical JSON that is at hand as a text. */
export function textHash(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex');
}

/** Characters that are hashed at once. */
const CHUNK = 64 * 1024;

function write(value: unknown, out: (part: string) => void, before = ''): void {
  if (value === null || typeof value !== 'object') out(before + scalar(value));
  else if (value instanceof Date) out(before + JSON.stringify(value.toISOString()));
  else if (Array.isArray(value)) writeItems(value, out, before);
  else writeProperties(value as Readonly<Record<string, unknown>>, out, before);
}

/** Numbers and texts without any letter to be escaped are most of a month, and quickly written. */
function scalar(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string' && PLAIN.test(value)) return `"${value}"`;
  return JSON.stringify(value ?? null);
}

const PLAIN = /^[\w .:/-]*$/;

/** @param before what stands before it, written together with its first part */
function writeItems(items: readonly unknown[], out: (part: string) => void, before: string): void {
  let start = `${before}[`;
  for (const item of items) {
    write(item, out, start);
    start = ',';
  }
  out(items.length === 0 ? `${start}]` : ']');
}

function writeProperties(value: Readonly<Record<string, unknown>>, out: (part: string) => void, before: string): void {
  let start = `${before}{`;
  let isEmpty = true;
  for (const key of sortedKeys(value)) {
    const item = value[key];
    if (item === undefined) continue;
    write(item, out, start + quoted(key));
    start = ',';
    isEmpty = false;
  }
  out(isEmpty ? `${start}}` : '}');
}

/**
 * Most objects of a list have the same keys in the same order as the object before; their sorted keys are then reused.
 */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  if (keys.length === last.keys.length && keys.every((key, i) => key === last.keys[i])) return last.sorted;
  last = { keys, sorted: [...keys].sort() };
  return last.sorted;
}

let last: { readonly keys: readonly string[]; readonly sorted: readonly string[] } = { keys: [], sorted: [] };

/** The key as JSON, with its colon. At most 1,000 quoted keys are kept, because ids may be keys as well. */
function quoted(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  if (names.size < MOST_NAMES) names.set(key, text);
  return text;
}

const MOST_NAMES = 1_000;
const names = new Map<string, string>();
