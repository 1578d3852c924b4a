import type { DomainError, ErrorCode } from '../../kernel/domain-error.ts';
import type { Locale } from '../../kernel/actor.ts';
import { errorSentence, type ErrorTexts } from '../../platform/i18n/errors.ts';

/** Told beside the field of the number. */
const WRONG_NUMBERS: ReadonlySet<ErrorCode> = new Set(['register.number_wrong', 'register.number_taken']);
const WRONG_REASONS: ReadonlySet<ErrorCode> = new Set(['plan.amendment_reason_missing', 'plan.amendment_reason_long']);

/** Why an amendment was refused, at the field that is wrong, or above the form where none is. */
export interface RefusedAt {
  readonly number: string | null;
  readonly reason: string | null;
  readonly form: string | null;
}

export function refusedAt(refused: DomainError | null, errors: ErrorTexts, locale: Locale): RefusedAt {
  const at = { number: null, reason: null, form: null };
  if (!refused) return at;
  const sentence = errorSentence(errors, refused.code, refused.params, locale);
  if (WRONG_NUMBERS.has(refused.code)) return { ...at, number: sentence };
  return WRONG_REASONS.has(refused.code) ? { ...at, reason: sentence } : { ...at, form: sentence };
}
