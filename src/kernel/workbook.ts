/**
 * A workbook as plain data: what a reader of spreadsheets hands over and what a writer takes. The rules that check or
 * lay out a workbook stay free of any file format by knowing these types only.
 */

/** A true date or time of a cell, in local time: no zone, no instant. */
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

/** How a cell looks; what each style means in fonts and colours is the writer's affair. */
export type CellStyle = 'title' | 'subtitle' | 'header' | 'required' | 'body' | 'wrapped' | 'example' | 'fault';

/** How an empty cell will take what is typed into it; `text` keeps codes such as 001 as they are. */
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

/** Offers choices in a column; other values can still be typed, because the import explains them better. */
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
  /** The header row and the first column stay in sight while the rest scrolls. */
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
