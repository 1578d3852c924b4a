import type { LaidSheet, Sheet } from '../../../src/kernel/workbook.ts';
import { writeWorkbook } from '../../../src/platform/xlsx/write-workbook.ts';

/** A workbook as somebody would upload it. */
export async function districtFile(sheets: readonly Sheet[], name = 'quan-mau.xlsx') {
  const laid = sheets.map((sheet): LaidSheet => ({
    name: sheet.name,
    rows: sheet.rows
      .slice(0, sheet.rows.findLastIndex((cells) => cells.some((cell) => cell !== null)) + 1)
      .map((cells) => cells.map((value) => ({ value, ...(typeof value === 'string' && { format: 'text' as const }) }))),
  }));
  return { name, bytes: await writeWorkbook(laid) };
}
