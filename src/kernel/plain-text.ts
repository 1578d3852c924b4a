/** Control characters but line break and tab, text direction overrides, half surrogates and non-characters. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** What somebody typed, as it can be kept and printed: NFC, `\n` between lines, nothing that nobody can see. */
export function plainText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNPRINTABLE, '').normalize('NFC').trim();
}
