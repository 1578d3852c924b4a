import { hiddenForeigner } from '../../../../kernel/look-alikes.ts';
import { addressesIn, readMailAddress } from '../../../../kernel/mail-address.ts';
import { isRegisterCode, likelyCode } from '../../../../kernel/register-code.ts';
import { readTelephone } from '../../../../kernel/telephone.ts';
import { visibleText } from '../../../../kernel/visible-text.ts';
import { isDateCell, isFormulaCell, isNumberCell, type CellValue } from '../../../../kernel/workbook.ts';
import { nearest, oneLine, plainKey, withoutEth } from './fold.ts';
import { type CellReader, misread, type Reading } from './reading.ts';

/** From this number on a spreadsheet shows whole numbers without a format as powers of ten. */
const FIRST_SHOWN_AS_POWER = 1e11;
/** A question mark inside or before a word marks a lost letter; web addresses contain them legitimately. */
const LOST_LETTERS = /\ufffd|(?:^|\s)[^\s/=&]*\?\p{L}/u;
/** A question mark at the end of a word also marks a lost letter, in names and places, where nobody asks a question. */
const LOST_AT_END = /\p{L}\?\s+[\p{L}\p{N}]/u;
/** Invisible controls inside words come from decoding with the wrong table. */
const CONTROL_INSIDE = /\p{L}[\u0080-\u0084\u0086-\u009f]/u;
/** Signs of old tables and fonts inside words; no Vietnamese text has them there. */
const STRANGE_INSIDE =
  /\p{L}[\u00a1-\u00a8\u00ac\u00af\u00b1\u00b5\u00b6\u00b8\u00bc-\u00bf]|\p{L}[\u00a9\u00ae]\p{L}/u;
/** A mark that Vietnamese puts on vowels alone, on a consonant: it was typed beside its letter. */
const MARK_ASTRAY = /[b-df-hj-np-tv-xz][\u0309\u031b\u0323]/i;
/** Markup of web pages. */
const TAG = /<\/?[a-z][^<>]*>/i;
/** What people and programs write where there is nothing to write. */
const PLACEHOLDER =
  /^(?:[\s\p{P}\p{S}]+|0|x|null|none|nil|nan|n\/?a|undefined|trong|khuyet|khong(?: co| ro)?|chua (?:co|ro|cap nhat))$/u;
/** Spreadsheets make days of codes such as 3-12, and a list that they save then says 03-Dec or 03/12/2020. */
const LIKE_DAY =
  /^(?:\d{1,2}[-/](?:thg\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[-/]\d{2,4})?|\d{1,2}\/\d{1,2}\/\d{2,4}|(?:thg\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/]\d{2,4})$/i;
/** What separates the names of several people in one cell. */
const SEVERAL_PEOPLE = /[;,\n&+]|\s(?:và|and)\s/iu;
/** What a list adds to a name: a number, a telephone, a form of address, a remark in brackets. */
const MORE_THAN_A_NAME = /\d|[()]|^(?:đ\s*[/.]\s*c|đc|đồng chí|ông|bà|ô\.|b\.)[\s.:]+\S/iu;
/** Remains of UTF-8 that was decoded with another table and has lost bytes since. */
const REMNANTS = /á[»º]|Æ[°¡¯]|Ä[\u0080-\u00bf‘ƒ‚]|Ã[\u0080-\u00bf]/;

/** One line of text. */
export function text(most = 300): CellReader<string> {
  return (cell) => limited(cell, oneLine, most, LOST_AT_END);
}

/** The name of one person. */
export function personName(most = 300): CellReader<string> {
  const read = text(most);
  return (cell) => {
    const reading = read(cell);
    const isSeveral = typeof cell === 'string' && SEVERAL_PEOPLE.test(cell.trim());
    if ('misread' in reading || reading.doubt !== undefined) return reading;
    if (isSeveral) return { value: reading.value, doubt: 'people_several' };
    return MORE_THAN_A_NAME.test(reading.value) ? { value: reading.value, doubt: 'name_with_more' } : reading;
  };
}

/** Text with line breaks. */
export function paragraphs(most = 4_000): CellReader<string> {
  const tidy = (content: string) =>
    withoutEth(visibleText(content.replace(/\r\n?/g, '\n')))
      .replace(/[^\P{Cc}\t\n]/gu, ' ')
      .normalize('NFC')
      .trim();
  return (cell) => limited(cell, tidy, most);
}

