import { likelyProvider } from '../../../../kernel/mail-hosts.ts';
import { columnLetter } from '../../../../kernel/workbook.ts';
import { cellPlace, type FaultLog } from './fault-log.ts';
import { OTHER_READING, TWO_READINGS } from './question.ts';
import type { RawTable } from './read-table.ts';

const EXAMPLES = 3;

/** Addresses at hosts that are one slip of a key away from a well-known one; asked once for the column. */
export function askAboutHosts({ sheet, places, rows }: RawTable, key: string, log: FaultLog): void {
  const place = places.get(key);
  if (place === undefined) return;
  const found = rows.flatMap((row) => {
    const read = row.values[key];
    const likely = typeof read === 'string' ? withLikelyHost(read) : null;
    return typeof read === 'string' && likely !== null ? [{ row, read, likely }] : [];
  });
  const examples = found
    .slice(0, EXAMPLES)
    .map(({ row, read, likely }) => ({ at: `${columnLetter(place.index)}${row.row}`, read, likely }));
  for (const { row, likely } of found) {
    const at = cellPlace(sheet, row.row, place, row.cells[place.index] ?? null);
    if (log.ask(at, 'mail_unlikely', { examples }, TWO_READINGS) === OTHER_READING) row.values[key] = likely;
  }
}

function withLikelyHost(address: string): string | null {
  const at = address.lastIndexOf('@') + 1;
  const host = likelyProvider(address.slice(at));
  return host === null ? null : address.slice(0, at) + host;
}
