import { asItLooks } from '../../../../kernel/look-alikes.ts';
import { TABLE_NAMES, TABLES } from './format.ts';
import type { Column, Columns, TableName } from './column.ts';
import type { ImportGround, KnownRow } from './import-ground.ts';
import { cellPlace, type FaultLog, shown } from './fault-log.ts';
import { nearest, oneLine, textKey } from './fold.ts';
import type { RawRow, RawTable } from './read-table.ts';

export type RawTables = Readonly<Partial<Record<TableName, RawTable>>>;

const MOST_SUGGESTIONS = 500;
const LOOKED_BACK_ON: ReadonlySet<TableName> = new Set(['branches', 'specialists']);

/** The names by which a sheet's rows can be referred to, with their codes; null where several rows share a name. */
interface Names {
  readonly codes: ReadonlyMap<string, string | null>;
  /**
   * The texts of names whose row has no readable code; references to them are not reported until the row can be read.
   */
  readonly unread: ReadonlySet<string>;
  /**
   * The code or name that was probably meant; looked up once per text, because one mistake may occur in thousands of
   * rows.
   */
  readonly nearest: (item: string) => string | null;
}

/**
 * Replaces references by codes, in place. A row with other faults can still be referred to, so that one mistake is
 * reported once; references to a missing sheet are left alone.
 */
export function resolveReferences(tables: RawTables, { known, isPartial = false }: ImportGround, log: FaultLog): void {
  const names = new Map<TableName, Names>();
  const namesLookedBack = new Map<TableName, Names>();
  for (const name of TABLE_NAMES) {
    const raw = tables[name];
    const rows = known?.[name] ?? [];
    // References about the past may name branches and people that have left; a partial file may also name every row in
    // use.
    const others = LOOKED_BACK_ON.has(name) ? rows : isPartial ? rows.filter(({ isInUse }) => isInUse) : [];
    // Without readable codes no row of a sheet can be called missing.
    const hasCodes = raw?.places.has('code') ?? (isPartial && known !== undefined);
    if (!hasCodes) continue;
    const found = namesIn(raw, TABLES[name].calledBy, others);
    names.set(name, found);
    // What was found at earlier visits names a field that is out of use; a branch or a person no longer does.
    const isRetiredNamed = name === 'fields' && rows.some(({ isInUse }) => !isInUse);
    namesLookedBack.set(name, isRetiredNamed ? namesIn(raw, TABLES[name].calledBy, rows) : found);
  }
  for (const name of TABLE_NAMES) {
    const raw = tables[name];
    if (raw !== undefined) resolveTable(raw, TABLES[name].columns, name === 'findings' ? namesLookedBack : names, log);
  }
}

function namesIn(table: RawTable | undefined, calledBy: readonly string[], others: readonly KnownRow[]): Names {
  const called = new Map<string, string | null>();
  const spellings = new Set<string>();
  const rows = table?.rows ?? [];
  const codes = rows.flatMap(({ values }) => (typeof values['code'] === 'string' ? [values['code']] : []));
  for (const { values } of rows) {
    const { code } = values;
    if (typeof code !== 'string') continue;
    for (const name of calledBy.map((column) => values[column])) {
      if (typeof name !== 'string') continue;
      const key = textKey(name);
      const known = called.get(key);
      called.set(key, known === undefined || known === code ? code : null);
      spellings.add(name);
    }
  }
  // A code takes precedence over another row's name. Of several spellings of a code the first is kept.
  for (const code of codes.reverse()) called.set(textKey(code), code);
  const own = new Set(called.keys());
  for (const { code, names } of others) {
    for (const name of names.map(textKey)) {
      if (own.has(name)) continue; // the file's own rows take precedence
      const other = called.get(name);
      called.set(name, other === undefined || other === code ? code : null);
    }
  }
  for (const { code } of others) if (!own.has(textKey(code))) called.set(textKey(code), code);
  const unread = new Set(rows.flatMap((row) => unreadIn(table, row, ['code', ...calledBy])));
  return { codes: called, unread, nearest: nearestOf([...codesOf(called), ...spellings]) };
}

function unreadIn(table: RawTable | undefined, { values, cells }: RawRow, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const place = table?.places.get(key);
    const written = values[key] === undefined && place !== undefined ? shown(cells[place.index] ?? null) : null;
    // Where the code of a row cannot be read, its other names lead nowhere either.
    const lost = values['code'] === undefined && typeof values[key] === 'string' ? values[key] : written;
    return lost === null ? [] : [keyOf(lost)];
  });
}

function keyOf(item: string): string {
  return textKey(asItLooks(oneLine(item)));
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
  const at = () => cellPlace(table.sheet, row.row, place, row.cells[place.index] ?? null);
  let isResolved = true;
  const meant = new Set<string>();
  const resolved = reference.replace(row.values[key], {
    knows: (item) => names.codes.has(textKey(item)) || names.unread.has(keyOf(item)),
    codeOf(item) {
      const code = names.codes.get(textKey(item));
      if (typeof code === 'string') {
        if (meant.has(code)) log.add(at(), 'listed_twice', { item });
        meant.add(code);
        return code;
      }
      isResolved = false;
      if (code === null) log.add(at(), 'reference_ambiguous', { item, target });
      else if (!names.unread.has(keyOf(item))) {
        log.add(at(), 'reference_unknown', { item, target, near: names.nearest(item) });
      }
      return item;
    },
  });
  if (isResolved) row.values[key] = resolved;
  else Reflect.deleteProperty(row.values, key);
}

/** The nearest name is looked up once per text, and only for as many texts as anybody will read about. */
function nearestOf(names: readonly string[]): Names['nearest'] {
  const found = new Map<string, string | null>();
  return (item) => {
    const before = found.get(item);
    if (before !== undefined || found.size >= MOST_SUGGESTIONS) return before ?? null;
    const name = nearest(item, names);
    found.set(item, name);
    return name;
  };
}

function codesOf(names: ReadonlyMap<string, string | null>): string[] {
  return [...new Set(names.values())].filter((code) => code !== null);
}
