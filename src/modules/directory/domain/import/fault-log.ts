import { columnLetter, isDateCell, type CellValue } from '../../../../kernel/workbook.ts';
import { faultAt, type ImportFault, type ImportFaultCode, type ImportFaultParams, type ImportPlace } from './fault.ts';

/** Where the column of a key stands in the user's sheet. */
export interface ColumnPlace {
  readonly index: number;
  readonly header: string;
}

/** Gathers faults while a file is read, and hands them out in the order in which a reader goes through the file. */
export class FaultLog {
  private readonly faults: ImportFault[] = [];

  add<C extends ImportFaultCode>(
    place: Partial<ImportPlace> & { sheet: string },
    code: C,
    params: ImportFaultParams[C],
  ): void {
    this.faults.push(faultAt(place, code, params));
  }

  inOrderOf(sheetNames: readonly string[]): ImportFault[] {
    const rank = (fault: ImportFault) => {
      const index = sheetNames.indexOf(fault.sheet);
      return index < 0 ? sheetNames.length : index;
    };
    const column = (fault: ImportFault) => (fault.column ?? '').padStart(3);
    return this.faults
      .map((fault, index) => ({ fault, index }))
      .sort(
        (a, b) =>
          rank(a.fault) - rank(b.fault) ||
          (a.fault.row ?? 0) - (b.fault.row ?? 0) ||
          (column(a.fault) < column(b.fault) ? -1 : column(a.fault) > column(b.fault) ? 1 : a.index - b.index),
      )
      .map(({ fault }) => fault);
  }
}

export function cellPlace(sheet: string, row: number, column: ColumnPlace, cell: CellValue): ImportPlace {
  return { sheet, row, column: columnLetter(column.index), header: column.header, value: shown(cell) };
}

/** A cell's content as its user sees it. */
export function shown(cell: CellValue): string | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (!isDateCell(cell)) return cell;
  const day = cell.day?.split('-').reverse().join('/');
  return [day, cell.time].filter((part) => part !== undefined && part !== null).join(' ');
}
