import { DomainError } from '../../../kernel/domain-error.ts';
import type {} from '../errors.ts';

/** No office numbers so many documents of one type in a term. */
const MOST = 99_999;

/**
 * The number that the office's own register has given, as typed; null where none was typed.
 * @throws DomainError register.number_wrong
 */
export function readGivenNumber(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST) throw new DomainError('register.number_wrong', { most: MOST });
  return number;
}
