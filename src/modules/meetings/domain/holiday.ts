import type { Day } from '../../../kernel/month.ts';
import type { HolidayKind } from '../../../kernel/vocabulary.ts';

/** A day that differs from its weekday, as somebody entered it. */
export interface EnteredHoliday {
  /** For a yearly one, its first day. */
  readonly day: Day;
  readonly name: string;
  readonly kind: HolidayKind;
  /** Repeats on this date every year. */
  readonly isYearly: boolean;
  /** For a yearly one, its last year; null while it continues. */
  readonly lastYear: number | null;
}

/** A day off or worked day in effect: entered by somebody, set by law, or in lieu of a public holiday. */
export interface CountedHoliday {
  readonly name: string;
  readonly kind: HolidayKind;
  readonly from: 'entry' | 'law' | 'reckoned';
}
