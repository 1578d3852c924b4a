import { DomainError, isDomainError } from '../../kernel/domain-error.ts';
import type { CellValue, Sheet, SheetLook } from '../../kernel/workbook.ts';
import { cellStyles } from './cell-styles.ts';
import { openWorkbook, WORKBOOK_LIMITS, type WorkbookLimits } from './open-workbook.ts';
import { readSheet, type SheetContext, type SparseSheet } from './read-sheet.ts';
import { sharedStrings } from './shared-strings.ts';
import { workbookParts, type SheetPart } from './workbook-parts.ts';

/**
 * The sheets of an .xlsx file, with texts in NFC and dates in local time.
 * @throws DomainError (`xlsx.…`) for a file that is no workbook, is protected or damaged, or exceeds the limits.
 */
export function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits = WORKBOOK_LIMITS): Promise<Sheet[]> {
  return Promise.resolve().then(() => sheetsIn(bytes, limits));
}

function sheetsIn(bytes: Uint8Array, limits: WorkbookLimits): Sheet[] {
  const { parts, path } = openWorkbook(bytes, limits);
  try {
    const { sheets, counts1904, styles, sharedStrings: texts } = workbookParts(parts, path);
    if (sheets.length > limits.sheets) {
      throw new DomainError('xlsx.too_many_sheets', { count: sheets.length, limit: limits.sheets });
    }
    const context: SheetContext = {
      texts: texts === null ? [] : sharedStrings(texts),
      styles: styles === null ? [] : cellStyles(styles),
      counts1904,
    };
    let cells = 0;
    return sheets.map((sheet) => {
      const sparse = readSheet(sheet.part, context);
      cells += sparse.lastRow * (sparse.lastColumn + 1);
      mustFit(sheet.name, sparse, cells, limits);
      return laid(sheet, sparse);
    });
  } catch (error) {
    if (isDomainError(error)) throw error;
    // The archive has been checked, so this is XML that no spreadsheet program has written.
    throw new DomainError('xlsx.damaged', {});
  }
}

function mustFit(sheet: string, { lastRow }: SparseSheet, cells: number, limits: WorkbookLimits): void {
  if (cells > limits.cells) throw new DomainError('xlsx.too_many_cells', { cells, limit: limits.cells });
  if (lastRow > limits.rows) {
    throw new DomainError('xlsx.too_large', { sheet, rows: lastRow, limit: limits.rows });
  }
}

function laid({ name, hidden }: SheetPart, { rows, lastRow, lastColumn, look }: SparseSheet): Sheet {
  const full = Array.from({ length: lastRow }, (_row, at): CellValue[] => {
    const cells = rows.get(at + 1);
    return Array.from({ length: lastColumn + 1 }, (_column, column) => cells?.get(column) ?? null);
  });
  const sheet = { name: name.normalize('NFC').trim(), rows: full };
  const whole: SheetLook = { hidden, ...look };
  return isPlain(whole) ? sheet : { ...sheet, look: whole };
}

function isPlain({ hidden, filtered, ...lists }: SheetLook): boolean {
  return !hidden && !filtered && Object.values(lists).every(({ length }) => length === 0);
}
