import { readFile } from 'node:fs/promises';
import type { CellValue, Sheet } from '../../src/kernel/workbook.ts';
import { WORKBOOK } from '../../src/demo/sample-month.ts';
import { readWorkbook } from '../../src/platform/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../src/platform/xlsx/write-workbook.ts';

const SPECIALISTS = 8;
const BRANCHES = 20;
/** Columns that refer to rows which may have been left out. */
const REFERENCES = /^Mã (chi bộ|chuyên viên|lượt)$/;

/** The sample district with few people and branches, which takes a fraction of the time. */
export async function smallDistrict(): Promise<Uint8Array> {
  const sheets = await readWorkbook(await readFile(WORKBOOK));
  const specialists = rowsOf(sheets, 'Chuyên viên').slice(0, SPECIALISTS);
  const homes = specialists.flatMap((row) =>
    ['Chi bộ đang sinh hoạt', 'Chi bộ nơi cư trú'].map((name) => row[name] ?? null),
  );
  const branches = rowsOf(sheets, 'Chi bộ')
    .map((row) => row['Mã chi bộ'] ?? null)
    .filter((code, index) => index < BRANCHES || homes.includes(code));
  const kept = new Set<CellValue>([...branches, ...specialists.map((row) => row['Mã chuyên viên'] ?? null)]);
  const visits = rowsOf(sheets, 'Lượt dự trước').filter(
    (row) => kept.has(row['Mã chi bộ'] ?? null) && kept.has(row['Mã chuyên viên'] ?? null),
  );
  for (const visit of visits) kept.add(visit['Mã lượt'] ?? null);
  return writeWorkbook(
    sheets.map(({ name, rows: [header = [], ...rows] }) => ({
      name,
      rows: [header, ...rows.filter((row) => row.every((cell, at) => !isReference(header[at]) || kept.has(cell)))].map(
        (cells) => cells.map((value) => ({ value })),
      ),
    })),
  );
}

function isReference(header: CellValue | undefined): boolean {
  return typeof header === 'string' && REFERENCES.test(header);
}

function rowsOf(sheets: readonly Sheet[], name: string): Record<string, CellValue>[] {
  const [header = [], ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return rows.map((row) =>
    Object.fromEntries(header.map((title, at) => [typeof title === 'string' ? title : '', row[at] ?? null])),
  );
}
