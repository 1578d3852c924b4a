import type { CellRange, CellValue, SheetLook, StruckCell } from '../../kernel/workbook.ts';
import type { CellStyle } from './cell-styles.ts';
import { withoutGuard } from './formula-guard.ts';
import { formatKind, hidesPartOfDay, numberCell } from './number-format.ts';
import { elapsed, serialDate, serialTime } from './serial-date.ts';
import { type SharedText, TextCollector, unescaped } from './shared-strings.ts';
import { walkXml } from './walk-xml.ts';
import { isTrue } from './workbook-parts.ts';

/** The tables that cells refer to, and the maximum size of a sheet. */
export interface SheetContext {
  readonly texts: readonly SharedText[];
  readonly styles: readonly CellStyle[];
  readonly counts1904: boolean;
}

/** Cells with content, by row from 1 and column from 0, and what else is visible or hidden. */
export interface SparseSheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellValue>>;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly look: Omit<SheetLook, 'hidden'>;
}

const ADDRESS = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;
const ROW = /^[1-9]\d{0,6}$/;
/** Nobody sees a letter in a row of less height, in points, or a column of less width, in letters. */
const LOWEST = 1;
const NARROWEST = 0.3;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_MERGED = 20_000;
/** Further hidden rows and columns are not listed. */
const MOST_UNSEEN = 10_000;
const PLAIN: CellStyle = { format: 'General', isStruck: false, hidesText: false };

/**
 * Reads the XML of a sheet; cells and rows with only a style are skipped. @throws Error for XML that no spreadsheet
 * program writes
 */
export function readSheet(part: Uint8Array, context: SheetContext): SparseSheet {
  return new SheetReading(context).read(part);
}

class SheetReading {
  private readonly rows = new Map<number, Map<number, CellValue>>();
  private readonly hiddenRows: number[] = [];
  private readonly hidden: (readonly [first: number, last: number])[] = [];
  private readonly merged: CellRange[] = [];
  private readonly struck: StruckCell[] = [];
  private readonly unseen: (readonly [row: number, column: number])[] = [];
  private readonly formatKinds = new Map<string, ReturnType<typeof formatKind>>();
  private readonly richText = new TextCollector();
  private filtered = false;
  private lastRow = 0;
  private lastColumn = -1;

  private isData = false;
  private row = 0;
  /** A row without a number takes it from its first cell. */
  private isRowImplied = false;
  private column = -1;
  private type = 'n';
  private style: CellStyle = PLAIN;
  private value: string | null = null;
  /** What of the cell's text is not crossed out, where a part of it is. */
  private left: string | null = null;
  private formula: string | null = null;
  private reads: 'value' | 'formula' | null = null;

  constructor(private readonly context: SheetContext) {}

  read(part: Uint8Array): SparseSheet {
    walkXml(part, {
      open: (name, attributes) => (this.isData ? this.openInData(name, attributes) : this.open(name, attributes)),
      text: (text) => this.text(text),
      close: (name) => this.close(name),
    });
    return {
      rows: this.rows,
      lastRow: this.lastRow,
      lastColumn: this.lastColumn,
      look: {
        filtered: this.filtered,
        hiddenRows: this.hiddenRows.filter((row) => this.rows.has(row)),
        hiddenColumns: this.hiddenColumns(),
        merged: this.merged,
        struckCells: this.struck,
        unseenCells: this.unseen,
      },
    };
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.isData = true;
    else if (name === 'col') this.noteColumns(attributes);
    else if (name === 'mergeCell') this.merged.push(rangeOf(attributes['ref'] ?? ''));
    else if (name === 'filterColumn' || (name === 'sheetPr' && isTrue(attributes['filterMode']))) this.filtered = true;
    if (this.merged.length > MOST_MERGED) throw new Error('more merged cells than anybody makes');
  }

  private noteColumns({ min, max, hidden, width }: Readonly<Record<string, string>>): void {
    if (isTrue(hidden) || (width !== undefined && Number(width) < NARROWEST)) {
      this.hidden.push([Number(min) - 1, Number(max) - 1]);
    }
  }

