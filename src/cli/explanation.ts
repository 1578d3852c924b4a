import type { UnmetMeeting, WhyHere, WhyNot, Witness } from '../solver/index.ts';

/** The answer of `giaoban explain`. */
export type Explanation =
  | ({ readonly kind: 'why_here' } & WhyHere)
  | { readonly kind: 'why_not'; readonly specialistId: string; readonly meetingId: string; readonly answer: WhyNot }
  | ({ readonly kind: 'unmet'; readonly witness: Witness | null } & UnmetMeeting)
  /** The meeting has all its observers. */
  | { readonly kind: 'met'; readonly meetingId: string };
