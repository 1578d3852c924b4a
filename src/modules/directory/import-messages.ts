import type { Locale } from '../../kernel/actor.ts';
import { revealedText } from '../../kernel/visible-text.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';
import type { ImportSentences } from './domain/import/annotate.ts';
import type { ImportFault, ImportPlace } from './domain/import/fault.ts';
import type { ImportQuestion } from './domain/import/question.ts';
import { english } from './import-messages-en.ts';
import { vietnamese } from './import-messages-vi.ts';

export const importMessages = defineMessages({ ...vietnamese }, { ...english });

/** The sentence for a fault of an import file: what is wrong and what to do about it. */
export function faultSentence(fault: ImportFault, locale: Locale): string {
  const { code, params, ...place } = fault;
  const sentence = importMessages[locale][`import.fault.${code}`] as (facts: object) => string;
  return sentence({ ...revealed(place), ...params });
}

/** The sentence for a question: what was found, what confirming does, and what else can be done. */
export function questionSentence(question: ImportQuestion, locale: Locale): string {
  const { code, params, ...place } = question;
  const texts = importMessages[locale];
  const sentence = texts[`import.question.${code}`] as (facts: object) => string;
  const asked = sentence({ ...revealed(place), ...params });
  return place.count > 1 ? `${asked} ${texts['import.question_rows'](place)}` : asked;
}

/** The facts of a place with invisible characters in its value shown by name. */
function revealed<P extends ImportPlace>(place: P): P {
  return place.value === null ? place : { ...place, value: revealedText(place.value) };
}

export function sentencesIn(locale: Locale): ImportSentences {
  return {
    fault: (fault) => faultSentence(fault, locale),
    question: (question) => questionSentence(question, locale),
  };
}
