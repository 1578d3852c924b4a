import type { BranchRef, MeetingRef } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/actor.ts';
import { MEETING_KINDS, type MeetingKind } from '../../../kernel/meeting-kind.ts';
import { type Day, dayIn, timeIn, writtenDay, writtenTime } from '../../../kernel/month.ts';
import { searchKey } from '../../../kernel/search-key.ts';
import { MEETING_KIND_TERMS } from '../../../kernel/vocabulary.ts';
import {
  type CellFormat,
  type CellValue,
  isDateCell,
  isNumberCell,
  type LaidCell,
  type LaidSheet,
  type Sheet,
} from '../../../kernel/workbook.ts';
import { type Meeting, minutesOf } from './meeting.ts';

/** The columns of a month's calendar as a workbook, in their order. */
export const CALENDAR_COLUMNS = [
  'id',
  'branch',
  'name',
  'kind',
  'day',
  'time',
  'minutes',
  'place',
  'note',
  'state',
  'revision',
] as const;
export type CalendarColumn = (typeof CALENDAR_COLUMNS)[number];

interface ColumnFacts {
  readonly vi: string;
  readonly en: string;
  readonly width: number;
  readonly format: CellFormat;
  readonly isRequired: boolean;
}

const fact = (vi: string, en: string, width: number, format: CellFormat, isRequired = false): ColumnFacts => ({
  vi,
  en,
  width,
  format,
  isRequired,
});

export const CALENDAR_COLUMN_FACTS: Readonly<Record<CalendarColumn, ColumnFacts>> = {
  id: fact('Mã cuộc họp', 'Meeting', 38, 'text'),
  branch: fact('Mã chi bộ', 'Branch code', 16, 'text', true),
  name: fact('Tên chi bộ', 'Branch', 40, 'text'),
  kind: fact('Loại sinh hoạt', 'Kind', 16, 'text', true),
  day: fact('Ngày họp', 'Day', 14, 'day', true),
  time: fact('Giờ', 'Time', 10, 'time', true),
  minutes: fact('Số phút', 'Minutes', 10, 'general', true),
  place: fact('Nơi họp khác', 'Other place', 40, 'text'),
  note: fact('Ghi chú', 'Note', 40, 'text'),
  state: fact('Đã hủy', 'Cancelled', 10, 'text'),
  // By it an old file cannot undo what others have changed since.
  revision: fact('Lần sửa', 'Revision', 10, 'general'),
};

const YES: Readonly<Record<Locale, string>> = { vi: 'có', en: 'yes' };
const NO: readonly string[] = ['', 'khong', 'no'];
const SHEET: Readonly<Record<Locale, string>> = { vi: 'Lịch họp', en: 'Calendar' };
const LEAST_MINUTES = 15;
const MOST_MINUTES = 600;
const LONGEST_PLACE = 300;
const LONGEST_NOTE = 500;

/** The calendar of a month as one sheet, which can be changed and read back. */
export function layCalendar(
  meetings: readonly Meeting[],
  branches: ReadonlyMap<string, CalendarBranch>,
  zone: string,
  locale: Locale,
): LaidSheet {
  const head = CALENDAR_COLUMNS.map((column): LaidCell => {
    const { isRequired } = CALENDAR_COLUMN_FACTS[column];
    return { value: CALENDAR_COLUMN_FACTS[column][locale], style: isRequired ? 'required' : 'header' };
  });
  const rows = meetings.map((meeting) => {
    const branch = branches.get(meeting.branchId);
    const values: Readonly<Record<CalendarColumn, CellValue>> = {
      id: meeting.id,
      branch: branch?.code ?? '',
      name: branch?.name ?? '',
      kind: MEETING_KIND_TERMS[meeting.kind][locale],
      day: { day: dayIn(zone, meeting.startsAt), time: null },
      time: { day: null, time: timeIn(zone, meeting.startsAt) },
      minutes: minutesOf(meeting),
      place: meeting.place === '' ? null : meeting.place,
      note: meeting.note === '' ? null : meeting.note,
      state: meeting.state === 'cancelled' ? YES[locale] : null,
      revision: meeting.revision,
    };
    return CALENDAR_COLUMNS.map((column): LaidCell => ({
      value: values[column],
      format: CALENDAR_COLUMN_FACTS[column].format,
    }));
  });
  return {
    name: SHEET[locale],
    rows: [head, ...rows],
    columns: CALENDAR_COLUMNS.map((column) => ({ width: CALENDAR_COLUMN_FACTS[column].width })),
    frozen: true,
  };
}

export interface CalendarBranch {
  readonly id: BranchRef;
  readonly code: string;
  readonly name: string;
  readonly isInUse: boolean;
}

/** A row as somebody wants it. */
export interface WantedMeetingRow {
  /** In the sheet, from 1. */
  readonly row: number;
  /** Null for a meeting that the calendar does not have. */
  readonly id: MeetingRef | null;
  readonly branchCode: string;
  readonly kind: MeetingKind;
  readonly day: Day;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  readonly note: string;
  readonly isCancelled: boolean;
  /** Of the meeting when the file was downloaded; null where the file does not say. */
  readonly revision: number | null;
}

