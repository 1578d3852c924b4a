import { visibleText } from './visible-text.ts';

/**
 * The form of a text that searches compare: lower case, no diacritics, đ as d, nothing invisible; the database's
 * function of this name gives the same for texts as they are stored.
 */
export function searchKey(text: string): string {
  return visibleText(text).toLowerCase().replace(/[đð]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
