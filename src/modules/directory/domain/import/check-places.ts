import type { TableName } from './column.ts';
import { placeOf } from './check-rows.ts';
import { columnLetter } from '../../../../kernel/workbook.ts';
import type { FaultLog } from './fault-log.ts';
import type { RawRow, RawTable } from './read-table.ts';
import type { RawTables } from './resolve-references.ts';

/** A degree is more than 100 km in either direction everywhere in the country. */
const FAR_DEGREES = 1;
/** Of two places far from each other none is the wrong one. */
const A_FEW = 3;
const SHOWN_EXAMPLES = 3;
const WITH_PLACES: readonly TableName[] = ['branches', 'specialists'];

interface Placed {
  readonly table: RawTable;
  readonly row: RawRow;
  readonly lat: number;
  readonly lng: number;
}

/**
 * Asks about places far from all the others: a digit typed wrongly puts a branch into another province, and every way
 * to it would be counted so.
 */
export function askAboutFarPlaces(tables: RawTables, log: FaultLog): void {
  const placed = WITH_PLACES.flatMap((name) => placedIn(tables[name]));
  if (placed.length < A_FEW) return;
  const [lat, lng] = [middle(placed.map((one) => one.lat)), middle(placed.map((one) => one.lng))];
  const isFar = (one: Placed) => Math.max(Math.abs(one.lat - lat), Math.abs(one.lng - lng)) > FAR_DEGREES;
  const far = placed.filter(isFar);
  for (const { table, row } of far) {
    const ofSheet = far.filter((one) => one.table === table).slice(0, SHOWN_EXAMPLES);
    const column = columnLetter(table.places.get('lat')?.index ?? 0);
    const examples = ofSheet.map((one) => ({ at: `${column}${one.row.row}`, name: String(one.row.values['name']) }));
    log.ask(placeOf(table, row, 'lat'), 'place_far', { examples });
  }
}

function placedIn(table: RawTable | undefined): Placed[] {
  return (table?.rows ?? []).flatMap((row) => {
    const { lat, lng } = row.values;
    return table !== undefined && typeof lat === 'number' && typeof lng === 'number' ? [{ table, row, lat, lng }] : [];
  });
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
