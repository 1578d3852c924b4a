import { columnLetter } from '../../../../kernel/workbook.ts';
import { placeOf } from './check-rows.ts';
import type { FaultLog } from './fault-log.ts';
import type { RawTable } from './read-table.ts';

/** No meeting begins before; 01:30 is rather 13:30. */
const EARLIEST = '06:00';
const EXAMPLES = 3;

/** Asks about meetings that would begin in the small hours. */
export function askAboutNight(branches: RawTable, log: FaultLog): void {
  const place = branches.places.get('meetingTime');
  if (place === undefined) return;
  const odd = branches.rows.flatMap((row) => {
    const { meetingTime: time } = row.values;
    return typeof time === 'string' && time < EARLIEST ? [{ row, time }] : [];
  });
  const examples = odd
    .slice(0, EXAMPLES)
    .map(({ row, time }) => ({ at: `${columnLetter(place.index)}${row.row}`, time }));
  for (const { row } of odd) log.ask(placeOf(branches, row, 'meetingTime'), 'hour_unusual', { examples });
}
