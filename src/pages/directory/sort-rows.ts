/** What a row is sorted by in a column; null, where the row says nothing there, comes first. */
export type SortValue = string | number | null;

const alphabetical = new Intl.Collator('vi', { numeric: true }).compare;

/**
 * Rows by one column; equal ones keep their order. @param order a column, with `-` before it for descending order; ''
 * leaves the rows as they are
 */
export function sortRows<Row, K extends string>(
  rows: readonly Row[],
  order: string,
  values: Readonly<Record<K, (row: Row) => SortValue>>,
): Row[] {
  const column = order.replace(/^-/, '');
  if (!Object.hasOwn(values, column)) return [...rows];
  const value = values[column as K];
  const sign = order.startsWith('-') ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(value(a), value(b)));
}

function compare(a: SortValue, b: SortValue): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return typeof a === 'number' && typeof b === 'number' ? a - b : alphabetical(String(a), String(b));
}
