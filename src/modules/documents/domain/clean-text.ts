/**
 * Characters that XML cannot contain, and marks that reorder letters, because a printed document must read as it was
 * typed. Right-to-left scripts are kept. Letters are composed (NFC).
 */
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex -- these are the characters to remove
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** Line breaks are kept as `\n`; tabs become spaces. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(LONE_SURROGATE, '\ufffd');
}

/** A text for one line: line breaks become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

export function capitals(text: string): string {
  return cleanLine(text).toLocaleUpperCase('vi');
}
