import { isId } from '../../kernel/id.ts';

/** One field of a form as it was sent: `strengths[0][text]` and what was typed there. */
export interface SentField {
  readonly name: string;
  readonly value: string;
}

const SECRET = /password|token/i;
/** As many as a body may have. */
const MOST_FIELDS = 5000;

/** All fields of a form that was sent, lists included, without the token of the session. */
export function sentFields(body: unknown): SentField[] {
  const fields: SentField[] = [];
  collect(body, '', fields);
  return fields.filter(({ name }) => name !== '_csrf');
}

function collect(value: unknown, name: string, into: SentField[]): void {
  if (into.length >= MOST_FIELDS) return;
  if (typeof value === 'string' && name !== '') into.push({ name, value });
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) collect(child, name === '' ? key : `${name}[${key}]`, into);
  }
}

/** A page must never give a secret back. */
export function holdsSecret(fields: readonly SentField[]): boolean {
  return fields.some(({ name }) => SECRET.test(name));
}

/** The words among them, for copying: no ids, figures or days, nothing that a page has filled in unseen. */
export function wordsTyped(fields: readonly SentField[]): string[] {
  return fields
    .filter(({ name }) => !name.startsWith('_') && !SECRET.test(name))
    .map(({ value }) => value.trim())
    .filter((text) => text.length > 1 && /\p{L}/u.test(text) && !isId(text) && !/^[a-z]+(?:_[a-z]+)+$/.test(text));
}
