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

function write(value: unknown, out: (part: string) => void): void {
  if (value === null || typeof value !== 'object') out(JSON.stringify(value ?? null));
  else if (value instanceof Date) out(JSON.stringify(value.toISOString()));
  else if (Array.isArray(value)) writeItems(value, out);
  else writeProperties(value as Readonly<Record<string, unknown>>, out);
}

function writeItems(items: readonly unknown[], out: (part: string) => void): void {
  let before = '[';
  for (const item of items) {
    out(before);
    write(item, out);
    before = ',';
  }
  out(before === '[' ? '[]' : ']');
}

function writeProperties(value: Readonly<Record<string, unknown>>, out: (part: string) => void): void {
  let before = '{';
  for (const key of sortedKeys(value)) {
    const item = value[key];
    if (item === undefined) continue;
    out(before + quoted(key));
    write(item, out);
    before = ',';
  }
  out(before === '{' ? '{}' : '}');
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
