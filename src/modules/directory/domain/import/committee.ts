import { isDateCell, type CellValue, type Sheet } from '../../../../kernel/workbook.ts';
import { optional, required, type Columns, type RowOf } from './column.ts';
import { COMMITTEE_ITEMS } from './committee-items.ts';
import { cellPlace, type FaultLog, shown } from './fault-log.ts';
import { isElsewhere } from '../../../../kernel/zone.ts';
import { nearest, plainKey } from './fold.ts';
import { isEmpty } from './find-header.ts';
import type { CellReader } from './reading.ts';
import { readTable, type RawRow, type RawTable, valueOf } from './read-table.ts';

/** Facts of the committee itself: its names, its seat, the texts of its documents. */
export type CommitteeFacts = RowOf<typeof COMMITTEE_ITEMS>;

/** Vietnam has no daylight saving time, so a zone with the same clock time on this one day is accepted as equal. */
const A_DAY = new Date('2026-01-15T02:00:00Z');

const asItStands: CellReader<CellValue> = (cell) => ({ value: cell });

/** The committee's sheet has one item per row: its name and its value. */
export const COMMITTEE_COLUMNS = {
  item: required(asItStands, {
    header: { vi: 'Mục', en: 'Item' },
    aliases: ['Nội dung', 'Thông tin'],
    help: { vi: '', en: '' },
    width: 30,
  }),
  value: optional(asItStands, {
    header: { vi: 'Giá trị', en: 'Value' },
    aliases: ['Nội dung trả lời'],
    help: { vi: '', en: '' },
    width: 50,
  }),
  help: optional(asItStands, {
    header: { vi: 'Cách ghi', en: 'How to write it' },
    help: { vi: '', en: '' },
    width: 60,
  }),
} satisfies Columns;

/** Null where the sheet has faults; they are in the log. */
export function readCommittee(sheet: Sheet, log: FaultLog): CommitteeFacts | null {
  const table = readTable(sheet, COMMITTEE_COLUMNS, log);
  const place = table.places.get('value');
  if (place === undefined)
    log.add({ sheet: sheet.name, header: COMMITTEE_COLUMNS.value.header.vi }, 'column_missing', {});
  if (!table.places.has('item') || place === undefined) return null;
  const items: Columns = COMMITTEE_ITEMS;
  const rows = rowsByItem(table, log);
  const facts: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(items)) {
    const row = rows.get(key);
    const cell = row?.cells[place.index] ?? null;
    if (row === undefined || cell === null || isEmpty(cell)) {
      if (!item.required) facts[key] = item.whenEmpty as unknown;
      else if (row === undefined) log.add({ sheet: sheet.name, header: item.header.vi }, 'item_missing', {});
      else log.add(cellPlace(sheet.name, row.row, place, null), 'required', {});
      continue;
    }
    if (!('value' in row.values)) continue; // a formula without a result, already reported
    const reading = item.read(cell);
    if ('misread' in reading) {
      log.add(cellPlace(sheet.name, row.row, place, cell), reading.misread.code, reading.misread.params);
    } else {
      facts[key] = valueOf(item, reading, cellPlace(sheet.name, row.row, place, cell), log);
      if (key === 'zone' && isElsewhere(String(reading.value), A_DAY)) {
        log.ask(cellPlace(sheet.name, row.row, place, cell), 'zone_unusual', { zone: String(reading.value) });
      }
    }
  }
  return Object.keys(items).every((key) => key in facts) ? (facts as CommitteeFacts) : null;
}

function rowsByItem(table: RawTable, log: FaultLog): Map<string, RawRow> {
  const items: Columns = COMMITTEE_ITEMS;
  const place = table.places.get('item');
  const keys = new Map<string, string>();
  for (const [key, { header, aliases = [] }] of Object.entries(items)) {
    for (const name of [header.vi, header.en, ...aliases]) keys.set(plainKey(name), key);
  }
  const rows = new Map<string, RawRow>();
  for (const row of table.rows) {
    const item = row.values['item'] as CellValue | undefined;
    if (item === undefined || item === null || isDateCell(item) || place === undefined) continue;
    const written = shown(item) ?? '';
    const key = keys.get(plainKey(written));
    const at = cellPlace(table.sheet, row.row, place, item);
    if (key === undefined) {
      const names = Object.values(items).flatMap(({ header }) => [header.vi, header.en]);
      log.add(at, 'item_unknown', { near: nearest(written, names) });
      continue;
    }
    const first = rows.get(key);
    if (first === undefined) rows.set(key, row);
    else log.add(at, 'duplicate', { otherRow: first.row });
  }
  return rows;
}
