import type { Locale } from '../../kernel/actor.ts';
import type { ErrorCode, ErrorParams } from '../../kernel/domain-error.ts';

/** The texts of an error: the HTTP status, and a sentence in each language that says what to do. */
export interface ErrorText<C extends ErrorCode> {
  readonly status: number;
  readonly vi: (params: ErrorParams[C]) => string;
  readonly en: (params: ErrorParams[C]) => string;
}

export type ErrorTexts<C extends ErrorCode = ErrorCode> = { readonly [K in C]: ErrorText<K> };

/** The texts of all codes that begin with `Prefix.`; a code that lacks one of the three parts does not compile. */
export function defineErrors<Prefix extends string>(
  texts: ErrorTexts<Extract<ErrorCode, `${Prefix}.${string}`>>,
): ErrorTexts<Extract<ErrorCode, `${Prefix}.${string}`>> {
  return texts;
}

export function errorSentence<C extends ErrorCode>(
  texts: ErrorTexts,
  code: C,
  params: ErrorParams[C],
  locale: Locale,
): string {
  return texts[code][locale](params);
}
