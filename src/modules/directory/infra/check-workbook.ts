import type { Day } from '../../../kernel/month.ts';
import type { DistrictFile } from '../application/ports.ts';
import type { TableName } from '../domain/import/column.ts';
import type { CsvSource } from '../domain/import/csv/csv-source.ts';
import type { ImportFault } from '../domain/import/fault.ts';
import { TABLE_NAMES } from '../domain/import/format.ts';
import { readFile } from '../domain/import/parse-district.ts';
import { type Answers, type ImportQuestion, unanswered } from '../domain/import/question.ts';
import { type ReadRows, rowsAsRead } from '../domain/import/rows-as-read.ts';
import { readImportFile } from './read-import-file.ts';

export interface CheckedWorkbook {
  readonly faults: readonly ImportFault[];
  /** The unanswered questions. */
  readonly questions: readonly ImportQuestion[];
  readonly rows: ReadRows;
  /** Rows left out as examples of the template, by sheet. */
  readonly examples: Readonly<Partial<Record<TableName, number>>>;
  /** How a CSV file was interpreted; null for a workbook. */
  readonly csv: CsvSource | null;
}

/** Checks an import file by itself, without the directory that it is for. @throws DomainError xlsx.…, csv.… */
export async function checkWorkbook(file: DistrictFile, today: Day, answers: Answers): Promise<CheckedWorkbook> {
  const opened = await readImportFile(file, answers);
  const { faults, questions, ...read } = readFile(opened, answers, { today });
  const left = TABLE_NAMES.map((name) => [name, read.tables[name]?.examples ?? 0] as const);
  const examples = Object.fromEntries(left.filter(([, count]) => count > 0));
  const open = unanswered(questions, answers);
  return { faults, questions: open, rows: rowsAsRead(read), examples, csv: opened.csv };
}
