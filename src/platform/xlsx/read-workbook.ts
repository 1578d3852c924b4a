import { strFromU8, strToU8, zipSync } from 'fflate';
import readSheets, { type Sheet as ReadSheet } from 'read-excel-file/universal';

import { DomainError } from '../../kernel/domain-error.ts';
import type { CellValue, Sheet } from '../../kernel/workbook.ts';
import { withoutGuard } from './formula-guard.ts';
import { openWorkbook, WORKBOOK_LIMITS, type WorkbookLimits } from './open-workbook.ts';
import { sheetExtent, tidySheet } from './tidy-sheet.ts';

const MINUTE_MS = 60_000;
/** Serial numbers before this day are times of day, not dates. */
const FIRST_DATE = Date.UTC(1900, 0, 2);
const LAST_DATE = Date.UTC(9999, 11, 31);

/**
 * The sheets of an .xlsx file, with texts in NFC and dates in local time.
 * @throws DomainError (`xlsx.…`) for a file that is no workbook, is protected or damaged, or exceeds the limits.
 */
export async function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits = WORKBOOK_LIMITS): Promise<Sheet[]> {
  const parts = openWorkbook(bytes, limits);
  const sheetParts = [...parts].filter(([, part]) => Buffer.from(part).includes('sheetData'));
  if (sheetParts.length > limits.sheets) {
    throw new DomainError('xlsx.too_many_sheets', { count: sheetParts.length, limit: limits.sheets });
  }
  let cells = 0;
  for (const [name, part] of sheetParts) {
    const xml = tidySheet(strFromU8(part));
    const extent = sheetExtent(xml);
    if (extent === null) throw new DomainError('xlsx.damaged', {});
    cells += extent.rows * extent.columns;
    if (cells > limits.cells || extent.rows > limits.cells) {
      throw new DomainError('xlsx.too_many_cells', { cells: Math.max(cells, extent.rows), limit: limits.cells });
    }
    parts.set(name, strToU8(xml));
  }
  return (await parse(parts)).map(({ sheet, data }) => ({
    name: sheet.normalize('NFC').trim(),
    rows: data.map((row) => row.map(cellOf)),
  }));
}

/**
 * The parts, which have been checked, go to the reader as an uncompressed archive, so that it unpacks nothing itself.
 */
async function parse(parts: ReadonlyMap<string, Uint8Array>): Promise<ReadSheet[]> {
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    return await readSheets(new Blob([archive]));
  } catch {
    // The archive has been checked, so an error of the reader means XML that no spreadsheet program has written.
    throw new DomainError('xlsx.damaged', {});
  }
}

function cellOf(value: unknown): CellValue {
  if (typeof value === 'string') return withoutGuard(value.normalize('NFC'));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (!(value instanceof Date)) return null;
  // The text that spreadsheet programs show for a date out of range.
  if (!(value.getTime() <= LAST_DATE)) return '#####';
  const local = new Date(Math.round(value.getTime() / MINUTE_MS) * MINUTE_MS).toISOString();
  const time = local.slice(11, 16);
  if (value.getTime() < FIRST_DATE) return { day: null, time };
  return { day: local.slice(0, 10), time: time === '00:00' ? null : time };
}
