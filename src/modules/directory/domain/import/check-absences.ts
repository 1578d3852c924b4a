import { addDays, type Day } from '../../../../kernel/month.ts';
import { columnLetter } from '../../../../kernel/workbook.ts';
import { placeOf } from './check-rows.ts';
import { OF_EVENTS } from './check-years.ts';
import { type FaultLog, shown } from './fault-log.ts';
import type { RawTable } from './read-table.ts';

const A_YEAR = 366;
const EXAMPLES = 3;

/** Absences longer than a year, which a slip in the year of an end makes of a week around New Year. */
export function askAboutLongAbsences(table: RawTable, log: FaultLog): void {
  const long = table.rows.filter(({ values: { from, to } }) => {
    if (typeof from !== 'string' || typeof to !== 'string' || to < addDays(from as Day, A_YEAR)) return false;
    return Number(to.slice(0, 4)) <= OF_EVENTS.most; // otherwise its year has been asked about
  });
  const index = table.places.get('to')?.index ?? 0;
  const examples = long
    .slice(0, EXAMPLES)
    .map(({ row, cells }) => `${columnLetter(index)}${row}: ${shown(cells[index] ?? null) ?? ''}`);
  for (const row of long) log.ask(placeOf(table, row, 'to'), 'absence_long', { examples });
}
