import type { Day, Month } from '../../kernel/month.ts';
import type { HolidayKind } from '../../kernel/vocabulary.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { TouchedLine } from './touched.view.ts';

/** The columns by which the list can be sorted. */
export type HolidayOrder = 'day' | 'name' | 'kind' | 'from';

/** `pages/holidays` */
export interface HolidaysPage {
  readonly year: number;
  readonly previousHref: string;
  readonly nextHref: string;
  /** Whether the year's announcement of days off has been entered. */
  readonly isAnnounced: boolean;
  readonly heads: Readonly<Record<HolidayOrder, SortHead>>;
  readonly days: readonly HolidayRow[];
  /** Null for people who may only read. */
  readonly form: HolidayForm | null;
}

export interface HolidayRow {
  readonly day: Day;
  readonly name: string;
  readonly kind: HolidayKind;
  readonly from: 'entry' | 'law' | 'reckoned';
  readonly isYearly: boolean;
  /** Meetings on the day, in existing calendars. */
  readonly meetings: number;
  readonly meetingsHref: string | null;
  readonly removeAction: string | null;
  /** The day of the entry; for a yearly one its first. */
  readonly entryDay: Day;
}

export interface HolidayForm {
  readonly action: string;
  readonly day: string;
  readonly name: string;
  readonly kinds: readonly Option[];
  readonly isYearly: boolean;
  readonly error: string | null;
  readonly errors: Readonly<Record<string, string>>;
  /** What saving affects, to be confirmed; null before that is known. */
  readonly effect: HolidayEffect | null;
}

export interface HolidayEffect {
  readonly day: Day;
  /** Published visits on the day. */
  readonly visits: readonly TouchedLine[];
  /** Meetings on the day in calendars that are not published. */
  readonly meetings: number;
  readonly month: Month;
}
