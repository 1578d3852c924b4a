import { addDays, day as realDay, type Day, isMonth, type Month, monthOf } from '../../../../kernel/month.ts';
import { isDateCell, isNumberCell } from '../../../../kernel/workbook.ts';
import { plainKey, plainSigns } from './fold.ts';
import { type CellReader, misread, type Reading } from './reading.ts';

const WORDED_DAY = /^(?:ngày )?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})$/i;
const MIDNIGHT = /[T ]0?0:00(?::00(?:\.0+)?)?Z?$/;
const TIME_BEHIND = /^\d[\d/.-]*[T ]+\d{1,2}:\d{2}/;

/** What only a day of the moon is called; mùng 3 is said of the sun's months too. */
const LUNAR = /(?:^|[\s(])(?:âm lịch|âl|al|a\.l\.?|rằm|giao thừa)(?:$|[\s).,])/iu;
/** Between the years of the Buddhist calendar and ours, as spreadsheets count them. */
const BUDDHIST_YEARS = 543;

/** A day from 2001 to 2079 in a list that was saved without the formats of its cells. */
const SERIAL = /^(?:3[7-9]\d{3}|[45]\d{4}|6[0-5]\d{3})(?:[.,]0+)?$/;
/** Day 0 for all days after 29 February 1900, which spreadsheets count although it did not exist. */
const BEFORE_FIRST = '1899-12-30' as Day;

/** A true date, dd/MM/yyyy or yyyy-MM-dd; 3/4/2020 without its zeros may be in American order. */
export const day: CellReader<Day> = (cell) => {
  if (isDateCell(cell)) {
    if (cell.day === null) return misread('not_a_day', {});
    if (cell.time !== null) return misread('day_with_time', {});
    const reading = plausible(cell.day);
    // 30/4 typed without a year becomes a day of the year in which it was typed.
    return cell.isPartlySeen && 'value' in reading ? { ...reading, doubt: 'day_unseen' } : reading;
  }
  if (typeof cell !== 'string') return misread('not_a_day', {});
  if (SERIAL.test(cell.trim())) return ofSerial(Number.parseInt(cell.trim(), 10));
  const written = plainSigns(cell)
    .replace(MIDNIGHT, '')
    .replace(/ ?([/.-]) ?/g, '$1');
  if (TIME_BEHIND.test(written)) return misread('day_with_time', {});
  if (LUNAR.test(written)) return misread('day_lunar', {});
  const [, year4 = '', , month4 = '', day4 = ''] = /^(\d{4})([/.-])(\d{2})\2(\d{2})$/.exec(written) ?? [];
  if (year4 !== '') return plausible(isoDay(year4, month4, day4));
  const words = WORDED_DAY.exec(written);
  if (words !== null) return plausible(isoDay(words[3] ?? '', words[2] ?? '', words[1] ?? ''));
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(written);
  if (parts === null) return misread('not_a_day', {});
  const [, first = '', , second = '', year = ''] = parts;
  const dayFirst = isoDay(year, second, first);
  if (first.length === 1 || second.length === 1) {
    const readings = [dayFirst, isoDay(year, first, second)].filter((reading) => 'value' in plausible(reading));
    if (new Set(readings).size > 1) return misread('day_ambiguous', { readings });
  }
  return plausible(dayFirst);
};

/** 12/2020, 2020-12 or any day of it; a spreadsheet turns the first into the first day of the month. */
export const month: CellReader<Month> = (cell) => {
  if (typeof cell === 'string') {
    const written = plainSigns(cell)
      .replace(/^tháng /i, '')
      .replace(/ ?([/.-]) ?/g, '$1');
    const [, first = '', second = ''] = /^(\d{1,2})[/.-](\d{4})$/.exec(written) ?? [];
    const [, year = second, number = first] = /^(\d{4})[/.-](\d{1,2})$/.exec(written) ?? [];
    if (year !== '') {
      const value = `${year}-${number.padStart(2, '0')}`;
      return isMonth(value) && value >= '1900-01' && value < '2101-01' ? { value } : misread('not_a_month', {});
    }
  }
  const reading = day(cell);
  if ('misread' in reading) return misread('not_a_month', {});
  return { ...reading, value: monthOf(reading.value) };
};

/** A number of digits may be anything, so it is asked. */
function ofSerial(serial: number): Reading<Day> {
  return { value: addDays(BEFORE_FIRST, serial), doubt: 'serial_day' };
}

