import { visibleText } from './visible-text.ts';

/**
 * The form of a text that searches compare: lower case, no diacritics, đ as d, no invisible characters. The database
 * function of this name gives the same result for stored texts.
 */
export function searchKey(text: string): string {
  return visibleText(text).toLowerCase().replace(/[đð]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
