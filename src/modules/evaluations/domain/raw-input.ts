import type { Day } from '../../../kernel/month.ts';
import { writtenDay, writtenTime } from '../../../kernel/written-day.ts';
import { writtenNumber } from '../../../kernel/written-number.ts';

/*
 * Reads both ways in which a form is sent: JSON, and HTML form data, in which all values are strings and names have
 * brackets (`shortcomings[0][text]`), whether or not the body parser has nested them.
 */

export type Reading<T> = { readonly value: T } | { readonly code: string; readonly params?: Record<string, unknown> };

export type RawObject = ReadonlyMap<string, unknown>;

const BRACKETS = /^([^[\]]+)((?:\[[^[\]]*\])+)$/;

/** The object's own properties, with bracketed names nested; null where it is no object. */
export function rawObject(raw: unknown): RawObject | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const entries = new Map<string, unknown>();
  for (const [name, value] of Object.entries(raw as Record<string, unknown>)) {
    const parts = BRACKETS.exec(name);
    if (!parts) {
      entries.set(name, value);
      continue;
    }
    const path = [parts[1] ?? '', ...(parts[2] ?? '').slice(1, -1).split('][')];
    if (path.length <= 4) put(entries, path, value);
  }
  return entries;
}

function put(into: Map<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    into.set(first, value);
    return;
  }
  const before = into.get(first);
  const inner =
    before instanceof Map ? (before as Map<string, unknown>) : new Map<string, unknown>(rawObject(before) ?? []);
  into.set(first, inner);
  put(inner, rest, value);
}

export function rawChild(raw: unknown): RawObject | null {
  return raw instanceof Map ? (raw as RawObject) : rawObject(raw);
}

/** The items of a list with the index that the sender used; null where it is no list. */
export function rawList(raw: unknown): readonly (readonly [string, unknown])[] | null {
  if (isEmpty(raw)) return [];
  if (Array.isArray(raw)) return raw.map((item: unknown, index) => [String(index), item] as const);
  const entries = rawChild(raw);
  if (!entries) return null;
  const items = [...entries];
  if (items.some(([index]) => !/^\d{1,4}$/.test(index))) return null;
  return items.sort(([a], [b]) => Number(a) - Number(b));
}

/** No answer: missing, null, or an empty or blank text. */
export function isEmpty(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
}

export function readCount(raw: unknown, minimum: number, maximum: number): Reading<number> {
  const text = typeof raw === 'string' ? raw.trim() : null;
  const value = text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : raw;
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return { code: 'answer.not_a_count' };
  if (value < minimum) return { code: 'answer.too_small', params: { minimum } };
  if (value > maximum) return { code: 'answer.too_large', params: { maximum } };
  return { value: value === 0 ? 0 : value };
}

export function readPoints(raw: unknown, maximum: number, step: number): Reading<number> {
  const value = typeof raw === 'string' ? writtenNumber(raw) : raw;
  const wrong = { code: 'answer.not_points', params: { maximum, step } };
  if (typeof value !== 'number' || !(value >= 0 && value <= maximum)) return wrong;
  const inHundredths = Math.round(value * 100);
  if (Math.abs(value * 100 - inHundredths) > 1e-6 || inHundredths % Math.round(step * 100) !== 0) return wrong;
  return { value: inHundredths / 100 };
}

export function readNumber(raw: unknown, minimum: number, maximum: number, decimals: number): Reading<number> {
  const value = typeof raw === 'string' ? writtenNumber(raw) : raw;
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'answer.not_a_number' };
  const scale = 10 ** decimals;
  const whole = Math.round(value * scale);
  if (Math.abs(value * scale - whole) > 1e-6) return { code: 'answer.decimals', params: { decimals } };
  if (value < minimum) return { code: 'answer.too_small', params: { minimum } };
  if (value > maximum) return { code: 'answer.too_large', params: { maximum } };
  return { value: whole === 0 ? 0 : whole / scale };
}

/** Several options: as a list, or each as a field of its own that is ticked. In the order in which they are offered. */
export function readChoices(raw: unknown, values: readonly string[]): Reading<readonly string[]> {
  const ticked = Array.isArray(raw)
    ? raw
    : typeof raw === 'string'
      ? [raw]
      : [...(rawChild(raw) ?? [])].flatMap(([option, value]) => (isTicked(value) ? [option] : []));
  const isKnown = ticked.every((each: unknown) => typeof each === 'string' && values.includes(each));
  if (!isKnown || (typeof raw !== 'string' && !Array.isArray(raw) && rawChild(raw) === null))
    return { code: 'answer.not_an_option', params: { values } };
  return { value: values.filter((value) => ticked.includes(value)) };
}

function isTicked(value: unknown): boolean {
  return value === true || value === 'on' || value === 'yes' || value === '1';
}

export function readTime(raw: unknown): Reading<string> {
  const value = typeof raw === 'string' ? writtenTime(raw) : null;
  return value === null ? { code: 'answer.not_a_time' } : { value };
}

export function readDate(raw: unknown): Reading<Day> {
  const value = typeof raw === 'string' ? writtenDay(raw) : null;
  return value === null ? { code: 'answer.not_a_date' } : { value };
}

/** Control characters except line break and tab, text direction overrides, unpaired surrogates and noncharacters. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

/** Text in NFC with `\n` as line break, trimmed; in a one-line text line breaks become spaces. */
export function readText(raw: unknown, maximum: number, lines: 'one' | 'many'): Reading<string> {
  if (typeof raw !== 'string') return { code: 'answer.not_text' };
  // Input far above the limit is refused before it is normalised, which would cost time.
  if (raw.length > maximum * 20) return { code: 'answer.too_long', params: { maximum, length: raw.length } };
  const broken = raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC').trim();
  const value = lines === 'one' ? broken.replace(/[\n\t]+/g, ' ') : broken;
  if (FORBIDDEN.test(value)) return { code: 'answer.control_character' };
  const length = Array.from(value).length;
  return length > maximum ? { code: 'answer.too_long', params: { maximum, length } } : { value };
}

export function readChoice(raw: unknown, values: readonly string[]): Reading<string> {
  const yesNo = raw === true || raw === 'on' ? 'yes' : raw === false ? 'no' : raw;
  const value = typeof yesNo === 'string' ? yesNo.trim() : '';
  return values.includes(value) ? { value } : { code: 'answer.not_an_option', params: { values } };
}
