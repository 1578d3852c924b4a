import { columnLetter } from '../../../../kernel/workbook.ts';
import type { Day } from '../../../../kernel/month.ts';
import { dayKeys, type TableName } from './column.ts';
import { cellPlace, type FaultLog, shown } from './fault-log.ts';
import { TABLES } from './format.ts';
import type { RawRow, RawTable } from './read-table.ts';

interface Years {
  readonly least: number;
  readonly most: number;
  /** How far a year may be from the median year of its column. */
  readonly spread: number;
}

/** Years of people and meetings; a mistyped digit or century is mostly outside of this range. */
export const OF_EVENTS: Years = { least: 2000, most: 2050, spread: 15 };
/** No organisation or name is older than the Party. */
const OF_ORGANISATIONS: Years = { least: 1930, most: 2050, spread: 200 };
const SHOWN_EXAMPLES = 3;
const A_FEW = 3;

/** Asks, once per column, whether implausible years are meant: 2062 for 2026, 1926 for 2026. */
export function checkYears(name: TableName, table: RawTable, log: FaultLog): void {
  const plausible = name === 'organisations' ? OF_ORGANISATIONS : OF_EVENTS;
  for (const key of dayKeys(TABLES[name].columns)) {
    const place = table.places.get(key);
    if (place === undefined) continue;
    const dated = table.rows.filter(({ values }) => typeof values[key] === 'string');
    const years = dated.map((row) => yearOf(row, key)).sort((a, b) => a - b);
    const middle = years.length < A_FEW ? null : (years[Math.floor(years.length / 2)] ?? null);
    const strange = dated.filter((row) => !isPlausible(yearOf(row, key), middle, plausible));
    const cellOf = (row: RawRow) => row.cells[place.index] ?? null;
    const examples = strange
      .slice(0, SHOWN_EXAMPLES)
      .map((row) => `${columnLetter(place.index)}${row.row}: ${shown(cellOf(row)) ?? ''}`);
    for (const row of strange) {
      log.ask(cellPlace(table.sheet, row.row, place, cellOf(row)), 'year_implausible', { examples });
    }
  }
}

/** Earlier visits are in the past; a future day has a mistyped year or month. */
export function askAboutFuture(table: RawTable, today: Day, log: FaultLog): void {
  const place = table.places.get('day');
  if (place === undefined) return;
  for (const row of table.rows) {
    const { day } = row.values;
    if (typeof day !== 'string' || day <= today) continue;
    log.ask(cellPlace(table.sheet, row.row, place, row.cells[place.index] ?? null), 'day_in_future', { today });
  }
}

function yearOf({ values }: RawRow, key: string): number {
  return Number(String(values[key]).slice(0, 4));
}

function isPlausible(year: number, middle: number | null, { least, most, spread }: Years): boolean {
  return year >= least && year <= most && (middle === null || Math.abs(year - middle) <= spread);
}
