import { CsvError, parse } from 'csv-parse/sync';
import { DomainError } from '../../kernel/domain-error.ts';
import type {} from './errors.ts';

export interface CsvLimits {
  readonly rows: number;
  readonly cells: number;
  readonly columns: number;
}

/**
 * The fields of each record; records may differ in length. An empty line is a record of one empty field, so that
 * records have the numbers of spreadsheet rows. Nothing is converted to a number, a date or a formula. @throws
 * DomainError csv.quote_open, csv.too_many_columns, xlsx.too_large, xlsx.too_many_cells
 */
export function parseCsv(text: string, separator: string, limits: CsvLimits): string[][] {
  const records = recordsOf(text, separator, limits.rows + 1);
  while (records.at(-1)?.every((field) => field.trim() === '') === true) records.pop();
  if (records.length > limits.rows) {
    throw new DomainError('xlsx.too_large', { sheet: 'CSV', rows: records.length, limit: limits.rows });
  }
  const widest = records.reduce((most, { length }) => Math.max(most, length), 0);
  if (widest > limits.columns) {
    throw new DomainError('csv.too_many_columns', { columns: widest, limit: limits.columns });
  }
  const cells = widest * records.length;
  if (cells > limits.cells) throw new DomainError('xlsx.too_many_cells', { cells, limit: limits.cells });
  return records;
}

/** A text that is a list has its first records within this many characters. */
const JUDGED_LETTERS = 1_000_000;

/**
 * The first records, by which a separator is judged; where quotation marks are unbalanced, the fields are split without
 * regard to them.
 */
export function firstRecords(whole: string, separator: string, count: number): string[][] {
  const text = whole.slice(0, JUDGED_LETTERS);
  try {
    return recordsOf(text, separator, count);
  } catch {
    return text.split(/\r\n|\n|\r/, count).map((line) => line.split(separator));
  }
}

function recordsOf(text: string, separator: string, most: number): string[][] {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: most,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DomainError('csv.quote_open', { line: lineOfOpenQuote(text, separator) });
  }
}

/** The line at which the unclosed quotation mark is. */
function lineOfOpenQuote(text: string, separator: string): number {
  const ends = new Set([separator, '\r', '\n', undefined]);
  let line = 1;
  let opened: number | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) line += 1;
    if (sign !== '"') continue;
    if (opened === null) {
      if (ends.has(text[at - 1])) opened = line;
    } else if (text[at + 1] === '"') at += 1;
    else if (ends.has(text[at + 1])) opened = null;
  }
  return opened ?? line;
}
