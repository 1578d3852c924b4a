/**
 * A workbook as plain data, which readers of spreadsheets return and writers take. Rules that check or lay out a
 * workbook depend on these types alone and on no file format.
 */

/** A date or time of a cell, in local time: without zone or instant. */
export interface DateCell {
  /** `YYYY-MM-DD`; null when the cell holds a time only. */
  readonly day: string | null;
  /** `HH:mm`; null when the cell holds a whole day. */
  readonly time: string | null;
}

export type CellValue = string | number | boolean | DateCell | null;

/** Rows and columns as the spreadsheet shows them: `rows[0]` is its row 1, blank rows included. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** The purpose of a cell; the writer decides on fonts and colours. */
export type CellStyle =
  'title' | 'subtitle' | 'header' | 'required' | 'body' | 'wrapped' | 'example' | 'fault' | 'question';

/** How a spreadsheet reads what is typed into an empty cell; `text` keeps codes such as 001 as they are. */
export type CellFormat = 'general' | 'text' | 'day' | 'time' | 'day_time';

export interface LaidCell {
  readonly value: CellValue;
  readonly style?: CellStyle;
  readonly format?: CellFormat;
}

export interface LaidColumn {
  /** In characters. */
  readonly width?: number;
}

/**
 * Offers choices in a column. Other values can still be typed, because the import gives a better explanation of them.
 */
export interface DropDown {
  readonly column: number;
  /** First and last row, 1-based. */
  readonly rows: readonly [number, number];
  readonly choices:
    readonly string[] | { readonly sheet: string; readonly column: number; readonly rows: readonly [number, number] };
}

export interface LaidSheet {
  readonly name: string;
  readonly rows: readonly (readonly (LaidCell | null)[])[];
  readonly columns?: readonly LaidColumn[];
  /** Whether the header row and the first column stay in view while the rest scrolls. */
  readonly frozen?: boolean;
  readonly dropDowns?: readonly DropDown[];
}

export function isDateCell(value: CellValue): value is DateCell {
  return typeof value === 'object' && value !== null;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  const tail = String.fromCharCode(65 + (index % 26));
  return index < 26 ? tail : columnLetter(Math.floor(index / 26) - 1) + tail;
}
