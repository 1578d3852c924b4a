import { cellPlace, type FaultLog } from './fault-log.ts';
import { OTHER_READING, TWO_READINGS } from './question.ts';
import type { RawTable } from './read-table.ts';

/**
 * Percentages of one or less are mostly shares: 0,875 is stored in a cell that showed 87,5 % before its format was
 * lost. Asked once per column.
 */
export function askAboutShares({ sheet, places, rows }: RawTable, key: string, log: FaultLog): void {
  const place = places.get(key);
  if (place === undefined) return;
  const small = rows.filter(({ values }) => {
    const value = values[key];
    return typeof value === 'number' && value > 0 && value <= 1;
  });
  const [first] = small;
  if (first === undefined) return;
  const read = Number(first.values[key]);
  const params = { read, other: points(read) };
  for (const row of small) {
    const at = cellPlace(sheet, row.row, place, row.cells[place.index] ?? null);
    const answer = log.ask(at, 'points_as_share', params, TWO_READINGS);
    if (answer === OTHER_READING) row.values[key] = points(Number(row.values[key]));
  }
}

function points(share: number): number {
  return Number((share * 100).toFixed(8));
}
