import type { Request } from 'express';
import type { Locale } from '../../kernel/actor.ts';
import { formatMonth } from '../../kernel/format.ts';
import type { Month } from '../../kernel/month.ts';
import type { FlashMessage } from '../../platform/http/page.ts';

/** What is said after a change of an entry, with the months whose calendar does not follow by itself. */
export function doneWith(
  key:
    | 'register.added'
    | 'register.saved'
    | 'register.restored'
    | 'register.retired'
    | 'register.removed'
    | 'register.unchanged',
  name: string,
  months: readonly string[],
  { locale }: Request,
): FlashMessage {
  if (key === 'register.unchanged' || key === 'register.removed') return { kind: 'note', key };
  return {
    kind: months.length > 0 ? 'warning' : 'done',
    key,
    params: { name, months: monthNames(months, locale) },
  };
}

export function monthNames(months: readonly string[], locale: Locale): string {
  return months.map((month) => formatMonth(locale, month as Month)).join(', ');
}
