import type { MeetingRef, SpecialistRef } from '../kernel/id.ts';
import type { UnmetMeeting, WhyHere, WhyNot, Witness } from '../solver/index.ts';

/** The answer of `giaoban explain`. */
export type Explanation =
  | ({ readonly kind: 'why_here' } & WhyHere)
  | {
      readonly kind: 'why_not';
      readonly specialistId: SpecialistRef;
      readonly meetingId: MeetingRef;
      readonly answer: WhyNot;
    }
  | ({ readonly kind: 'unmet'; readonly witness: Witness | null } & UnmetMeeting)
  /** The meeting has all its observers. */
  | { readonly kind: 'met'; readonly meetingId: MeetingRef };
