import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import type { Meeting, Specialist } from '../problem.ts';

/** What may happen to a month after its plan was published. Times are minutes since 1970-01-01T00:00Z. */
export type MonthEvent =
  | { readonly kind: 'leave'; readonly specialistId: SpecialistRef; readonly from: number; readonly to: number }
  /** Somebody gives a visit back. */
  | { readonly kind: 'declined'; readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }
  | { readonly kind: 'moved'; readonly meetingId: MeetingRef; readonly start: number; readonly end: number }
  | { readonly kind: 'cancelled'; readonly meetingId: MeetingRef }
  /** A new meeting. */
  | { readonly kind: 'called'; readonly meeting: Meeting }
  | { readonly kind: 'joined'; readonly specialist: Specialist }
  /** Gone for good: all their visits go to others. */
  | { readonly kind: 'left'; readonly specialistId: SpecialistRef };

/** A plan that people already know. */
export interface KnownPlan {
  readonly assignments: readonly KnownAssignment[];
}

export interface KnownAssignment {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
  /** The person has accepted the visit: it stays unless an event makes it impossible. */
  readonly accepted?: boolean;
}
