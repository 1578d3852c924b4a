import type { TableName } from '../column.ts';
import { TABLE_NAMES } from '../format.ts';
import type { Answers } from '../question.ts';
import { type Encoding, ENCODINGS } from './encodings.ts';

export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
export type Separator = keyof typeof SEPARATORS;
export const SEPARATOR_NAMES = Object.keys(SEPARATORS) as Separator[];

/** How a CSV file was interpreted, so that its sender can check it. */
export interface CsvSource {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** The sheet that it was taken for; null where no header is one of the template's. */
  readonly table: TableName | null;
  readonly rowCount: number;
  /** The header and the first rows. */
  readonly firstRows: readonly (readonly string[])[];
}

/**
 * The ids under which the interpretation of a file can be chosen; each choice is stored like an answer to a question.
 */
export const CSV_CHOICES = { table: 'csv.table', encoding: 'csv.encoding', separator: 'csv.separator' } as const;

const OFFERED = { table: TABLE_NAMES, encoding: ENCODINGS, separator: SEPARATOR_NAMES } as const;

/** The choices how to read a file, as answers; null where a name is not one of those offered. */
export function csvAnswers(asked: Readonly<Record<keyof typeof CSV_CHOICES, string | null>>): Answers | null {
  const answers: Record<string, string> = {};
  for (const key of Object.keys(CSV_CHOICES) as (keyof typeof CSV_CHOICES)[]) {
    const name = asked[key];
    if (name === null || name === '') continue;
    if (!(OFFERED[key] as readonly string[]).includes(name)) return null;
    answers[CSV_CHOICES[key]] = name;
  }
  return answers;
}
