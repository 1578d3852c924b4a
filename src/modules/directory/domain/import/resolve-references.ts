import { asItLooks } from '../../../../kernel/look-alikes.ts';
import { TABLE_NAMES, TABLES } from './format.ts';
import type { Column, Columns, TableName } from './column.ts';
import type { ImportGround, KnownRow } from './import-ground.ts';
import type { ImportPlace } from './fault.ts';
import { cellPlace, type FaultLog, shown } from './fault-log.ts';
import { nearest, oneLine, textKey } from './fold.ts';
import type { RawRow, RawTable } from './read-table.ts';
import type { Misread } from './reading.ts';

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
  /** Number of rows without a readable code. */
  readonly withoutCode: number;
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
  const unknown = new UnknownReferences(log);
  for (const name of TABLE_NAMES) {
    const raw = tables[name];
    const known = name === 'findings' ? namesLookedBack : names;
    if (raw !== undefined) resolveTable(raw, TABLES[name].columns, known, unknown, log);
  }
  unknown.report();
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
  const withoutCode = rows.filter(({ values }) => values['code'] === undefined).length;
  return { codes: called, unread, withoutCode, nearest: nearestOf([...codesOf(called), ...spellings]) };
}

function unreadIn(table: RawTable | undefined, { values, cells }: RawRow, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const place = table?.places.get(key);
    const written = values[key] === undefined && place !== undefined ? shown(cells[place.index] ?? null) : null;
    // Where the code of a row cannot be read, its other names lead nowhere either.
    const lost = values['code'] === undefined && typeof values[key] === 'string' ? values[key] : written;
    if (lost === null) return [];
    return key === 'code' ? [keyOf(lost), codeKeyOf(lost)] : [keyOf(lost)];
  });
}

function keyOf(item: string): string {
  return textKey(asItLooks(oneLine(item)));
}

/** A code by its letters and digits: others may write it without the sign for which it cannot be read. */
function codeKeyOf(item: string): string {
  return `code ${keyOf(item).replace(/[^\p{L}\p{N}]/gu, '')}`;
}

function isUnread(names: Names, item: string): boolean {
  return names.unread.has(keyOf(item)) || names.unread.has(codeKeyOf(item));
}

/**
 * References to rows that are not there. Where rows lack a readable code and no more names than such rows are missing,
 * these names are probably theirs: they are not reported until the rows have their codes.
 */
class UnknownReferences {
  private readonly found = new Map<Names, { readonly items: Set<string>; readonly reports: (() => void)[] }>();

  constructor(private readonly log: FaultLog) {}

  add(names: Names, item: string, place: ImportPlace, target: string): void {
    const { items, reports } = this.found.get(names) ?? { items: new Set<string>(), reports: [] };
    this.found.set(names, { items, reports });
    items.add(keyOf(item));
    reports.push(() => {
      this.log.add(place, 'reference_unknown', { item, target, near: names.nearest(item) });
    });
  }

  report(): void {
    for (const [{ withoutCode }, { items, reports }] of this.found) {
      if (items.size > withoutCode) for (const report of reports) report();
    }
  }
}

function resolveTable(
  table: RawTable,
  columns: Columns,
  names: ReadonlyMap<TableName, Names>,
  unknown: UnknownReferences,
  log: FaultLog,
): void {
  for (const [key, column] of Object.entries(columns)) {
    if (column.reference === undefined) continue;
    const target = names.get(column.reference.table);
    for (const row of table.rows) {
      const misread = row.misread[key];
      if (misread !== undefined) reportMisread(table, row, key, misread, target, log);
      else if (target !== undefined && row.values[key] !== undefined) {
        resolveCell(table, row, key, column, target, unknown, log);
      }
    }
  }
}

function reportMisread(
  table: RawTable,
  row: RawRow,
  key: string,
  { code, params }: Misread,
  names: Names | undefined,
  log: FaultLog,
): void {
  const column = table.places.get(key);
  if (column === undefined) return;
  const place = cellPlace(table.sheet, row.row, column, row.cells[column.index] ?? null);
  const isItsName = names !== undefined && place.value !== null && isUnread(names, place.value);
  if (!isItsName) log.add(place, code, params);
}

function resolveCell(
  table: RawTable,
  row: RawRow,
  key: string,
  column: Column<unknown>,
  names: Names,
  unknown: UnknownReferences,
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
    knows: (item) => names.codes.has(textKey(item)) || isUnread(names, item),
    codeOf(item) {
      const code = names.codes.get(textKey(item));
      if (typeof code === 'string') {
        if (meant.has(code)) log.add(at(), 'listed_twice', { item });
        meant.add(code);
        return code;
      }
      isResolved = false;
      if (code === null) log.add(at(), 'reference_ambiguous', { item, target });
      else if (!isUnread(names, item)) unknown.add(names, item, at(), target);
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
