import type { Month } from '../../kernel/month.ts';
import type { MeetingRef, PlanRef } from '../../kernel/id.ts';

/** `pages/desk-edit`: one change of a plan with what it costs, before it is made; for browsers without modules. */
export interface DeskEditPage {
  readonly month: Month;
  /** What would be done, as a sentence. */
  readonly what: string;
  readonly meetingHref: string;
  readonly action: string;
  readonly meetingId: MeetingRef;
  readonly who: string;
  readonly kind: string;
  /** Who goes in the place of `who`; null where nobody does. */
  readonly by: string | null;
  /** The meeting to which `who` goes instead; null where to none. */
  readonly to: MeetingRef | null;
  readonly planId: PlanRef;
  readonly revision: number;
  readonly can: 'yes' | 'with_reason' | 'no';
  readonly lines: readonly string[];
  readonly against: readonly string[];
  readonly reason: string;
  /** Why it was not done; null before it was tried. */
  readonly error: string | null;
}
