import type { CellFormat, CellValue } from '../../../../kernel/workbook.ts';
import type { WeightedCode } from './list-readers.ts';
import type { CellReader } from './reading.ts';

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Sheets that others refer to by code. */
export type TableName =
  | 'fields'
  | 'branchTypes'
  | 'organisations'
  | 'departments'
  | 'branches'
  | 'specialists'
  | 'absences'
  | 'weeklyAbsences'
  | 'conflicts'
  | 'pairings'
  | 'holidays'
  | 'visits'
  | 'findings';

/** Looks up rows of another sheet. */
export interface KnownRows {
  /** Whether a row has this name or code. */
  knows(item: string): boolean;
  /** The code of the row with this name; a lookup that fails is recorded by the implementation. */
  codeOf(item: string): string;
}

/** How a value refers to rows of another sheet: to which ones, and the value with their codes in place of names. */
export interface Reference<T> {
  readonly table: TableName;
  /** Whether one cell can name several rows. */
  readonly several: boolean;
  replace(value: T, rows: KnownRows): T;
}

export interface ColumnFacts {
  readonly header: Bilingual;
  /** Further accepted headers; case, diacritics and punctuation are ignored. */
  readonly aliases?: readonly string[];
  /** One sentence for the person who fills in the column. */
  readonly help: Bilingual;
  readonly format?: CellFormat;
  /** The fault of an empty required cell, where it explains more than that the cell must be filled. */
  readonly whenMissing?: 'mail_missing';
  /** In characters. */
  readonly width?: number;
  /** The choices that the template offers. */
  readonly offers?: { readonly vi: readonly string[]; readonly en: readonly string[] };
}

export interface Column<T> extends ColumnFacts {
  readonly required: boolean;
  readonly read: CellReader<T>;
  readonly whenEmpty: T;
  readonly reference?: Reference<T>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a column of any value; inference gives it back
export type Columns = Readonly<Record<string, Column<any>>>;

/** Cells of one row by column key, and `note`. */
export type RowContent = Readonly<Record<string, CellValue>>;

/** The type of a row of these columns after reading. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** Never empty in a row without faults. */
export function required<T>(read: CellReader<T>, facts: ColumnFacts): Column<T> {
  return { ...facts, read, required: true, whenEmpty: undefined as never };
}

export function optional<T>(read: CellReader<T>, facts: ColumnFacts): Column<T | null> {
  return { ...facts, read, required: false, whenEmpty: null };
}

export function withDefault<T>(read: CellReader<T>, whenEmpty: NoInfer<T>, facts: ColumnFacts): Column<T> {
  return { ...facts, read, required: false, whenEmpty };
}

export function refersTo<T extends string | null>(table: TableName, column: Column<T>): Column<T> {
  return {
    ...column,
    reference: {
      table,
      several: false,
      replace: (value, rows) => (value === null ? value : (rows.codeOf(value) as T)),
    },
  };
}

export function refersToEach(table: TableName, column: Column<WeightedCode[]>): Column<WeightedCode[]> {
  const replace = (value: WeightedCode[], rows: KnownRows) =>
    value.flatMap(({ pieces, ...item }) =>
      (pieces === undefined || rows.knows(item.code) ? [item] : pieces).map(({ code, weight }) => ({
        code: rows.codeOf(code),
        weight,
      })),
    );
  return { ...column, reference: { table, several: true, replace } };
}

/** The columns that hold days. */
export function dayKeys(columns: Columns): string[] {
  return Object.entries(columns).flatMap(([key, { format }]) => (format === 'day' ? [key] : []));
}