function limited(
  cell: NonNullable<CellValue>,
  tidy: (content: string) => string,
  most: number,
  alsoLost: RegExp | null = null,
): Reading<string> {
  const content = textOf(cell, 'text_became_number');
  if ('misread' in content) return content;
  const value = tidy(content.value);
  const isLost = LOST_LETTERS.test(value) || REMNANTS.test(value) || alsoLost?.test(value) === true;
  if (isLost || CONTROL_INSIDE.test(content.value)) return misread('letters_lost', {});
  const foreign = hiddenForeigner(value);
  if (foreign !== null) return misread('letters_foreign', foreign);
  if (value.length > most) return misread('too_long', { most });
  if (isPlaceholder(value)) return { value, doubt: 'placeholder' };
  const isStrange = STRANGE_INSIDE.test(value) || MARK_ASTRAY.test(value.normalize('NFD')) || TAG.test(value);
  return isStrange ? { value, doubt: 'letters_strange' } : { ...content, value };
}

function isPlaceholder(value: string): boolean {
  const key = plainKey(value);
  return PLACEHOLDER.test(key === '' ? value : /^\p{P}*n\/a\p{P}*$/iu.test(value) ? 'na' : key);
}

/** A code such as `P8.5`: text without blanks, also where the spreadsheet turned it into a number. */
export const code: CellReader<string> = (cell) => {
  const content = textOf(cell, 'code_became_number');
  if ('misread' in content) return content;
  const value = oneLine(content.value);
  if (isRegisterCode(value)) return LIKE_DAY.test(value) ? { value, doubt: 'code_like_day' } : { ...content, value };
  const likely = likelyCode(value);
  return likely === null
    ? misread('code_malformed', {})
    : misread('code_look_alike', { letter: likely.sign, likely: likely.likely });
};

/** The text of a cell in a column of texts: whatever the spreadsheet turned it into, what it shows counts. */
function textOf(
  cell: NonNullable<CellValue>,
  becameNumber: 'text_became_number' | 'code_became_number',
): Reading<string> {
  if (typeof cell === 'string') return { value: cell };
  if (isDateCell(cell)) return misread('text_became_day', {});
  if (typeof cell === 'boolean') return misread('text_became_yes_or_no', {});
  if (isFormulaCell(cell)) return misread('formula_without_result', {});
  if (isNumberCell(cell)) return cell.text === null ? misread(becameNumber, {}) : { value: cell.text };
  const isShownWhole = Number.isInteger(cell) && Math.abs(cell) < FIRST_SHOWN_AS_POWER;
  return isShownWhole ? { value: String(cell), doubt: 'number_as_text' } : misread(becameNumber, {});
}

const NAMED_ADDRESSES = 3;

export const mail: CellReader<string> = (cell) => {
  const written = typeof cell === 'string' ? cell : '';
  const reading = readMailAddress(written);
  if ('address' in reading) return { value: reading.address };
  const several = addressesIn(written);
  if (several.length > 1) return misread('mails_several', { addresses: several.slice(0, NAMED_ADDRESSES) });
  return misread('not_a_mail', { near: reading.likely, letter: reading.letter });
};

/** As text: of a number the first zero is lost. */
export const telephone: CellReader<string> = (cell) => {
  const value = typeof cell === 'string' ? readTelephone(cell) : null;
  return value === null ? misread('not_a_telephone', {}) : { value };
};

const YES = new Set(['co', 'x', 'yes', 'y', 'true', 'dung', '1']);
const NO = new Set(['khong', 'ko', 'k', 'no', 'n', 'false', 'sai', '0']);
const CHECKED = /^[✓✔☑✅]\ufe0f?$/u;

export const yesOrNo: CellReader<boolean> = (cell) => {
  if (typeof cell === 'boolean') return { value: cell };
  const written = wordOf(cell);
  const word = plainKey(written);
  if (YES.has(word) || CHECKED.test(written.trim())) return { value: true };
  return NO.has(word) ? { value: false } : misread('not_yes_or_no', {});
};

/** The accepted words for each value of a fixed list; the template offers the first. */
export type Choices<V extends string> = Readonly<Record<V, readonly [vi: string, en: string, ...others: string[]]>>;

export function choice<V extends string>(choices: Choices<V>): CellReader<V> {
  const byWord = new Map<string, V>();
  for (const value of Object.keys(choices) as V[]) {
    for (const word of [value, ...choices[value]]) byWord.set(plainKey(word), value);
  }
  const offered = (Object.keys(choices) as V[]).map((value) => choices[value][0]);
  return (cell) => {
    const written = wordOf(cell);
    const value = byWord.get(plainKey(written));
    return value === undefined
      ? misread('not_a_choice', { choices: offered, near: nearest(written, offered) })
      : { value };
  };
}

function wordOf(cell: NonNullable<CellValue>): string {
  if (isNumberCell(cell)) return cell.text ?? cell.shown;
  return typeof cell === 'object' ? '' : String(cell);
}