export type CalendarFaultCode =
  | 'no_sheet'
  | 'no_column'
  | 'empty'
  | 'not_a_kind'
  | 'not_a_day'
  | 'not_a_time'
  | 'not_minutes'
  | 'too_long'
  | 'not_yes_or_no'
  | 'unknown_meeting'
  | 'other_branch'
  | 'unknown_branch'
  | 'outside_month'
  | 'listed_twice'
  | 'changed_since';

export interface CalendarFault {
  /** In the sheet, from 1; null for the file as a whole. */
  readonly row: number | null;
  readonly column: CalendarColumn | null;
  readonly code: CalendarFaultCode;
  readonly value: string;
}

/** The rows of a workbook; all faults at once, with the values that are at fault. */
export function readCalendar(sheets: readonly Sheet[]): { rows: WantedMeetingRow[]; faults: CalendarFault[] } {
  const found = sheets.flatMap((sheet) => sheet.rows.map((cells, at) => ({ sheet, at, columns: headsIn(cells) })));
  const head = found.find(({ columns }) => columns.has('branch') && columns.has('day'));
  if (!head) return { rows: [], faults: [{ row: null, column: null, code: 'no_sheet', value: '' }] };
  const missing = CALENDAR_COLUMNS.filter(
    (column) => CALENDAR_COLUMN_FACTS[column].isRequired && !head.columns.has(column),
  );
  if (missing.length > 0) {
    const faults = missing.map((column): CalendarFault => ({ row: null, column, code: 'no_column', value: '' }));
    return { rows: [], faults };
  }
  const rows: WantedMeetingRow[] = [];
  const faults: CalendarFault[] = [];
  for (const [offset, cells] of head.sheet.rows.slice(head.at + 1).entries()) {
    if (cells.every((cell) => shown(cell) === '')) continue;
    const row = head.at + offset + 2;
    const read = readRow(row, (column) => cells[head.columns.get(column) ?? -1] ?? null);
    if (Array.isArray(read)) faults.push(...read);
    else rows.push(read);
  }
  return { rows, faults };
}

function headsIn(cells: readonly CellValue[]): ReadonlyMap<CalendarColumn, number> {
  const keys = new Map(
    CALENDAR_COLUMNS.flatMap((column) => {
      const { vi, en } = CALENDAR_COLUMN_FACTS[column];
      return [vi, en].map((name) => [searchKey(name), column] as const);
    }),
  );
  return new Map(
    cells.flatMap((cell, index) => {
      const column = typeof cell === 'string' ? keys.get(searchKey(cell.trim())) : undefined;
      return column === undefined ? [] : [[column, index] as const];
    }),
  );
}

function readRow(row: number, cellOf: (column: CalendarColumn) => CellValue): WantedMeetingRow | CalendarFault[] {
  const faults: CalendarFault[] = [];
  const text = (column: CalendarColumn) => shown(cellOf(column));
  const wrong = (column: CalendarColumn, code: CalendarFaultCode): null => {
    const value = text(column);
    faults.push({ row, column, code: value === '' ? 'empty' : code, value });
    return null;
  };
  const branchCode = text('branch');
  if (branchCode === '') wrong('branch', 'empty');
  const kindKey = searchKey(text('kind'));
  const kind =
    MEETING_KINDS.find((one) => Object.values(MEETING_KIND_TERMS[one]).some((term) => searchKey(term) === kindKey)) ??
    wrong('kind', 'not_a_kind');
  const day = dayOf(cellOf('day')) ?? wrong('day', 'not_a_day');
  const time = timeOf(cellOf('time')) ?? wrong('time', 'not_a_time');
  const minutes = minutesIn(text('minutes')) ?? wrong('minutes', 'not_minutes');
  const [place, note] = [text('place'), text('note')];
  if (place.length > LONGEST_PLACE) wrong('place', 'too_long');
  if (note.length > LONGEST_NOTE) wrong('note', 'too_long');
  const state = searchKey(text('state'));
  const isCancelled = Object.values(YES).some((yes) => searchKey(yes) === state);
  if (!isCancelled && !NO.includes(state)) wrong('state', 'not_yes_or_no');
  if (kind === null || day === null || time === null || minutes === null || faults.length > 0) return faults;
  const id = text('id') === '' ? null : text('id').toLowerCase();
  const revision = /^\d{1,9}$/.test(text('revision')) ? Number(text('revision')) : null;
  return { row, id, branchCode, kind, day, time, minutes, place, note, isCancelled, revision };
}

function dayOf(cell: CellValue): Day | null {
  return writtenDay(isDateCell(cell) ? (cell.day ?? '') : shown(cell));
}

const MINUTES_A_DAY = 1_440;

/** A true time, a written one, or the fraction of a day that spreadsheets store. */
function timeOf(cell: CellValue): string | null {
  if (isDateCell(cell)) return cell.time;
  const fraction = isNumberCell(cell) ? cell.number : typeof cell === 'number' ? cell : null;
  if (fraction !== null && fraction > 0 && fraction < 1) {
    const minutes = Math.round(fraction * MINUTES_A_DAY);
    return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  }
  return writtenTime(shown(cell));
}

function minutesIn(text: string): number | null {
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES ? minutes : null;
}

function shown(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.normalize('NFC').trim();
  if (isDateCell(cell)) return [cell.day, cell.time].filter((part) => part !== null).join(' ');
  if (isNumberCell(cell)) return cell.text ?? cell.shown;
  return typeof cell === 'object' ? '' : String(cell);
}
