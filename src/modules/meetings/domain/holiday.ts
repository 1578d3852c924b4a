import type { Day } from '../../../kernel/month.ts';
import type { HolidayKind } from '../../../kernel/vocabulary.ts';

/** A day of the year that is not what its weekday says, as somebody entered it. */
export interface EnteredHoliday {
  /** Of a yearly one, its first. */
  readonly day: Day;
  readonly name: string;
  readonly kind: HolidayKind;
  /** Comes again on this date every year. */
  readonly isYearly: boolean;
  /** Of a yearly one, the last year that has it; null while it goes on. */
  readonly lastYear: number | null;
}

/** A day as it counts: entered by somebody, set by the law, or in lieu of such a day by the law's reckoning. */
export interface CountedHoliday {
  readonly name: string;
  readonly kind: HolidayKind;
  readonly from: 'entry' | 'law' | 'reckoned';
}
