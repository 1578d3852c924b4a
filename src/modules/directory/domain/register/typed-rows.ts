import { formatExactly } from '../../../../kernel/format.ts';
import { writtenDay } from '../../../../kernel/month.ts';
import type { CellValue } from '../../../../kernel/workbook.ts';
import { type DirectoryRows, type Row, textOf } from '../changes/import-tables.ts';
import { currentTables, type CurrentTables } from '../current-tables.ts';
import { isActive } from '../changes/compare-rows.ts';
import type { Columns, RowContent } from '../import/column.ts';
import { shown } from '../import/fault-log.ts';
import { TABLES } from '../import/format.ts';
import { REGISTER_FACTS, type Register } from './register.ts';

/** Typed values by the keys of the sheet's columns; missing ones are empty. */
export type TypedRow = Readonly<Record<string, string>>;

/** Rows of a register as cells: those of one entry, and those of all others in use. */
export interface RegisterCells {
  readonly own: readonly RowContent[];
  readonly others: readonly RowContent[];
  /** The other sheets, for checks across sheets. */
  readonly tables: CurrentTables;
}

export function cellsOf(current: DirectoryRows, register: Register, thing: Row | null): RegisterCells {
  const tables = currentTables(current, 'vi', (row) => isActive(row) || row === thing);
  const names = thing === null ? null : namesOf(current, register, thing);
  const isOwn = (row: RowContent) =>
    names !== null && REGISTER_FACTS[register].keys.every((key, index) => row[key] === names[index]);
  const rows: readonly RowContent[] = tables[register];
  return { own: rows.filter(isOwn), others: rows.filter((row) => !isOwn(row)), tables };
}

/** An entry as its form shows it; an organisation has one row per name. */
export function typedRows(current: DirectoryRows, register: Register, thing: Row): TypedRow[] {
  return cellsOf(current, register, thing).own.map((cells) =>
    Object.fromEntries(Object.keys(TABLES[register].columns).map((key) => [key, typedText(cells[key] ?? null)])),
  );
}

/** What a field shows for a cell of the sheet. */
export function typedText(cell: CellValue): string {
  return typeof cell === 'number' ? formatExactly('vi', cell) : (shown(cell) ?? '');
}

/** A typed row as cells. Where the field was not changed the stored cell is used, whatever the field shows of it. */
export function typedCells(register: Register, typed: TypedRow, stored: RowContent | undefined): CellValue[] {
  const columns: Columns = TABLES[register].columns;
  return Object.entries(columns).map(([key, column]): CellValue => {
    const text = typed[key] ?? '';
    const before = stored?.[key] ?? null;
    if (text.trim() === '') return null;
    if (before !== null && typedText(before) === text) return before;
    const day = column.format === 'day' ? writtenDay(text) : null;
    return day === null ? text : { day, time: null };
  });
}

/** The codes by which the sheet refers to an entry, in the order of the register's keys. */
export function namesOf(current: DirectoryRows, register: Register, thing: Row): string[] {
  if (register !== 'conflicts') return [textOf(thing, 'code')];
  const codeIn = (rows: readonly Row[], id: Row[string] | undefined) =>
    textOf(rows.find((row) => row['id'] === id) ?? {}, 'code');
  return [codeIn(current.specialists, thing['specialist_id']), codeIn(current.branches, thing['branch_id'])];
}
