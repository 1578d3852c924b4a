import type { CellValue, LaidSheet, Sheet } from '../../../src/kernel/workbook.ts';
import { blankTemplate } from '../../../src/modules/directory/domain/import/blank-template.ts';
import { plainKey } from '../../../src/modules/directory/domain/import/fold.ts';

const COMMITTEE: Readonly<Record<string, CellValue>> = {
  'Mã cấp ủy': 'QM',
  'Tên cấp ủy': 'Quận ủy Quận Mẫu',
  'Cấp ủy cấp trên': 'Thành ủy Thành phố Mẫu',
  'Ban chủ trì': 'Ban Tổ chức Quận ủy',
  'Ký hiệu ban': 'BTCQU',
  'Địa danh': 'Quận Mẫu',
};

export function sheetsOf(laid: readonly LaidSheet[]): Sheet[] {
  return laid.map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.map((cell) => cell?.value ?? null)) }));
}

/**
 * A small district that imports without a fault: the template with its committee filled in and its examples as real
 * rows.
 */
export function aDistrict(): Sheet[] {
  return sheetsOf(blankTemplate('vi')).map((sheet) => ({
    name: sheet.name,
    // A pair wants a second person, whom the template does not have.
    rows: (sheet.name === 'Đi cùng' ? sheet.rows.slice(0, 1) : sheet.rows).map((cells) =>
      sheet.name === 'Cấp ủy'
        ? cells.map((cell, index) =>
            index === 1 && typeof cells[0] === 'string' ? (COMMITTEE[cells[0]] ?? cell) : cell,
          )
        : cells.map((cell) => (typeof cell === 'string' && cell.startsWith('Ví dụ:') ? null : cell)),
    ),
  }));
}

/** The same sheets with one cell changed; rows are numbered as in a spreadsheet, columns named by their header. */
export function withCell(
  sheets: readonly Sheet[],
  name: string,
  row: number,
  header: string,
  value: CellValue,
): Sheet[] {
  return change(sheets, name, (rows) => {
    const index = (rows[0] ?? []).findIndex((cell) => typeof cell === 'string' && plainKey(cell) === plainKey(header));
    if (index < 0) throw new Error(`no column ${header} in ${name}`);
    return rows.map((cells, at) => (at === row - 1 ? replaced(cells, index, value) : cells));
  });
}

/** Appends rows after the last row with content. */
export function withRows(sheets: readonly Sheet[], name: string, added: readonly (readonly CellValue[])[]): Sheet[] {
  return change(sheets, name, (rows) => {
    const used = rows.findLastIndex((cells) => cells.some((cell) => cell !== null)) + 1;
    return [...rows.slice(0, used), ...added];
  });
}

export function withHeader(sheets: readonly Sheet[], name: string, from: string, to: string): Sheet[] {
  return change(sheets, name, ([header = [], ...rows]) => [header.map((cell) => (cell === from ? to : cell)), ...rows]);
}

function change(
  sheets: readonly Sheet[],
  name: string,
  by: (rows: readonly (readonly CellValue[])[]) => (readonly CellValue[])[],
): Sheet[] {
  if (!sheets.some((sheet) => sheet.name === name)) throw new Error(`no sheet ${name}`);
  return sheets.map((sheet) => (sheet.name === name ? { name, rows: by(sheet.rows) } : sheet));
}

function replaced(cells: readonly CellValue[], index: number, value: CellValue): CellValue[] {
  return Array.from({ length: Math.max(cells.length, index + 1) }, (_, at) =>
    at === index ? value : (cells[at] ?? null),
  );
}
