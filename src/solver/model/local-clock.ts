import type { CalendarPolicy, DayPart } from '../problem.ts';

/** A point in time, to the minute, on the committee's calendar and clock. */
export interface LocalTime {
  /** Whole days since 1970-01-01. */
  readonly day: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly part: DayPart;
}

export type LocalClock = (minute: number) => LocalTime;

/** Policies never change after they were read, so each clock is made once. */
const clocks = new WeakMap<CalendarPolicy, LocalClock>();

/**
 * Reads minutes since 1970-01-01T00:00Z in the committee's time zone.
 * @throws RangeError for an unknown time zone.
 */
export function localClock(calendar: CalendarPolicy): LocalClock {
  const clock = clocks.get(calendar) ?? newClock(calendar);
  clocks.set(calendar, clock);
  return clock;
}

function newClock({ timeZone, afternoonFrom, eveningFrom }: CalendarPolicy): LocalClock {
  const format = formatIn(timeZone);
  const read = (minute: number): LocalTime => {
    const parts = new Map(format.formatToParts(minute * 60_000).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const day = Math.round(Date.UTC(of('year'), of('month') - 1, of('day')) / 86_400_000);
    const sinceMidnight = of('hour') * 60 + of('minute');
    const part = sinceMidnight >= eveningFrom ? 'evening' : sinceMidnight >= afternoonFrom ? 'afternoon' : 'morning';
    // 1970-01-01 was a Thursday.
    return { day, weekday: ((((day + 3) % 7) + 7) % 7) + 1, minute: sinceMidnight, part };
  };
  const known = new Map<number, LocalTime>();
  return (minute) => {
    const before = known.get(minute);
    if (before !== undefined) return before;
    const found = read(minute);
    known.set(minute, found);
    return found;
  };
}

export function isTimeZone(name: string): boolean {
  try {
    return formatIn(name).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** One takes long to make, and there are few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for an unknown time zone. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
