/** Letters of other alphabets, each group headed by the Latin letter that they look like. */
const GROUPS = [
  ['a', 'аɑαａ'],
  ['b', 'Ьƅ'],
  ['c', 'сϲⅽ'],
  ['d', 'ԁⅾ'],
  ['e', 'еҽ'],
  ['g', 'ɡց'],
  ['h', 'һ'],
  ['i', 'іıɩι'],
  ['j', 'ј'],
  ['k', 'κк'],
  ['l', 'ӏⅼ'],
  ['m', 'ⅿм'],
  ['n', 'ո'],
  ['o', 'оοօ'],
  ['p', 'рρ'],
  ['q', 'ԛ'],
  ['r', 'г'],
  ['s', 'ѕ'],
  ['t', 'т'],
  ['u', 'υս'],
  ['v', 'νѵⅴ'],
  ['w', 'ѡԝ'],
  ['x', 'хχⅹ'],
  ['y', 'уγү'],
  ['z', 'ᴢ'],
  ['A', 'АΑ'],
  ['B', 'ВΒ'],
  ['C', 'СϹⅭ'],
  ['D', 'Ⅾ'],
  ['E', 'ЕΕ'],
  ['F', 'Ϝ'],
  ['G', 'Ԍ'],
  ['H', 'НΗ'],
  ['I', 'ІΙⅠӀ'],
  ['J', 'Ј'],
  ['K', 'КΚ'],
  ['L', 'Ⅼ'],
  ['M', 'МΜⅯ'],
  ['N', 'Ν'],
  ['O', 'ОΟ'],
  ['P', 'РΡ'],
  ['Q', 'Ԛ'],
  ['S', 'Ѕ'],
  ['T', 'ТΤ'],
  ['V', 'ѴⅤ'],
  ['W', 'Ԝ'],
  ['X', 'ХΧⅩ'],
  ['Y', 'УΥҮ'],
  ['Z', 'Ζ'],
  ['đ', 'ð'],
  ['Đ', 'ÐƉ'],
] as const;

const LATIN = new Map(GROUPS.flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)));

/** The text with full-width, mathematical and foreign letters replaced by the Latin letters that they look like. */
export function asItLooks(text: string): string {
  return Array.from(text.normalize('NFKC'), (letter) => LATIN.get(letter) ?? letter)
    .join('')
    .normalize('NFC');
}

/** The alphabet to which a letter that looks Latin really belongs. */
export type Alphabet = 'cyrillic' | 'greek' | 'armenian' | 'full_width' | 'mathematical' | 'dash' | 'other';

const ALPHABETS: readonly (readonly [RegExp, Alphabet])[] = [
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Armenian}/u, 'armenian'],
  [/[\uff01-\uff5e]/u, 'full_width'],
  [/[\u{1d400}-\u{1d7ff}\u2102-\u2149]/u, 'mathematical'],
  [/\p{Pd}|\u2212/u, 'dash'],
];

export function alphabetOf(letter: string): Alphabet {
  return ALPHABETS.find(([letters]) => letters.test(letter))?.[1] ?? 'other';
}

const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\uff10-\uff5a\u{1d400}-\u{1d7ff}ı]/u;
const LATIN_LETTER = /\p{Script=Latin}/u;

/**
 * A letter of another alphabet in a word that has Latin letters too, or that looks Latin throughout, and the text with
 * that word as it looks. Null for a word that is plainly Greek or Russian.
 */
export function hiddenForeigner(text: string): { readonly letter: string; readonly likely: string } | null {
  if (!FOREIGN.test(text)) return null;
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const letter = Array.from(word).find((each) => FOREIGN.test(each));
    if (letter === undefined) continue;
    const likely = asItLooks(word);
    if (LATIN_LETTER.test(word) || !FOREIGN.test(likely)) return { letter, likely: text.replace(word, () => likely) };
  }
  return null;
}
