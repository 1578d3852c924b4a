/** The rectangle from A1 that a sheet's cells span. */
export interface SheetExtent {
  readonly rows: number;
  readonly columns: number;
}

const PREFIX = '(?:[^\\s<>/:]+:)?';
const ATTRIBUTE = `\\s+[\\w:.-]+\\s*=\\s*(?:"[^"<>]*"|'[^'<>]*')`;
const STYLED_EMPTY_CELL = new RegExp(`<${PREFIX}c(?:\\s[^<>]*)?/>`, 'g');
const EMPTY_ROW = new RegExp(`<${PREFIX}row(?:\\s[^<>]*)?/>|<(${PREFIX}row)(?:\\s[^<>]*)?>\\s*</\\1>`, 'g');
const FAILED_CELL = new RegExp(`(<${PREFIX}c\\s(?:[^<>]*\\s)?t=)(["'])e\\2`, 'g');
const ANY_PLACE = new RegExp(`<${PREFIX}(?:c|row)(?=[\\s/>])`, 'g');
const PLAIN_PLACE = new RegExp(`<${PREFIX}(?:c|row)((?:${ATTRIBUTE})*)\\s*/?>`, 'g');
const ADDRESS = /\s(?:[\w.-]+:)?r\s*=\s*["']([^"']*)["']/g;

/**
 * Removes cells and rows that have only a style, because formatting a whole column can leave a million of them.
 * Replaces failed formulas (#N/A), which would be read as empty cells, by their text, so that they can be reported.
 */
export function tidySheet(xml: string): string {
  return xml.replace(STYLED_EMPTY_CELL, '').replace(EMPTY_ROW, '').replace(FAILED_CELL, '$1$2str$2');
}

/**
 * Null where cells or rows are written in an unusual way. The reader allocates memory for each gap, so an address that
 * this function does not see could use up any amount of it.
 */
export function sheetExtent(xml: string): SheetExtent | null {
  let rows = 0;
  let columns = 0;
  let plain = 0;
  for (const [, attributes = ''] of xml.matchAll(PLAIN_PLACE)) {
    plain += 1;
    for (const [, address = ''] of attributes.matchAll(ADDRESS)) {
      const place = /^([A-Z]{0,3})(\d{1,7})$/.exec(address);
      if (place === null) return null;
      columns = Math.max(columns, columnNumber(place[1] ?? ''));
      rows = Math.max(rows, Number(place[2]));
    }
  }
  return plain === countOf(xml, ANY_PLACE) ? { rows, columns } : null;
}

function countOf(xml: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of xml.matchAll(pattern)) count += 1;
  return count;
}

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
