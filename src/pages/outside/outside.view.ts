import type { Month } from '../../kernel/month.ts';
import type { PlanRef } from '../../kernel/id.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { MeetingValues } from '../month/calendar.view.ts';

/** `pages/outside`: a meeting that is not in the calendar of a published month, entered with those who go there. */
export interface OutsidePage {
  readonly month: Month;
  readonly backHref: string;
  readonly action: string;
  readonly planId: PlanRef;
  readonly seen: number;
  readonly branches: readonly Option[];
  readonly kinds: readonly Option[];
  readonly values: Pick<MeetingValues, 'day' | 'time' | 'minutes' | 'place'>;
  /** One list for each seat; the first option is nobody. */
  readonly observers: readonly {
    readonly name: string;
    readonly number: number;
    readonly people: readonly Option[];
  }[];
  /** For somebody who has no entry in the register; empty where everybody has one. */
  readonly departments: readonly Option[];
  /** Whether such visits count towards shares, by the policy of the month. */
  readonly counts: boolean;
  readonly reason: string;
  readonly errors: Readonly<Record<string, string>>;
  /** Why it was not done. */
  readonly error: string | null;
  /** The rules that stand against it, in words. */
  readonly against: readonly string[];
}

/** `pages/outside-not-yet`: the month is not published, so that everything can still be planned. */
export interface OutsideNotYetPage {
  readonly month: Month;
  readonly backHref: string;
  readonly calendarHref: string;
  readonly deskHref: string;
}
