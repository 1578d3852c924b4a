import type { Day } from '../../../kernel/month.ts';
import { readWorkbook } from '../../../platform/xlsx/read-workbook.ts';
import type { ImportFault } from '../domain/import/fault.ts';
import { readSheets } from '../domain/import/parse-district.ts';
import type { ImportQuestion } from '../domain/import/question.ts';
import { type ReadRows, rowsAsRead } from '../domain/import/rows-as-read.ts';

export interface CheckedWorkbook {
  readonly faults: readonly ImportFault[];
  readonly questions: readonly ImportQuestion[];
  readonly rows: ReadRows;
}

/**
 * What can be said of an import file by itself, without the directory that it is for.
 * @throws DomainError xlsx.…
 */
export async function checkWorkbook(bytes: Uint8Array, today: Day): Promise<CheckedWorkbook> {
  const { faults, questions, ...read } = readSheets(await readWorkbook(bytes), {}, { today });
  return { faults, questions, rows: rowsAsRead(read) };
}
