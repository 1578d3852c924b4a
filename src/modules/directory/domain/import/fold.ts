import { visibleText } from '../../../../kernel/visible-text.ts';

/** Grave, acute, tilde, hook above, dot below: the five tone marks of Vietnamese. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /\p{M}/gu;
const WORD = /[\p{L}\p{M}]+/gu;
/** Letters and patterns of other scripts that show as a blank with a width of its own. */
const WIDE_BLANK = /[\u115f\u1160\u2800\u3164\uffa0]/g;

/** One line in NFC, without repeated or outer blanks and invisible characters, with Đ in place of an eth. */
export function oneLine(text: string): string {
  return withoutEth(visibleText(text.replace(WIDE_BLANK, ' ')))
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** A capital eth looks like Đ, and old keyboards produced it. */
export function withoutEth(text: string): string {
  return text.replace(/[ÐƉ]/g, 'Đ').replaceAll('ð', 'đ');
}

/** With plain characters in place of full-width ones, typographic dashes and primes. */
export function plainSigns(text: string): string {
  return oneLine(text.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u00b4\u2032\u0060]/g, "'")
    .replace(/[\u201c\u201d\u2033]/g, '"')
    .replaceAll('\u3001', ',');
}

/**
 * Equal for texts that a Vietnamese reader takes as the same: letter case, Unicode form and the position of the tone
 * mark (Hòa, Hoà) are ignored, the marks themselves are not (Hoa is another word).
 */
export function textKey(text: string): string {
  return oneLine(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(WORD, (word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''));
}

/** Equal for texts that differ only in diacritics, case, blanks or punctuation: "Mã chi bộ *" and "ma_chi_bo". */
export function plainKey(text: string): string {
  return oneLine(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The candidate that was probably meant; null where none is similar enough. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = plainKey(text);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, plainKey(candidate), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Number of insertions, deletions, substitutions and swaps of neighbours; at least `limit` where it would be more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
