import { isId } from '../../kernel/id.ts';

/** One field of a form as sent: `strengths[0][text]` and its value. */
export interface SentField {
  readonly name: string;
  readonly value: string;
}

const SECRET = /password|token/i;
/** The most fields of a body. */
const MOST_FIELDS = 5000;

/** What each form says again when it is shown again: the session's token, and for whom a deputy acts. */
const SAID_AGAIN = /^_csrf$|^_for(\[|$)/;

/** All fields of a form as sent, lists included, without those that it says again. */
export function sentFields(body: unknown): SentField[] {
  const fields: SentField[] = [];
  collect(body, '', fields);
  return fields.filter(({ name }) => !SAID_AGAIN.test(name));
}

function collect(value: unknown, name: string, into: SentField[]): void {
  if (into.length >= MOST_FIELDS) return;
  if (typeof value === 'string' && name !== '') into.push({ name, value });
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) collect(child, name === '' ? key : `${name}[${key}]`, into);
  }
}

/** Whether a field holds a secret, which a page must never show again. */
export function holdsSecret(fields: readonly SentField[]): boolean {
  return fields.some(({ name }) => SECRET.test(name));
}

/** The texts that somebody typed, for copying: without ids, numbers, days, or values that a page filled in. */
export function wordsTyped(fields: readonly SentField[]): string[] {
  return fields
    .filter(({ name }) => !name.startsWith('_') && !SECRET.test(name))
    .map(({ value }) => value.trim())
    .filter((text) => text.length > 1 && /\p{L}/u.test(text) && !isId(text) && !/^[a-z]+(?:_[a-z]+)+$/.test(text));
}
