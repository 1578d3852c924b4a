import { type ImportFault, faultAt } from '../fault.ts';
import { type Separator, SEPARATORS } from './csv-source.ts';

/**
 * Rows whose fields are not under their headers. An unquoted separator inside a value, such as the comma of 87,5,
 * shifts the following fields by one column; an unclosed quotation mark swallows the rows below.
 */
export function misplacedFields(
  records: readonly (readonly string[])[],
  sheet: string,
  separator: Separator,
): ImportFault[] {
  const head = records[0]?.length ?? 0;
  const usual = usualLength(records, head);
  return records.flatMap((record, index): ImportFault[] => {
    const row = index + 1;
    const swallowing = record.find((field) => looksLikeRows(field, separator, usual));
    if (swallowing !== undefined)
      return [faultAt({ sheet, row, value: swallowing.slice(0, 80) }, 'csv_rows_in_cell', {})];
    if (record.length <= usual || usual < 2) return [];
    // With commas as separators, a row without its empty last fields cannot be told from one with a split 87,5.
    if (separator !== 'comma' && record.length <= head) return [];
    return [faultAt({ sheet, row }, 'csv_too_many_cells', { found: record.length, usual })];
  });
}

/** The length of most rows: programs that end rows with separators do so in all of them. */
function usualLength(records: readonly (readonly string[])[], head: number): number {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [most = head] = [...counts]
    .sort(([a, one], [b, other]) => other - one || Number(b === head) - Number(a === head))
    .map(([length]) => length);
  return most;
}

function looksLikeRows(field: string, separator: Separator, usual: number): boolean {
  if (!/[\r\n]/.test(field)) return false;
  return field.split(/[\r\n]+/).some((line) => line.split(SEPARATORS[separator]).length >= Math.max(3, usual - 1));
}
