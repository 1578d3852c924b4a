import { LOCALES, type Locale } from '../kernel/actor.ts';
import { BadInput } from './bad-input.ts';
import type { Call } from './command.ts';

/** The language given by --lang; English without it. @throws BadInput */
export function localeOf(call: Call): Locale {
  const text = call.text('lang') ?? 'en';
  const locale = LOCALES.find((one) => one === text);
  if (locale === undefined) throw new BadInput(`--lang wants ${LOCALES.join(' or ')}, not “${text}”.`);
  return locale;
}
