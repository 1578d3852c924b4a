import { visibleText } from './visible-text.ts';

/** Control characters except line break and tab, unpaired surrogates and noncharacters. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|[\p{Cs}\ufffe\uffff]/gu;

/** Text that somebody typed, ready to be stored and printed: NFC, `\n` as line break, no invisible characters. */
export function plainText(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return visibleText(lines.replace(UNPRINTABLE, '')).normalize('NFC').trim();
}
