import type { Month } from '../../kernel/month.ts';

/** `pages/calendar-file`: a month's calendar as a workbook, to be downloaded, changed and uploaded again. */
export interface CalendarFilePage {
  readonly month: Month;
  readonly calendarHref: string;
  readonly downloadHref: string;
  /** Null where the month is closed. */
  readonly action: string | null;
  /** Why the file could not be read at all. */
  readonly error: string | null;
  /** The first faults; nothing was imported. */
  readonly faults: readonly CalendarFaultLine[];
  readonly faultCount: number;
}

export interface CalendarFaultLine {
  /** In the sheet, from 1; null for the file as a whole. */
  readonly row: number | null;
  readonly column: string;
  readonly value: string;
  /** What is wrong and what to do. */
  readonly sentence: string;
}
