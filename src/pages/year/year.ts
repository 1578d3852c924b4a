import { DomainError } from '../../kernel/domain-error.ts';
import type { Month } from '../../kernel/month.ts';

/** `YYYY` */
export type Year = string & { readonly __year: never };

/** The year that an address names. @throws DomainError http.not_found */
export function yearParam(text: string): Year {
  if (!/^(19|2\d)\d\d$/.test(text)) throw new DomainError('http.not_found', {});
  return text as Year;
}

export function yearOf(month: Month): Year {
  return month.slice(0, 4) as Year;
}

type Twelve<T> = readonly [T, T, T, T, T, T, T, T, T, T, T, T];

export function monthsOfYear(year: Year): Twelve<Month> {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as Month);
  return months as unknown as Twelve<Month>;
}
