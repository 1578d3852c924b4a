import { DomainError } from '../../../kernel/domain-error.ts';
import type {
  AccountId,
  AmendmentId,
  DocumentId,
  MeetingId,
  PlanId,
  SpecialistId,
  VisitId,
} from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import { holdsSeat, mustBeAhead } from '../../visits/index.ts';
import type {} from '../errors.ts';
import type { EditEffect } from './desk-action.ts';
import { type Duty, dutyKey } from './plan-decision.ts';
import type { PublishedMonth, PublishedVisit } from './published-month.ts';

/** `board`: by the board, with a notice; `swap`: two people have agreed on it; `outside`: to a
 * meeting that was not in the calendar. */
export const AMENDMENT_KINDS = ['board', 'swap', 'outside'] as const;
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number];

/** What somebody asks for; a replacement is both on one meeting. */
export type AmendmentChange =
  | { readonly kind: 'release'; readonly visitId: VisitId }
  | { readonly kind: 'send'; readonly specialistId: SpecialistId; readonly meetingId: MeetingId };

/** What an amendment has done. */
export interface MadeChange extends Duty {
  readonly kind: AmendmentChange['kind'];
  /** The visit that was taken off, or the new one. */
  readonly visitId: VisitId;
  /** The visit that took the seat of the one that was taken off; null where nobody goes instead, and of a new one. */
  readonly replacedById: VisitId | null;
  /** Rules of planning that it breaks for the reason of the amendment, as the engine names them. */
  readonly overrules: readonly string[];
}

/** A recorded change of a published plan. */
export interface Amendment {
  readonly id: AmendmentId;
  readonly planId: PlanId;
  readonly month: Month;
  /** From 1 in each month, without gaps. */
  readonly number: number;
  readonly kind: AmendmentKind;
  readonly reason: string;
  /** Its numbered notice; null for a kind that has none. */
  readonly noticeId: DocumentId | null;
  readonly changes: readonly MadeChange[];
  /** Of the plan, after it. */
  readonly revision: number;
  readonly madeAt: Date;
  readonly madeBy: AccountId | null;
}

const LONGEST_REASON = 500;

/** @throws DomainError plan.amendment_reason_missing, plan.amendment_reason_long, because nothing is cut silently */
export function readAmendmentReason(typed: string): string {
  const reason = plainText(typed);
  const { length } = reason;
  if (length === 0) throw new DomainError('plan.amendment_reason_missing', {});
  if (length > LONGEST_REASON) {
    throw new DomainError('plan.amendment_reason_long', { length, longest: LONGEST_REASON });
  }
  return reason;
}

/** Whom it takes off and whom it sends, and whose seat each of those takes. */
export interface PlannedAmendment {
  readonly effect: EditEffect;
  readonly released: readonly PublishedVisit[];
  readonly sent: readonly SentDuty[];
}

export interface SentDuty extends Duty {
  /** The visit that has left its seat, now or before; null for an additional observer. */
  readonly insteadOf: PublishedVisit | null;
}

/**
 * What these changes do to a month, whichever rules they may break. What has begun is over: nobody is taken off, and
 * nobody sent there.
 * @throws DomainError plan.amendment_empty, plan.unknown_duty, plan.meeting_begun, visit.not_ahead, plan.already_so
 */
export function plannedAmendment(
  changes: readonly AmendmentChange[],
  month: Pick<PublishedMonth, 'facts' | 'problem' | 'visits'>,
  now: Date | null,
): PlannedAmendment {
  if (changes.length === 0) throw new DomainError('plan.amendment_empty', {});
  const released = changes.flatMap((change) => (change.kind === 'release' ? [releasedBy(change.visitId, month)] : []));
  const sent = changes.flatMap((change) => (change.kind === 'send' ? [sentBy(change, month)] : []));
  const begun = [...released.map(({ startsAt }) => startsAt), ...sent.map(({ startsAt }) => startsAt)];
  if (now && begun.some((startsAt) => startsAt <= now)) throw new DomainError('plan.meeting_begun', {});
  for (const visit of released) mustBeAhead(visit);
  const going = month.visits.filter(({ state }) => holdsSeat(state)).map(dutyKey);
  const isTwice = [released, sent].some((list) => new Set(list.map(dutyKey)).size < list.length);
  if (isTwice || sent.some((duty) => going.includes(dutyKey(duty)))) throw new DomainError('plan.already_so', {});
  const pairOf = ({ specialistId, meetingId }: Duty): Duty => ({ specialistId, meetingId });
  return {
    effect: { added: sent.map(pairOf), dropped: released.map(pairOf), decisions: [] },
    released,
    sent: withSeats(sent.map(pairOf), released, month.visits),
  };
}

function releasedBy(id: VisitId, { visits }: Pick<PublishedMonth, 'visits'>): PublishedVisit {
  const visit = visits.find((one) => one.id === id);
  if (!visit) throw new DomainError('plan.unknown_duty', {});
  return visit;
}

function sentBy(
  { specialistId, meetingId }: Duty,
  { facts, problem }: Pick<PublishedMonth, 'facts' | 'problem'>,
): Duty & { readonly startsAt: Date } {
  const meeting = facts.meetings.find(({ id }) => id === meetingId);
  const isKnown = problem.specialists.some(({ id }) => id === specialistId);
  if (!meeting || !isKnown) throw new DomainError('plan.unknown_duty', {});
  return { specialistId, meetingId, startsAt: meeting.startsAt };
}

/** Each takes one seat: of those who are taken off now, then of those who left theirs before and whom nobody replaces. */
function withSeats(
  sent: readonly Duty[],
  released: readonly PublishedVisit[],
  visits: readonly PublishedVisit[],
): SentDuty[] {
  const left = visits.filter(({ state, replacedById }) => !holdsSeat(state) && replacedById === null);
  const seats = [...released, ...left];
  const taken = new Set<VisitId>();
  return sent.map((duty) => {
    const seat = seats.find(({ id, meetingId }) => meetingId === duty.meetingId && !taken.has(id)) ?? null;
    if (seat) taken.add(seat.id);
    return { ...duty, insteadOf: seat };
  });
}

/** Whether an amendment is what somebody asks for again: a second click, or an answer that was lost on the way. */
export function isSameAmendment(
  { madeBy, kind, reason, changes }: Amendment,
  asked: Pick<Amendment, 'madeBy' | 'kind' | 'reason'> & { readonly changes: readonly AmendmentChange[] },
): boolean {
  const made = changes.map((one) => (one.kind === 'release' ? one.visitId : dutyKey(one))).toSorted();
  const wanted = asked.changes.map((one) => (one.kind === 'release' ? one.visitId : dutyKey(one))).toSorted();
  return madeBy === asked.madeBy && kind === asked.kind && reason === asked.reason && made.join() === wanted.join();
}
