import { DomainError } from '../../../../../kernel/domain-error.ts';
import type { CellValue, Sheet } from '../../../../../kernel/workbook.ts';
import { type ImportFault, faultAt } from '../fault.ts';
import { TABLE_NAMES, TABLES } from '../format.ts';
import { type Answers, type ImportQuestion, questionAbout } from '../question.ts';
import { CSV_CHOICES, type CsvSource, type Separator, SEPARATOR_NAMES, SEPARATORS } from './csv-source.ts';
import { decoded, ENCODINGS, guessEncoding } from './encodings.ts';
import { guessTable } from './guess-table.ts';
import { misplacedFields } from './misplaced-fields.ts';

/** Splits a text into fields; implemented by the platform. */
export interface CsvParser {
  readonly whole: (text: string, separator: string) => string[][];
  readonly first: (text: string, separator: string) => string[][];
}

export interface CsvFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The kind of UTF-16, if the bytes are UTF-16. */
  readonly utf16: 'utf-16le' | 'utf-16be' | null;
}

export interface ReadCsv {
  readonly source: CsvSource;
  /** Empty where the sheet could not be determined. */
  readonly sheets: readonly Sheet[];
  readonly faults: readonly ImportFault[];
  readonly questions: readonly ImportQuestion[];
}

const SHOWN_ROWS = 6;
const SHOWN_COLUMNS = 30;
const SHOWN_LETTERS = 60;
/** A cell of a spreadsheet holds no more; what is longer is told as too long, however it is read. */
const LONGEST_CELL = 32_768;
const SEPARATOR_LINE = /^"?sep=([^\r\n])"?\r?\n/i;

/**
 * Reads a delimited text as the sheet that it represents. Guesses are shown to the user, asked about where the file
 * does not prove them, and can be overridden. @throws DomainError xlsx.not_a_workbook for a text that is no list,
 * csv.quote_open, xlsx.too_…
 */
export function readCsv(file: CsvFile, answers: Answers, parser: CsvParser): ReadCsv {
  const guess = guessEncoding(file.bytes, file.utf16);
  const encoding = chosen(answers, CSV_CHOICES.encoding, ENCODINGS) ?? guess.encoding;
  const text = decoded(file.bytes, encoding);
  const told = SEPARATOR_LINE.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const separator =
    chosen(answers, CSV_CHOICES.separator, SEPARATOR_NAMES) ??
    SEPARATOR_NAMES.find((name) => SEPARATORS[name] === told?.[1]) ??
    guessSeparator(body, parser);
  const records = parser.whole(body, SEPARATORS[separator]);
  const rows = records.map((record) => record.map(cellOf));
  const { fits } = guessTable(rows, file.name);
  const table = chosen(answers, CSV_CHOICES.table, TABLE_NAMES) ?? fits[0] ?? null;
  if (table === null && records.every(({ length }) => length < 2)) {
    throw new DomainError('xlsx.not_a_workbook', { looksLike: 'text' });
  }
  const source: CsvSource = {
    encoding,
    separator,
    table,
    rowCount: records.length,
    firstRows: records.slice(0, SHOWN_ROWS).map((record) => record.slice(0, SHOWN_COLUMNS).map(shortened)),
  };
  const sheet = table === null ? 'CSV' : TABLES[table].name.vi;
  const questions: ImportQuestion[] = [];
  if (!guess.isCertain) {
    const sample = sampleOf(records);
    const accepts = [guess.encoding, ...ENCODINGS.filter((other) => other !== guess.encoding)];
    questions.push({
      ...questionAbout({ sheet }, 'csv_encoding', { encoding, sample }, accepts),
      id: CSV_CHOICES.encoding,
    });
  }
  const [likeliest] = fits;
  if (likeliest !== undefined && fits.length > 1) {
    const accepts = [likeliest, ...TABLE_NAMES.filter((other) => other !== likeliest)];
    questions.push({ ...questionAbout({ sheet }, 'csv_table', { fits }, accepts), id: CSV_CHOICES.table });
  }
  if (table === null) return { source, sheets: [], questions, faults: [faultAt({ sheet }, 'csv_table_unknown', {})] };
  return {
    source,
    sheets: [{ name: sheet, rows: levelled(rows), isText: true }],
    questions,
    faults: misplacedFields(records, sheet, separator),
  };
}

function chosen<T extends string>(answers: Answers, key: string, offered: readonly T[]): T | null {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  return offered.find((one) => one === answer) ?? null;
}

/** The separator with which most headers of the template are found, or else the one that yields most columns. */
function guessSeparator(text: string, parser: CsvParser): Separator {
  let best: { name: Separator; known: number; columns: number } = { name: 'comma', known: 0, columns: 1 };
  for (const name of SEPARATOR_NAMES) {
    const records = parser.first(text, SEPARATORS[name]);
    const { known } = guessTable(records, '');
    const columns = Math.min(...records.filter((record) => record.length > 1).map(({ length }) => length), 1_000);
    const reckoned = columns === 1_000 ? 1 : columns;
    if (known > best.known || (known === best.known && reckoned > best.columns))
      best = { name, known, columns: reckoned };
  }
  return best.name;
}

/** People write ="007" to keep Excel from turning 007 into 7; the text in the quotation marks is the value. */
const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/;

function cellOf(field: string): CellValue {
  const cell = field.slice(0, LONGEST_CELL);
  const text = TEXT_FORMULA.exec(cell.trim())?.[1]?.replaceAll('""', '"') ?? cell;
  return text === '' ? null : text.normalize('NFC');
}

/** Pads each row to the length of the longest. */
function levelled(rows: readonly CellValue[][]): CellValue[][] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return rows.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? null));
}

function shortened(field: string): string {
  return field.length > SHOWN_LETTERS ? `${field.slice(0, SHOWN_LETTERS)}…` : field;
}

/** The first words in which a reader can see whether the letters are right. */
function sampleOf(records: readonly (readonly string[])[]): string {
  return shortened(records.flat().find((field) => /[\u0080-\uffff]/.test(field)) ?? '');
}
