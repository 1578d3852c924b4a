import {
  type DayOfMonth,
  isNthWeekday,
  type Nth,
  NTHS,
  type NthWeekday,
  shortNthWeekday,
  WEEKDAY_CODES,
} from '../../../../kernel/day-of-month.ts';
import { plainKey, plainSigns } from './fold.ts';
import { whole } from './number-readers.ts';
import { type CellReader, misread } from './reading.ts';
import type { Choices } from './text-readers.ts';

const ALL = NTHS.flatMap((nth) => WEEKDAY_CODES.map((code): NthWeekday => `${nth}${code}`));

/** Every weekday of a month as a cell holds it: `T3/2`, `Tue/2`. */
export const NTH_WEEKDAYS: Choices<string> = Object.fromEntries(
  ALL.map((each) => [each, [shortNthWeekday('vi', each), shortNthWeekday('en', each)] as const]),
);

const number = whole(1, 31);

/** When a branch meets each month: a day (1–31), or a weekday of the month such as `T3/2` or `thứ Sáu cuối tháng`. */
export const dayOfMonth: CellReader<DayOfMonth> = (cell) => {
  const weekday = typeof cell === 'string' ? nthWeekday(cell) : null;
  if (weekday !== null) return { value: weekday };
  const reading = number(typeof cell === 'string' ? bareDay(cell) : cell);
  return 'misread' in reading && reading.misread.code === 'not_a_number'
    ? misread('meeting_day_malformed', {})
    : reading;
};

/** `ngày 3 hằng tháng`, `mùng 3`: the number alone. */
function bareDay(cell: string): string {
  const { day } = /^(?:ngay|mung|mong) (?<day>\d{1,2})$/.exec(plainKey(cell).replace(EVERY_MONTH, ''))?.groups ?? {};
  return day ?? cell;
}

const WEEKDAYS: readonly RegExp[] = [
  /^(?:(?:t|thu) ?2|thu hai|mon(?:day)?)$/,
  /^(?:(?:t|thu) ?3|thu ba|tue(?:s|sday)?)$/,
  /^(?:(?:t|thu) ?4|thu tu|wed(?:nesday)?)$/,
  /^(?:(?:t|thu) ?5|thu nam|thu(?:rs|rsday)?)$/,
  /^(?:(?:t|thu) ?6|thu sau|fri(?:day)?)$/,
  /^(?:(?:t|thu) ?7|thu bay|sat(?:urday)?)$/,
  /^(?:cn|chu nhat|sun(?:day)?)$/,
];

const NUMBERS: readonly (readonly [nth: Nth, words: RegExp])[] = [
  [1, /^(?:1|1st|first|nhat|mot|dau|dau tien)$/],
  [2, /^(?:2|2nd|second|hai)$/],
  [3, /^(?:3|3rd|third|ba)$/],
  [4, /^(?:4|4th|fourth|tu|bon)$/],
  [5, /^(?:5|5th|fifth|nam)$/],
  [-1, /^(?:cuoi|cuoi cung|last)$/],
];

/**
 * The ways to put a weekday and its number. A number alone after a weekday is read only behind a slash, because “T3, 4”
 * and “thứ ba, thứ tư” are two weekdays.
 */
const FORMS: readonly RegExp[] = [
  /^(?<weekday>[a-z0-9 ]+?) ?\/ ?(?:tuan )?(?:thu )?(?<nth>[a-z0-9 ]+)$/,
  /^(?<weekday>[a-z0-9 ]+?) (?:tuan|lan|week) (?:thu )?(?<nth>[a-z0-9 ]+)$/,
  /^(?<weekday>[a-z0-9 ]+?) (?<nth>dau|dau tien|cuoi|cuoi cung|last)$/,
  /^(?<nth>1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last) (?<weekday>[a-z]+)$/,
];
const EVERY_MONTH = / (?:(?:trong|cua|hang|moi) )?thang$| of (?:the|each|every) month$/;

function nthWeekday(cell: string): NthWeekday | null {
  const written = plainSigns(cell);
  const code = written.toUpperCase();
  if (isNthWeekday(code)) return code;
  const words = written
    .split('/')
    .map((piece) => plainKey(piece))
    .join('/')
    .replace(EVERY_MONTH, '');
  for (const form of FORMS) {
    const { weekday = '', nth = '' } = form.exec(words)?.groups ?? {};
    const found = WEEKDAY_CODES[WEEKDAYS.findIndex((names) => names.test(weekday))];
    const [which] = NUMBERS.find(([, names]) => names.test(nth)) ?? [];
    if (found !== undefined && which !== undefined) return `${which}${found}`;
  }
  return null;
}
