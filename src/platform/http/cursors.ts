import { DomainError } from '../../kernel/domain-error.ts';
import type {} from './errors.ts';

/** Marks where a list continues: the sort keys of the last row, opaque to the client. */
export function cursorOf(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The `count` keys of a cursor; null for the first page. @throws DomainError http.malformed */
export function keysOf(cursor: string | undefined, count: number): string[] | null {
  if (cursor === undefined) return null;
  const keys = parsed(cursor);
  if (!Array.isArray(keys) || keys.length !== count || !keys.every((key) => typeof key === 'string')) {
    throw new DomainError('http.malformed', {});
  }
  return keys;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
