/** Letters of other alphabets that look like the Latin one that stands before them. */
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

/** The text as a reader takes it: full-width, mathematical and foreign letters as the Latin ones that they look like. */
export function asItLooks(text: string): string {
  return Array.from(text.normalize('NFKC'), (letter) => LATIN.get(letter) ?? letter)
    .join('')
    .normalize('NFC');
}
