import { isNumberCell, type CellValue } from '../../../../kernel/workbook.ts';
import { hiddenForeigner } from '../../../../kernel/look-alikes.ts';
import { oneLine, plainSigns, textKey } from './fold.ts';
import { decimal } from './number-readers.ts';
import { type CellReader, misread, type Reading } from './reading.ts';

const LONGEST_NAME = 120;

/** Months of the year, such as `2; 5; 8; 11`. */
export const monthNumbers: CellReader<number[]> = (cell) => {
  const written = listOf(cell);
  if (written === null) return misread('months_malformed', {});
  const months: number[] = [];
  for (const part of written.split(/[;,./&+\n]+|(?<=\d)\s+(?=(?:t|tháng)?\s*\d)|\s(?:và|va|and)\s/iu).map(oneLine)) {
    if (part === '') continue;
    const number = /^(?:t|th|tháng|thang)?\s*(\d{1,4})$/iu.exec(part)?.[1];
    if (number === undefined) return misread('months_malformed', {});
    const month = Number(number);
    if (month < 1 || month > 12) return misread('out_of_range', { least: 1, most: 12 });
    if (months.includes(month)) return misread('listed_twice', { item: part });
    months.push(month);
  }
  return months.length === 0 ? misread('months_malformed', {}) : { value: months.sort((a, b) => a - b) };
};

export interface WeightedCode {
  readonly code: string;
  /** Above 0, at most 1. */
  readonly weight: number;
  /** The items, if its commas separate items instead of being part of a name. */
  readonly pieces?: readonly WeightedCode[];
}

/** Codes or names with weights, `KT:0,9; MT:0,6`; one without a weight weighs 1. */
export const weightedCodes: CellReader<WeightedCode[]> = (cell) => {
  const written = listOf(cell);
  if (written === null) return misread('weights_malformed', {});
  const items: WeightedCode[] = [];
  for (const part of written.split(/[;\n]+/).map(oneLine)) {
    if (part === '') continue;
    const reading = itemsOf(part);
    if ('misread' in reading) return reading;
    items.push(...reading.value);
  }
  const twice = items.find(({ code }, at) => items.findIndex((item) => textKey(item.code) === textKey(code)) < at);
  return twice === undefined ? { value: items } : misread('listed_twice', { item: twice.code });
};

/** The text between two semicolons: one item, or several separated by commas before letters. */
function itemsOf(part: string): Reading<WeightedCode[]> {
  const pieces = part.split(/,(?=\s*\p{L})/u).map((piece) => itemOf(piece.trim()));
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return 'misread' in only ? only : { value: [only.value] };
  const several: WeightedCode[] = [];
  for (const piece of pieces) {
    if ('misread' in piece) return piece;
    several.push(piece.value);
  }
  // `MT:0,9, TTDT` is two items in any case; `MT, TTDT` may be one name with a comma, which only the list of names can
  // tell.
  const whole = itemOf(part);
  const isClear = several.slice(0, -1).some(({ weight }) => weight !== 1) || 'misread' in whole;
  return { value: isClear ? several : [{ ...whole.value, pieces: several }] };
}

const WEIGHT = String.raw`\d+(?:[.,]\d+)?\s*%?`;
/** KT:0,9 · KT = 0,9 · KT (0,9) · KT - 0,9 · KT 0,9 · KT 90% */
const WITH_WEIGHT = new RegExp(
  String.raw`^(.+?)(?:\s*[:=]\s*(.*)|\s*\((${WEIGHT})\)|\s+-\s+(${WEIGHT})|\s+(0?[.,]\d+|\d+\s*%))$`,
  'u',
);

function itemOf(part: string): Reading<WeightedCode> {
  const written = part.replace(/[.,]+$/, '');
  const [, name = written, ...weights] = WITH_WEIGHT.exec(written) ?? [];
  const weightText = weights.find((weight) => weight !== undefined);
  if (!/\p{L}|\p{N}/u.test(name) || name.length > LONGEST_NAME) return misread('weights_malformed', {});
  const foreign = hiddenForeigner(name);
  if (foreign !== null) return misread('letters_foreign', foreign);
  if (weightText === undefined) return { value: { code: name.trim(), weight: 1 } };
  const weight = decimal(0.01, 1, 'share')(weightText.replace(/^[.,]/, '0$&'));
  if (!('misread' in weight)) return { value: { code: name.trim(), weight: weight.value } };
  return weight.misread.code === 'out_of_range' ? weight : misread('weights_malformed', {});
}

/** The text of a list; null where the spreadsheet has turned it into something else: 3;6 into 3 June. */
function listOf(cell: NonNullable<CellValue>): string | null {
  if (typeof cell === 'string') return plainSigns(cell.replace(/[\r\n]+/g, ';'));
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : null;
  return isNumberCell(cell) ? cell.text : null;
}
