import { firstRecords, parseCsv } from '../../../platform/csv/parse-csv.ts';
import { WORKBOOK_LIMITS } from '../../../platform/xlsx/open-workbook.ts';
import { readWorkbook } from '../../../platform/xlsx/read-workbook.ts';
import { isPlainText, utf16Of } from '../../../platform/xlsx/recognise.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { DistrictFile } from '../application/ports.ts';
import { type CsvParser, readCsv } from '../domain/import/csv/read-csv.ts';
import type { OpenedFile } from '../domain/import/parse-district.ts';
import type { Answers } from '../domain/import/question.ts';

const JUDGED_ROWS = 40;
/** No list has so many; where a file does, its separators are not what they seem. */
const MOST_COLUMNS = 1_000;
const PARSER: CsvParser = {
  whole: (text, separator) => parseCsv(text, separator, { ...WORKBOOK_LIMITS, columns: MOST_COLUMNS }),
  first: (text, separator) => firstRecords(text, separator, JUDGED_ROWS),
};

/** The sheets of an import file; for a CSV file, also how it was interpreted. @throws DomainError xlsx.…, csv.… */
export async function readImportFile({ name, bytes }: DistrictFile, answers: Answers): Promise<OpenedFile> {
  if (!isPlainText(bytes)) return { sheets: await readWorkbook(bytes), csv: null, faults: [], questions: [] };
  const limit = WORKBOOK_LIMITS.fileBytes;
  if (bytes.byteLength > limit) throw new DomainError('xlsx.too_large', { bytes: bytes.byteLength, limit });
  const { source, ...read } = readCsv({ name, bytes, utf16: utf16Of(bytes) }, answers, PARSER);
  return { ...read, csv: source };
}
