/** Control characters except line break and tab, text direction overrides, half surrogates and non-characters. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text that somebody typed, ready to be stored and printed: NFC, `\n` as line break, no invisible characters. */
export function plainText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNPRINTABLE, '').normalize('NFC').trim();
}
