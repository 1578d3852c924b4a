import { guarded } from '../xlsx/formula-guard.ts';

/** Excel takes a file without this mark for one of an old code page, and shows wrong letters. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table as CSV by RFC 4180, in UTF-8. Texts that a spreadsheet program could take for a formula get an apostrophe;
 * null is an empty field.
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = guarded(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
