import { DomainError } from '../../kernel/domain-error.ts';
import { isMonth, type Month } from '../../kernel/month.ts';

/**
 * The month that an address names.
 *
 * @throws DomainError http.bad_month
 */
export function monthParam(text: string): Month {
  if (!isMonth(text)) throw new DomainError('http.bad_month', {});
  return text;
}
