import type { UnmetMeeting, WhyHere, WhyNot, Witness } from '../solver/index.ts';

/** What `giaoban explain` answers. */
export type Explanation =
  | ({ readonly kind: 'why_here' } & WhyHere)
  | { readonly kind: 'why_not'; readonly specialistId: string; readonly meetingId: string; readonly answer: WhyNot }
  | ({ readonly kind: 'unmet'; readonly witness: Witness | null } & UnmetMeeting)
  /** The meeting has as many observers as it wants. */
  | { readonly kind: 'met'; readonly meetingId: string };
