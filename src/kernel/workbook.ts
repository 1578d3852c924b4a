/**
 * A workbook as plain data, returned by readers of spreadsheets and taken by writers. Rules that check or lay out a
 * workbook depend on these types only, not on a file format.
 */

/** A date or time of a cell in local time, without a zone. */
export interface DateCell {
  /** `YYYY-MM-DD`; null when the cell holds a time only. */
  readonly day: string | null;
  /** `HH:mm`; null when the cell holds a whole day. */
  readonly time: string | null;
  /** Whether the cell shows only a part of its day: 30-Apr, without the year. */
  readonly isPartlySeen?: true;
}

/** A number whose cell format shows it differently: 7 as 007, 0.875 as 87,50 %. */
export interface NumberCell {
  readonly number: number;
  /** The number format as stored in the file. */
  readonly format: string;
  /** The text that the cell shows, with a decimal comma. */
  readonly shown: string;
  /**
   * The text that the cell shows, where it is the whole number and every digit is certain; null where it is rounded,
   * grouped or scaled.
   */
  readonly text: string | null;
  /** How a column of numbers may use it; `other` where the cell shows more or less than the number. */
  readonly kind: 'number' | 'percent' | 'other';
}

/** A formula without a stored result: what its cell shows is unknown until a spreadsheet program calculates it. */
export interface FormulaCell {
  readonly formula: string;
}

export type CellValue = string | number | boolean | DateCell | NumberCell | FormulaCell | null;

/** Merged cells; rows from 1, columns from 0, both ends included. */
export interface CellRange {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** A cell of which something is crossed out; its row counts from 1, its column from 0. */
export interface StruckCell {
  readonly row: number;
  readonly column: number;
  /** What is not crossed out; null where all of it is. */
  readonly left: string | null;
}

/** What of the sheet is hidden from its reader, and other facts beside the values of its cells. */
export interface SheetLook {
  /** Whether the whole sheet is hidden. */
  readonly hidden: boolean;
  /** Whether a filter is on. */
  readonly filtered: boolean;
  /** Hidden rows with content, from 1. */
  readonly hiddenRows: readonly number[];
  /** Hidden columns with content, from 0. */
  readonly hiddenColumns: readonly number[];
  readonly merged: readonly CellRange[];
  readonly struckCells: readonly StruckCell[];
  /** Texts that nobody sees: white on white, or of a format that shows none; rows from 1, columns from 0. */
  readonly unseenCells: readonly (readonly [row: number, column: number])[];
}

/** Rows and columns as the spreadsheet shows them: `rows[0]` is its row 1, blank rows included. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Missing where there is nothing to report. */
  readonly look?: SheetLook;
  /** Whether its cells come from a text file, which has no formulas. */
  readonly isText?: boolean;
}

/** The purpose of a cell; the writer decides on fonts and colours. */
export type CellStyle =
  'title' | 'subtitle' | 'header' | 'required' | 'body' | 'wrapped' | 'example' | 'fault' | 'question';

/** How a spreadsheet treats what is typed into an empty cell; `text` keeps codes such as 001 as typed. */
export type CellFormat = 'general' | 'text' | 'day' | 'time' | 'day_time';

export interface LaidCell {
  readonly value: CellValue;
  readonly style?: CellStyle;
  readonly format?: CellFormat;
  /** Merged with the cells below and to the right. */
  readonly span?: { readonly rows: number; readonly columns: number };
}

export interface LaidColumn {
  /** In characters. */
  readonly width?: number;
}

/**
 * Choices offered in a column. Other values can still be typed, because the import explains better what is wrong with
 * them.
 */
export interface DropDown {
  readonly column: number;
  /** First and last row, 1-based. */
  readonly rows: readonly [number, number];
  readonly choices:
    readonly string[] | { readonly sheet: string; readonly column: number; readonly rows: readonly [number, number] };
}

/** How a sheet is printed: on landscape A4, as wide as the page, with its heads on every page. */
export interface SheetPrint {
  /** At the top of each page; page numbers are at the foot. */
  readonly top: string;
}

export interface LaidSheet {
  readonly name: string;
  readonly rows: readonly (readonly (LaidCell | null)[])[];
  readonly columns?: readonly LaidColumn[];
  /** Whether the rows up to the heads and the first column stay visible while the rest scrolls. */
  readonly frozen?: boolean;
  /** The row of the heads, from 1; the first if left out. */
  readonly headRow?: number;
  readonly dropDowns?: readonly DropDown[];
  readonly print?: SheetPrint;
}

export function isDateCell(value: CellValue | undefined): value is DateCell {
  return typeof value === 'object' && value !== null && 'day' in value;
}

export function isNumberCell(value: CellValue | undefined): value is NumberCell {
  return typeof value === 'object' && value !== null && 'number' in value;
}

export function isFormulaCell(value: CellValue | undefined): value is FormulaCell {
  return typeof value === 'object' && value !== null && 'formula' in value;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  const tail = String.fromCharCode(65 + (index % 26));
  return index < 26 ? tail : columnLetter(Math.floor(index / 26) - 1) + tail;
}

/** A1, B2:D4. */
export function rangeName({ rows, columns }: CellRange): string {
  const first = `${columnLetter(columns[0])}${rows[0]}`;
  const last = `${columnLetter(columns[1])}${rows[1]}`;
  return first === last ? first : `${first}:${last}`;
}
