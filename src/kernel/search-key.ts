/**
 * The form of a text that searches compare: lower case, no diacritics, đ as d; the same as the database's function of
 * this name.
 */
export function searchKey(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
