import { formatDate, formatExactly } from '../../../../kernel/format.ts';
import type { Day } from '../../../../kernel/month.ts';
import { columnLetter, isFormulaCell, isNumberCell, type CellValue } from '../../../../kernel/workbook.ts';
import { faultAt, type ImportFault, type ImportFaultCode, type ImportFaultParams, type ImportPlace } from './fault.ts';
import {
  type Answers,
  answerTo,
  AS_READ,
  type ImportQuestion,
  type ImportQuestionCode,
  type ImportQuestionParams,
  questionOfColumn,
} from './question.ts';

/** The column in the user's sheet that holds a key. */
export interface ColumnPlace {
  readonly index: number;
  readonly header: string;
}

/** At most this many rows are kept per question. */
const KEPT_ROWS = 200;

/** Collects faults and questions while a file is read, and returns them in the order of the file. */
export class FaultLog {
  private readonly faults: ImportFault[] = [];
  private readonly asked = new Map<string, { question: ImportQuestion; rows: number[]; count: number }>();

  constructor(private readonly answers: Answers = {}) {}

  add<C extends ImportFaultCode>(
    place: Partial<ImportPlace> & { sheet: string },
    code: C,
    params: ImportFaultParams[C],
  ): void {
    this.faults.push(faultAt(place, code, params));
  }

  /**
   * Asks about a cell or a column; the cells of a column are one question. @returns how to read it: as written, until
   * somebody answers otherwise
   */
  ask<C extends ImportQuestionCode>(
    place: Partial<ImportPlace> & { sheet: string },
    code: C,
    params: ImportQuestionParams[C],
    accepts?: readonly string[],
  ): string {
    return this.askAbout(questionOfColumn(place, code, params, accepts));
  }

  /** Asks about a sheet or the whole file; the same question is asked once. */
  askAbout(question: ImportQuestion): string {
    const entry = this.asked.get(question.id) ?? { question, rows: [], count: 0 };
    this.asked.set(question.id, entry);
    if (question.row !== null) {
      entry.count += 1;
      if (entry.rows.length < KEPT_ROWS) entry.rows.push(question.row);
    }
    return answerTo(question, this.answers) ?? AS_READ;
  }

  inOrderOf(sheetNames: readonly string[]): ImportFault[] {
    return inOrder(this.faults, sheetNames);
  }

  questionsInOrderOf(sheetNames: readonly string[]): ImportQuestion[] {
    const questions = [...this.asked.values()].map(({ question, rows, count }) => ({ ...question, rows, count }));
    return inOrder(questions, sheetNames);
  }
}

function inOrder<T extends ImportPlace>(places: readonly T[], sheetNames: readonly string[]): T[] {
  const rank = ({ sheet }: T) => {
    const index = sheetNames.indexOf(sheet);
    return index < 0 ? sheetNames.length : index;
  };
  const column = (place: T) => (place.column ?? '').padStart(3);
  return places
    .map((place, index) => ({ place, index }))
    .sort(
      (a, b) =>
        rank(a.place) - rank(b.place) ||
        (a.place.row ?? 0) - (b.place.row ?? 0) ||
        (column(a.place) < column(b.place) ? -1 : column(a.place) > column(b.place) ? 1 : a.index - b.index),
    )
    .map(({ place }) => place);
}

export function cellPlace(sheet: string, row: number, column: ColumnPlace, cell: CellValue): ImportPlace {
  return { sheet, row, column: columnLetter(column.index), header: column.header, value: shown(cell) };
}

/** A cell's content as its user sees it. */
export function shown(cell: CellValue): string | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return formatExactly('vi', cell);
  if (typeof cell === 'string') return cell;
  if (isNumberCell(cell)) return cell.shown;
  if (isFormulaCell(cell)) return `=${cell.formula}`;
  const day = cell.day === null ? null : formatDate('vi', cell.day as Day);
  return [day, cell.time].filter((part) => part !== null).join(' ');
}
