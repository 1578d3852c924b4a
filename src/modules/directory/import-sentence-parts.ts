import type { Locale } from '../../kernel/actor.ts';
import { formatDate, formatExactly, formatMonth } from '../../kernel/format.ts';
import { type Alphabet, alphabetOf } from '../../kernel/look-alikes.ts';
import type { Day } from '../../kernel/month.ts';
import { codePointName } from '../../kernel/visible-text.ts';
import type { Encoding } from './domain/import/csv/encodings.ts';
import type { ImportFaultCode, ImportFaultParams, ImportPlace } from './domain/import/fault.ts';
import type {
  DutyHit,
  ImportQuestion,
  ImportQuestionCode,
  ImportQuestionParams,
  Twins,
  TwoDays,
} from './domain/import/question.ts';

type FaultTexts = {
  readonly [C in ImportFaultCode as `import.fault.${C}`]: (p: ImportFaultParams[C] & ImportPlace) => string;
};
type QuestionTexts = {
  readonly [C in ImportQuestionCode as `import.question.${C}`]: (p: ImportQuestionParams[C] & QuestionPlace) => string;
};
export type ImportTexts = FaultTexts &
  QuestionTexts & { readonly 'import.question_rows': (p: QuestionPlace) => string };
export type QuestionPlace = Pick<ImportQuestion, keyof ImportPlace | 'rows' | 'count'>;

const NAMED_ROWS = 10;
export const viNumber = (value: number) => formatExactly('vi', value);
export const viDay = (day: string) => formatDate('vi', day as Day);
export const enNumber = (value: number) => formatExactly('en', value);
export const enDay = (day: string) => formatDate('en', day as Day);
export const viNear = (near: string | null) => (near === null ? '' : ` Có phải là “${near}”?`);
export const enNear = (near: string | null) => (near === null ? '' : ` Did you mean “${near}”?`);
export const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

export const viTwoDays = (examples: readonly TwoDays[]) =>
  examples.map(({ at, read, other }) => `${at} đọc là ${read}, cách kia là ${other}`).join('; ');
export const enTwoDays = (examples: readonly TwoDays[]) =>
  examples.map(({ at, read, other }) => `${at} is read as ${read}, otherwise ${other}`).join('; ');
export const REGISTERS = {
  vi: { branches: 'chi bộ', specialists: 'chuyên viên', departments: 'ban' },
  en: { branches: 'branches', specialists: 'specialists', departments: 'departments' },
} as const;
type MonthHit = ImportQuestionParams['archives_duties']['hits'][number];
const partsOf = (parts: readonly (readonly [number, string])[]) =>
  parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
export const viHit = ({ month, meetings, visits, people }: MonthHit) =>
  `tháng ${formatMonth('vi', month)} có ${partsOf([
    [meetings, 'cuộc sinh hoạt'],
    [visits, 'lượt dự đã công bố'],
  ])}${people.length === 0 ? '' : ` (${people.join(', ')})`}`;
export const enHit = ({ month, meetings, visits, people }: MonthHit) =>
  `${month} has ${partsOf([
    [meetings, 'meetings'],
    [visits, 'published visits'],
  ])}${people.length === 0 ? '' : ` (${people.join(', ')})`}`;
/** Visits and meetings ahead that something in a month affects. */
export const hitSentences = { vi: viHit, en: enHit };
export const viDuty = ({ day, name, branch }: DutyHit) => `${viDay(day)} ${name}, ${branch}`;
export const enDuty = ({ day, name, branch }: DutyHit) => `${day} ${name}, ${branch}`;
export const viTwins = (examples: readonly Twins[]) =>
  examples.map(({ name, codes, rows }) => `${name} (${codes.join(' và ')}, dòng ${rows.join(' và ')})`).join('; ');
export const enTwins = (examples: readonly Twins[]) =>
  examples.map(({ name, codes, rows }) => `${name} (${codes.join(' and ')}, rows ${rows.join(' and ')})`).join('; ');
export const GARBLINGS = {
  tcvn3: { vi: 'viết bằng phông cũ TCVN3 (ABC)', en: 'of the old fonts of TCVN3 (ABC)' },
  vni: { vi: 'viết bằng phông cũ VNI', en: 'of the old VNI fonts' },
  mojibake: { vi: 'bị sai bảng mã', en: 'decoded with the wrong table' },
  viqr: { vi: 'ghi dấu bằng ký hiệu (VIQR)', en: 'with tones as signs (VIQR)' },
  entities: { vi: 'bị đổi thành mã số của trang web', en: 'as numbers of a web page' },
} as const;
const ALPHABETS: Readonly<Record<Alphabet, { vi: string; en: string }>> = {
  cyrillic: { vi: 'Kirin', en: 'Cyrillic' },
  greek: { vi: 'Hy Lạp', en: 'Greek' },
  armenian: { vi: 'Armenia', en: 'Armenian' },
  full_width: { vi: 'cỡ rộng', en: 'full width' },
  mathematical: { vi: 'kiểu toán học', en: 'mathematical' },
  dash: { vi: 'gạch ngang khác dấu -', en: 'a dash other than -' },
  other: { vi: 'ký tự lạ', en: 'unusual' },
};
export const ENCODING_NAMES: Readonly<Record<Encoding, { vi: string; en: string }>> = {
  'utf-8': { vi: 'UTF-8', en: 'UTF-8' },
  'utf-16le': { vi: 'UTF-16', en: 'UTF-16' },
  'utf-16be': { vi: 'UTF-16 BE', en: 'UTF-16 BE' },
  'windows-1258': { vi: 'Windows-1258 (tiếng Việt)', en: 'Windows-1258 (Vietnamese)' },
  tcvn3: { vi: 'phông cũ TCVN3 (ABC)', en: 'old font TCVN3 (ABC)' },
  vni: { vi: 'phông cũ VNI', en: 'old font VNI' },
  'windows-1252': { vi: 'Windows-1252 (Tây Âu)', en: 'Windows-1252 (Western)' },
};
/** chữ “С” (Kirin, U+0421) */
export const letterIn = (locale: Locale, letter: string) =>
  `${locale === 'vi' ? 'chữ ' : ''}“${letter}” (${ALPHABETS[alphabetOf(letter)][locale]}, ${codePointName(letter)})`;

export const someRows = ({ rows, count }: QuestionPlace) =>
  rows.slice(0, NAMED_ROWS).join(', ') + (count > NAMED_ROWS ? ', …' : '');

/** Whether a text names more than one day: `14/02 - 20/02/2027`. */
export function severalDays(text: string | null): boolean {
  return (
    (text?.match(/\d{1,2}[/.-]\d{1,2}(?!\d)/g) ?? []).length > 1 && /(–|\bđến\b|\bto\b| - |[;,&])/.test(text ?? '')
  );
}
