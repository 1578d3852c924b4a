import type { AccountId, SpecialistId } from '../../../kernel/id.ts';
import { type Day, firstDay, type Month } from '../../../kernel/month.ts';

/** The question to all specialists, on which days of a month they cannot be sent. */
export interface AvailabilityRound {
  readonly month: Month;
  /** The last day on which replies are waited for. */
  readonly until: Day;
  /** The number of the last mailing, from 1 on. */
  readonly mailing: number;
  readonly askedAt: Date;
  readonly askedBy: AccountId | null;
}

/** `nothing`: no day is blocked; `entered`: they have entered when they are away. */
export type ReplyKind = 'nothing' | 'entered';

export interface AvailabilityReply {
  readonly month: Month;
  readonly specialistId: SpecialistId;
  /** In which mailing this person was asked last. */
  readonly mailing: number;
  readonly askedAt: Date;
  readonly reply: { readonly kind: ReplyKind; readonly at: Date } | null;
}

/** Why a round cannot end on a day; null where it can. The plan is made before its month begins. */
export function untilFault(until: Day, month: Month, today: Day): 'past' | 'late' | null {
  if (until < today) return 'past';
  return until >= firstDay(month) ? 'late' : null;
}

/** Whether replies are still waited for; later ones count, but the plan may have been made. */
export function isWaitedFor({ until }: Pick<AvailabilityRound, 'until'>, today: Day): boolean {
  return today <= until;
}

/** What a reply means now: of whoever entered days and has taken all of them back, none is left. */
export function replyNow(reply: ReplyKind | null, daysAway: number): ReplyKind | null {
  return reply === 'entered' ? replyBy(daysAway) : reply;
}

/** What a reply says: whoever has entered days does not say that no day is blocked. */
export function replyBy(daysAway: number): ReplyKind {
  return daysAway > 0 ? 'entered' : 'nothing';
}
