import { TABLE_NAMES, TABLES } from './format.ts';
import type { Column, Columns, TableName } from './column.ts';
import type { ImportGround, KnownRow } from './import-ground.ts';
import { cellPlace, type FaultLog } from './fault-log.ts';
import { nearest, textKey } from './fold.ts';
import type { RawRow, RawTable } from './read-table.ts';

export type RawTables = Readonly<Partial<Record<TableName, RawTable>>>;

const MOST_SUGGESTIONS = 500;
const LOOKED_BACK_ON: ReadonlySet<TableName> = new Set(['branches', 'specialists']);

/** What a sheet's rows may be called, and the code that each name stands for; null where several rows share a name. */
interface Names {
  readonly codes: ReadonlyMap<string, string | null>;
  /** The code that an unknown item was probably meant to be: a wrong one stands in thousands of rows. */
  readonly nearest: (item: string) => string | null;
}

/**
 * Replaces every reference by the code that it stands for, in the rows themselves. A row with other faults can still be
 * referred to, so that one mistake is told once; references into a sheet that is missing are left alone.
 */
export function resolveReferences(tables: RawTables, { known, isPartial = false }: ImportGround, log: FaultLog): void {
  const names = new Map<TableName, Names>();
  for (const name of TABLE_NAMES) {
    const raw = tables[name];
    const rows = known?.[name] ?? [];
    // Branches and people are named by what looks back, which bears that they have left; a part names the rest as well.
    const others = LOOKED_BACK_ON.has(name) ? rows : isPartial ? rows.filter(({ isInUse }) => isInUse) : [];
    if (raw !== undefined || (isPartial && known !== undefined)) {
      names.set(name, namesIn(raw?.rows ?? [], TABLES[name].calledBy, others));
    }
  }
  for (const name of TABLE_NAMES) {
    const raw = tables[name];
    if (raw !== undefined) resolveTable(raw, TABLES[name].columns, names, log);
  }
}

function namesIn(rows: readonly RawRow[], calledBy: readonly string[], others: readonly KnownRow[]): Names {
  const called = new Map<string, string | null>();
  const codes = rows.flatMap(({ values }) => (typeof values['code'] === 'string' ? [values['code']] : []));
  for (const { values } of rows) {
    const { code } = values;
    if (typeof code !== 'string') continue;
    for (const name of calledBy.map((column) => values[column])) {
      if (typeof name !== 'string') continue;
      const key = textKey(name);
      const known = called.get(key);
      called.set(key, known === undefined || known === code ? code : null);
    }
  }
  // A code is the row's own name and wins over another row's label. The first spelling of a code is the one kept.
  for (const code of codes.reverse()) called.set(textKey(code), code);
  const own = new Set(called.keys());
  for (const { code, names } of others) {
    for (const name of names.map(textKey)) {
      if (own.has(name)) continue; // the file's own rows come first
      const other = called.get(name);
      called.set(name, other === undefined || other === code ? code : null);
    }
  }
  for (const { code } of others) if (!own.has(textKey(code))) called.set(textKey(code), code);
  return { codes: called, nearest: nearestOf(codesOf(called)) };
}

function resolveTable(table: RawTable, columns: Columns, names: ReadonlyMap<TableName, Names>, log: FaultLog): void {
  for (const [key, column] of Object.entries(columns)) {
    const target = column.reference === undefined ? undefined : names.get(column.reference.table);
    if (target === undefined) continue;
    for (const row of table.rows) {
      if (row.values[key] !== undefined) resolveCell(table, row, key, column, target, log);
    }
  }
}

function resolveCell(
  table: RawTable,
  row: RawRow,
  key: string,
  column: Column<unknown>,
  names: Names,
  log: FaultLog,
): void {
  const { reference } = column;
  const place = table.places.get(key);
  if (reference === undefined || place === undefined) return;
  const target = TABLES[reference.table].name.vi;
  const unresolved: string[] = [];
  const resolved = reference.replace(row.values[key], (item) => {
    const code = names.codes.get(textKey(item));
    if (typeof code === 'string') return code;
    unresolved.push(item);
    const at = cellPlace(table.sheet, row.row, place, row.cells[place.index] ?? null);
    if (code === null) log.add(at, 'reference_ambiguous', { item, target });
    else log.add(at, 'reference_unknown', { item, target, near: names.nearest(item) });
    return item;
  });
  if (unresolved.length === 0) row.values[key] = resolved;
  else Reflect.deleteProperty(row.values, key);
}

/** Each item is looked for once, and no more of them than anybody will read about. */
function nearestOf(codes: readonly string[]): Names['nearest'] {
  const found = new Map<string, string | null>();
  return (item) => {
    const before = found.get(item);
    if (before !== undefined || found.size >= MOST_SUGGESTIONS) return before ?? null;
    const code = nearest(item, codes);
    found.set(item, code);
    return code;
  };
}

function codesOf(names: ReadonlyMap<string, string | null>): string[] {
  return [...new Set(names.values())].filter((code) => code !== null);
}
