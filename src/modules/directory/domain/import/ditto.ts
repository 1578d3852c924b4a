import type { CellValue } from '../../../../kernel/workbook.ts';
import type { Columns } from './column.ts';
import { shown } from './fault-log.ts';
import { plainKey } from './fold.ts';
import { misread } from './reading.ts';
import { code } from './text-readers.ts';

const WORDS: ReadonlySet<string> = new Set(['nt', 'nhu tren', 'n t', 'ditto', 'as above', 'tuong tu', 'nhu dong tren']);
/** Signs that stand below what they repeat; a dash alone says that there is nothing. */
const SIGNS = /^[\s\-–—]*(?:["”“„〃″]|''|’’|,,)[\s\-–—]*$/u;

/**
 * “nt”, “như trên” and signs that repeat the cell above are no content: stored as they stand they would be the name of a
 * person or a place. In a row that was sorted or left out the cell above is another one, so nothing is filled in.
 */
export function dittoFault(
  cell: NonNullable<CellValue>,
  above: CellValue,
  column: Columns[string],
): ReturnType<typeof misread> | null {
  if (typeof cell !== 'string' || !isDitto(cell)) return null;
  // NT may be somebody's code, and the short name of something.
  if (cell.trim() === 'NT' && (column.read === code || column.reference !== undefined || isShort(column))) return null;
  const isRepeated = typeof above === 'string' && isDitto(above);
  return misread('ditto', { above: isRepeated ? null : shown(above) });
}

function isDitto(text: string): boolean {
  const words = plainKey(text).replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  return SIGNS.test(text) || WORDS.has(words.replaceAll('.', ' ').replace(/\s+/g, ' '));
}

function isShort({ header }: Columns[string]): boolean {
  return / ngắn$/.test(header.vi);
}
