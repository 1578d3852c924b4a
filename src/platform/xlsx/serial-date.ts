import type { DateCell } from '../../kernel/workbook.ts';

const MINUTES_A_DAY = 1_440;
const DAY_MS = 86_400_000;
/** The number of days between the date systems of 1900 and 1904. */
const BEHIND_1904 = 1_462;
const LAST_SERIAL = 2_958_465;
/** The date system of 1900 has a 29 February 1900, which did not exist. */
const NO_DAY = 60;

/** What spreadsheet programs show for a date out of range. */
const OUT_OF_RANGE = '#####';

/** The day and time of a serial number, to the minute; a text where it represents none. */
export function serialDate(serial: number, counts1904: boolean): DateCell | string {
  const minutes = Math.round(serial * MINUTES_A_DAY);
  const timeOfDay = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const days = (minutes - timeOfDay) / MINUTES_A_DAY + (counts1904 ? BEHIND_1904 : 0);
  if (days === NO_DAY) return '29/02/1900';
  if (days < 1 || days > LAST_SERIAL || !Number.isFinite(days)) return OUT_OF_RANGE;
  const day = new Date(Date.UTC(1899, 11, days < NO_DAY ? 31 : 30) + days * DAY_MS).toISOString().slice(0, 10);
  return { day, time: timeOfDay === 0 ? null : clock(timeOfDay) };
}

/** The time of day of a fraction of a day; null outside of 0 to 1. */
export function serialTime(serial: number): DateCell | null {
  const minutes = Math.round(serial * MINUTES_A_DAY);
  return minutes >= 0 && minutes < MINUTES_A_DAY ? { day: null, time: clock(minutes) } : null;
}

/** 1.0208 as 24:30, as a duration format shows it. */
export function elapsed(serial: number): string {
  const minutes = Math.round(Math.abs(serial) * MINUTES_A_DAY);
  return (serial < 0 ? '-' : '') + clock(minutes);
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