function isoDay(year: string, month: string, dayOfMonth: string): string {
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

function plausible(iso: string): Reading<Day> {
  if (iso >= '2443' && iso < '2644') {
    const likely = plausible(`${Number(iso.slice(0, 4)) - BUDDHIST_YEARS}${iso.slice(4)}`);
    return misread('day_buddhist', { likely: 'value' in likely ? likely.value : null });
  }
  try {
    const value = realDay(iso);
    return iso >= '1900-01-01' && iso < '2101-01-01' ? { value } : misread('day_impossible', {});
  } catch {
    return misread('day_impossible', {});
  }
}

const MINUTES_A_DAY = 1_440;
const MIDNIGHT_AT_END = /^24\s*(?:[:.h]\s*(?:00)?|g|giờ)(?:[:.]00)?$/i;
const HOUR = String.raw`(?:lúc |vào lúc )?(\d{1,2})`;
const MINUTES = String.raw`[:.]\s*(?<after>\d{2})|(?:giờ|gio|h|g)(?!\p{L})\s*(?:(?<behind>\d{2})|(?<half>rưỡi))?`;
const UNIT = String.raw`(?:(?:phút|phut|ph|p|'|m)(?![\p{L}.]))?`;
const WRITTEN_TIME = new RegExp(
  String.raw`^${HOUR}\s*(?:${MINUTES})(?:[:.]00)?\s*${UNIT}(?:\s*(?<part>[\p{L}.]+))?$`,
  'iu',
);

/** 0,8125, as in a list saved without cell formats. */
const WRITTEN_FRACTION = /^0[.,]\d{3,}$/;

/** 19:30, 19h30, 7 giờ 30 tối, a true time, or the fraction of a day that spreadsheets store. */
export const time: CellReader<string> = (cell) => {
  if (isDateCell(cell)) {
    return cell.day === null && cell.time !== null ? { value: cell.time } : misread('not_a_time', {});
  }
  if (isNumberCell(cell) && cell.kind === 'number') return timeOfFraction(cell.number);
  if (typeof cell === 'number') return timeOfFraction(cell);
  if (typeof cell === 'string' && WRITTEN_FRACTION.test(cell.trim())) {
    return timeOfFraction(Number(cell.trim().replace(',', '.')));
  }
  const written = plainSigns(isNumberCell(cell) ? cell.shown : typeof cell === 'string' ? cell : '');
  const parts = WRITTEN_TIME.exec(written);
  if (parts === null) return spanOrPart(written) ?? misread('not_a_time', {});
  const { after, behind = after, half, part } = parts.groups ?? {};
  const hour = hourOf(Number(parts[1]), part);
  const minute = half === undefined ? Number(behind ?? '0') : 30;
  return hour !== null && hour < 24 && minute < 60 ? { value: clock(hour, minute) } : misread('not_a_time', {});
};

/** 19h30–21h00 holds both ends of a meeting, and chiều none; both tell what is to be written. */
function spanOrPart(written: string): ReturnType<typeof misread> | null {
  const ends = written.replace(/^từ /i, '').split(/\s*(?:-|–|—|~|→|đến|tới)\s*/i);
  const [first = '', last = ''] = ends.map((end) => end.trim());
  if (ends.length === 2 && first !== '' && last !== '') {
    const to = time(last);
    const part = WRITTEN_TIME.exec(last)?.groups?.['part'];
    // In 2h – 4h chiều both are in the afternoon, in 10h – 2h chiều only the end is.
    const begins = [...(part === undefined ? [] : [`${first} ${part}`]), first].map((each) => time(each));
    for (const from of begins) {
      if ('value' in from && 'value' in to && from.value < to.value) {
        return misread('time_with_end', { from: from.value, to: to.value });
      }
    }
  }
  const part = HOURS_OF_PARTS[plainKey(written).replace(/^buoi /, '')];
  return part ? misread('time_without_hour', part) : null;
}

/** From when to when meetings begin that are said to be in a part of the day. */
const HOURS_OF_PARTS: Readonly<Record<string, { from: string; to: string } | undefined>> = {
  sang: { from: '06:00', to: '11:30' },
  trua: { from: '11:00', to: '13:30' },
  chieu: { from: '13:00', to: '18:00' },
  toi: { from: '18:00', to: '21:00' },
};

/** The end of hours of a day, which may be its midnight: 24:00, however it is written. */
export const endOfHours: CellReader<string> = (cell) => {
  const written = plainSigns(isNumberCell(cell) ? cell.shown : typeof cell === 'string' ? cell : '');
  if (MIDNIGHT_AT_END.test(written) || (typeof cell === 'number' && cell === 1)) return { value: '24:00' };
  const reading = time(cell);
  return 'value' in reading && reading.value === '00:00' ? { value: '24:00' } : reading;
};

function timeOfFraction(fraction: number): Reading<string> {
  const minutes = Math.round(fraction * MINUTES_A_DAY);
  // Meetings begin at round minutes: 0,3 is rather something else than 07:12.
  if (fraction < 0 || minutes >= MINUTES_A_DAY || minutes % 5 > 0) return misread('not_a_time', {});
  return { value: clock(Math.floor(minutes / 60), minutes % 60) };
}

/** By part of the day: how an hour said in it converts to 24 hours; null where it does not belong to that part. */
const PARTS_OF_DAY: Readonly<Record<string, (hour: number) => number | null>> = {
  sang: (hour) => (hour < 12 ? hour : null),
  am: (hour) => (hour === 12 ? 0 : hour < 12 ? hour : null),
  trua: (hour) => (hour >= 10 && hour <= 14 ? hour : hour <= 2 ? hour + 12 : null),
  chieu: (hour) => (hour >= 12 && hour < 19 ? hour : hour >= 1 && hour < 7 ? hour + 12 : null),
  toi: (hour) => (hour >= 17 ? hour : hour >= 5 && hour < 12 ? hour + 12 : null),
  dem: (hour) => (hour >= 19 ? hour : hour >= 8 && hour < 12 ? hour + 12 : null),
  pm: (hour) => (hour >= 12 ? hour : hour + 12),
};

/** Null where the word is no part of a day, or contradicts the hour: 19h30 sáng. */
function hourOf(hour: number, partOfDay: string | undefined): number | null {
  if (partOfDay === undefined) return hour;
  const word = plainKey(partOfDay).replaceAll(' ', '');
  return Object.hasOwn(PARTS_OF_DAY, word) ? (PARTS_OF_DAY[word]?.(hour) ?? null) : null;
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
