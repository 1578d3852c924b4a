import {
  columnLetter,
  type CellValue,
  type LaidCell,
  type LaidSheet,
  type Sheet,
} from '../../../../kernel/workbook.ts';
import type { Locale } from '../../../../kernel/actor.ts';
import type { ImportFault } from './fault.ts';
import { plainKey } from './fold.ts';
import { FAULT_SHEET } from './format.ts';

const HEADERS: Readonly<Record<Locale, readonly string[]>> = {
  vi: ['Trang tính', 'Dòng', 'Cột', 'Tiêu đề cột', 'Giá trị', 'Lỗi và cách sửa'],
  en: ['Sheet', 'Row', 'Column', 'Header', 'Value', 'What is wrong and what to do'],
};
const WIDTHS = [20, 8, 8, 26, 30, 90];
const NARROWEST = 8;
const WIDEST = 60;

/**
 * The user's own file with a first sheet that names every fault, and the faulty cells marked. It can be corrected and
 * uploaded as it is, because that first sheet is not read.
 */
export function annotate(
  sheets: readonly Sheet[],
  faults: readonly ImportFault[],
  sentence: (fault: ImportFault) => string,
  locale: Locale,
): LaidSheet[] {
  const names = [FAULT_SHEET.name.vi, FAULT_SHEET.name.en].map(plainKey);
  const own = sheets.filter(({ name }) => !names.includes(plainKey(name)));
  return [faultSheet(faults, sentence, locale), ...own.map((sheet) => markedSheet(sheet, faults))];
}

function faultSheet(
  faults: readonly ImportFault[],
  sentence: (fault: ImportFault) => string,
  locale: Locale,
): LaidSheet {
  const header = HEADERS[locale].map((value): LaidCell => ({ value, style: 'header' }));
  const rows = faults.map((fault) =>
    [fault.sheet, fault.row, fault.column, fault.header, fault.value, sentence(fault)].map((value): LaidCell => ({
      value,
      style: 'wrapped',
    })),
  );
  return {
    name: FAULT_SHEET.name[locale],
    rows: [header, ...rows],
    columns: WIDTHS.map((width) => ({ width })),
    frozen: true,
  };
}

function markedSheet(sheet: Sheet, faults: readonly ImportFault[]): LaidSheet {
  const marked = new Set(
    faults.filter((fault) => fault.sheet === sheet.name).map(({ row, column }) => `${column}${row}`),
  );
  const rows = sheet.rows.map((cells, row) =>
    cells.map((value, column): LaidCell | null => {
      const isMarked = marked.has(`${columnLetter(column)}${row + 1}`);
      if (value === null) return isMarked ? { value, style: 'fault' } : null;
      const style = isMarked ? 'fault' : row === 0 ? 'header' : 'body';
      return { value, style, ...(typeof value === 'string' ? { format: 'text' } : {}) };
    }),
  );
  return { name: sheet.name, rows, columns: widthsOf(sheet.rows), frozen: true };
}

function widthsOf(rows: readonly (readonly CellValue[])[]): { width: number }[] {
  const widths: number[] = [];
  for (const cells of rows) {
    for (const [index, cell] of cells.entries()) {
      const length = typeof cell === 'string' ? cell.length + 2 : NARROWEST;
      widths[index] = Math.min(WIDEST, Math.max(widths[index] ?? NARROWEST, length));
    }
  }
  return Array.from(widths, (width) => ({ width: width }));
}
