import { type Hours, PARTS_OF_DAY, type PartOfDay } from '../../../../kernel/hours.ts';
import { placeOf } from './check-rows.ts';
import { absences } from './event-columns.ts';
import type { FaultLog } from './fault-log.ts';
import type { RawRow, RawTable } from './read-table.ts';
import { ABSENCE_PARTS } from './vocabulary.ts';

type Part = PartOfDay | 'whole';

/** The hours of each absence by its part of the day or its own times; afterwards a row has times only, or neither. */
export function readHours(table: RawTable, log: FaultLog): void {
  for (const row of table.rows) {
    const { part, fromTime, toTime } = row.values as {
      part?: Part | null;
      fromTime?: string | null;
      toTime?: string | null;
    };
    // A cell that could not be read has its own fault.
    if (part === undefined || fromTime === undefined || toTime === undefined) continue;
    const hours = hoursOf(table, row, { part, from: fromTime, to: toTime }, log);
    Object.assign(row.values, { part: null, fromTime: hours?.from ?? null, toTime: hours?.to ?? null });
  }
}

function hoursOf(
  table: RawTable,
  row: RawRow,
  { part, from, to }: { part: Part | null; from: string | null; to: string | null },
  log: FaultLog,
): Hours | null {
  if (from === null && to === null) return part === null || part === 'whole' ? null : PARTS_OF_DAY[part];
  if (from === null || to === null) {
    const [missing, other] = from === null ? (['fromTime', 'toTime'] as const) : (['toTime', 'fromTime'] as const);
    const named = table.places.get(missing)?.header ?? absences[missing].header.vi;
    log.add(placeOf(table, row, other), 'hours_without_end', { other: named });
    return null;
  }
  if (part !== null) {
    const hours = part === 'whole' ? null : PARTS_OF_DAY[part];
    if (hours?.from === from && hours.to === to) return hours;
    log.add(placeOf(table, row, 'part'), 'hours_beside_part', { part: ABSENCE_PARTS[part][0] });
    return null;
  }
  if (to <= from) {
    log.add(placeOf(table, row, 'toTime'), 'hours_end_before_start', { start: from });
    return null;
  }
  return from === '00:00' && to === '24:00' ? null : { from, to };
}