  private openInData(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'v') this.begin('value');
    else if (name === 'f') this.begin('formula');
    else if (name === 'is') this.richText.begin();
    else this.richText.open(name, attributes);
  }

  private beginRow({ r, hidden, ht }: Readonly<Record<string, string>>): void {
    if (r !== undefined && !ROW.test(r)) throw new Error(`a row with the number ${r}`);
    this.isRowImplied = r === undefined;
    this.row = r === undefined ? this.row + 1 : Number(r);
    if (this.row > LAST_ROW) throw new Error('a row below the last');
    if (isTrue(hidden) || (ht !== undefined && Number(ht) < LOWEST)) this.hiddenRows.push(this.row);
    this.column = -1;
  }

  private beginCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    this.column += 1;
    if (r !== undefined) {
      const place = placeOf(r);
      if (this.isRowImplied && place.row > this.row) this.row = place.row;
      if (place.row !== this.row) throw new Error(`the cell ${r} in row ${this.row}`);
      this.column = place.column;
    }
    this.type = t;
    this.style = this.context.styles[Number(s ?? 0)] ?? PLAIN;
    this.value = null;
    this.left = null;
    this.formula = null;
  }

  private begin(what: 'value' | 'formula'): void {
    this.reads = what;
    this[what] = '';
  }

  private text(text: string): void {
    if (this.reads !== null) this[this.reads] = (this[this.reads] ?? '') + text;
    else if (this.isData) this.richText.text(text);
  }

  private close(name: string): void {
    if (name === 'v' || name === 'f') this.reads = null;
    else if (name === 'c') this.endCell();
    else if (name === 'is') this.value = this.seen(this.richText.end());
    else if (name === 'sheetData') this.isData = false;
    else if (this.isData) this.richText.close(name);
  }

  private endCell(): void {
    const cell = this.cell();
    if (cell === null || cell === '') return;
    const cells = this.rows.get(this.row) ?? new Map<number, CellValue>();
    if (cells.has(this.column)) throw new Error(`a second cell in row ${this.row}`);
    this.rows.set(this.row, cells.set(this.column, cell));
    this.noteLook(cell);
    this.lastRow = Math.max(this.lastRow, this.row);
    this.lastColumn = Math.max(this.lastColumn, this.column);
  }

  private noteLook(cell: NonNullable<CellValue>): void {
    if (this.style.isStruck || this.left !== null) {
      const left = this.style.isStruck || this.left?.trim() === '' ? null : this.left;
      this.struck.push({ row: this.row, column: this.column, left });
    }
    if (this.style.hidesText && typeof cell === 'string' && this.unseen.length < MOST_UNSEEN) {
      this.unseen.push([this.row, this.column]);
    }
  }

  private cell(): CellValue {
    const { value, formula, type } = this;
    // The result of a formula may be an empty text; without any result it was never calculated.
    if (formula !== null && (value === null || (value === '' && type !== 'str'))) return { formula };
    if (value === null || value === '') return null;
    switch (type) {
      case 's':
        return this.sharedText(value);
      case 'str':
        return tidy(unescaped(value));
      case 'inlineStr':
        return tidy(value);
      case 'e':
        return value;
      case 'b':
        return isTrue(value);
      case 'd':
        return isoDate(value);
      default:
        return this.number(value);
    }
  }

  private sharedText(index: string): string {
    const text = this.context.texts[Number(index)];
    if (text === undefined) throw new Error(`there is no text ${index}`);
    return tidy(this.seen(text));
  }

  private seen({ text, left }: SharedText): string {
    if (left !== text) this.left = tidy(left);
    return text;
  }

  private number(value: string): CellValue {
    const number = Number(value);
    if (!Number.isFinite(number)) throw new Error(`${value} is no number`);
    const { format } = this.style;
    switch (this.formatKindOf(format)) {
      case 'general':
        return format === 'General' ? number : numberCell(number, format);
      case 'date':
        return this.date(number);
      case 'time':
      case 'elapsed':
        return this.time(number);
      case 'number':
        return format === '@' ? number : numberCell(number, format);
    }
  }

  private date(serial: number): CellValue {
    const date = serialDate(serial, this.context.counts1904);
    return typeof date === 'object' && hidesPartOfDay(this.style.format) ? { ...date, isPartlySeen: true } : date;
  }

  /** A date with time, a time of day, or a duration of more than a day. */
  private time(serial: number): CellValue {
    const time = serialTime(serial);
    if (time !== null) return time;
    const { format } = this.style;
    if (this.formatKindOf(format) === 'time' && serial >= 2) return serialDate(serial, this.context.counts1904);
    return { number: serial, format, shown: elapsed(serial), text: null, kind: 'other' };
  }

  private formatKindOf(format: string): ReturnType<typeof formatKind> {
    const known = this.formatKinds.get(format) ?? formatKind(format);
    this.formatKinds.set(format, known);
    return known;
  }

  private hiddenColumns(): number[] {
    if (this.hidden.length === 0) return [];
    const used = new Set<number>();
    for (const cells of this.rows.values()) for (const column of cells.keys()) used.add(column);
    const isHidden = (column: number) => this.hidden.some(([first, last]) => first <= column && column <= last);
    return [...used].filter(isHidden).sort((a, b) => a - b);
  }
}

function tidy(text: string): string {
  return withoutGuard(text.normalize('NFC'));
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', row = ''] = ADDRESS.exec(address) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (column < 1 || column > LAST_COLUMN || Number(row) > LAST_ROW) throw new Error(`a cell at ${address}`);
  return { row: Number(row), column: column - 1 };
}

function rangeOf(reference: string): CellRange {
  const [first = '', last = first] = reference.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  return { rows: [from.row, to.row], columns: [from.column, to.column] };
}

/** A date stored as ISO 8601 text; taken as local time, whatever zone is added. */
function isoDate(text: string): CellValue {
  const [, day = null, time = null] =
    /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text.trim()) ?? [];
  if (day === null && time === null) return text;
  return { day, time: day !== null && time === '00:00' ? null : time };
}
