import { cellPlace, type FaultLog } from './fault-log.ts';
import { OTHER_READING, TWO_READINGS } from './question.ts';
import type { RawRow, RawTable } from './read-table.ts';

/**
 * Points that may be of another scale, asked once per column. Of one or less they are mostly shares: 0,875 is stored in
 * a cell that showed 87,5 % before its format was lost. A column without any above ten is mostly of ten points.
 */
export function askAboutScale(table: RawTable, key: string, log: FaultLog): void {
  const points = table.rows.filter(({ values }) => typeof values[key] === 'number' && values[key] > 0);
  const most = Math.max(0, ...points.map(({ values }) => Number(values[key])));
  const small = points.filter(({ values }) => Number(values[key]) <= 1);
  if (most > 1 && most <= 10) askAbout(table, key, { code: 'points_of_ten', rows: points, times: 10 }, log);
  else askAbout(table, key, { code: 'points_as_share', rows: small, times: 100 }, log);
}

interface OtherScale {
  readonly code: 'points_as_share' | 'points_of_ten';
  readonly rows: readonly RawRow[];
  readonly times: number;
}

function askAbout({ sheet, places }: RawTable, key: string, { code, rows, times }: OtherScale, log: FaultLog): void {
  const place = places.get(key);
  const [first] = rows;
  if (place === undefined || first === undefined) return;
  const other = (read: number) => Number((read * times).toFixed(8));
  const read = Number(first.values[key]);
  for (const row of rows) {
    const at = cellPlace(sheet, row.row, place, row.cells[place.index] ?? null);
    const answer = log.ask(at, code, { read, other: other(read) }, TWO_READINGS);
    if (answer === OTHER_READING) row.values[key] = other(Number(row.values[key]));
  }
}
