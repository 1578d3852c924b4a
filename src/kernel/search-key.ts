/** What a search compares: no case, no diacritics, đ as d; the same as the database's function of this name. */
export function searchKey(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
