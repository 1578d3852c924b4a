import type { AmendmentId, BranchId, MeetingId, PlanId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { DeclineKind } from '../../../kernel/vocabulary.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import type {} from '../errors.ts';
import { isOpen, takesPlace, type VisitState } from './visit-state.ts';

/** One person's duty to sit in on one meeting. */
export interface Visit {
  readonly id: VisitId;
  readonly branchId: BranchId;
  readonly specialistId: SpecialistId;
  readonly meetingId: MeetingId;
  /** The month of the visit, whichever plan is in force by now. */
  readonly month: Month;
  /** The plan in which it was offered. */
  readonly planId: PlanId;
  readonly heldOn: Day;
  readonly kind: MeetingKind;
  readonly state: VisitState;
  /** Why the person does not go. The words are for the board only; reports show the kind. */
  readonly declineReason: string | null;
  readonly declineKind: DeclineKind | null;
  /** Who may send the form in place of the person on duty. */
  readonly standInId: SpecialistId | null;
  /** The visit that took the seat that this one has left; null where nobody was sent instead. */
  readonly replacedById: VisitId | null;
  /** The amendment that sent the person; null for one of the plan as it was published. */
  readonly amendmentId: AmendmentId | null;
  /** Sent to a meeting that was not in the calendar of the plan. */
  readonly isOutsidePlan: boolean;
  /** Whether it counts towards the person's share, as every visit of a plan does. */
  readonly countsAsShare: boolean;
  readonly answeredAt: Date | null;
  /** RFC 5545 SEQUENCE: rises when the visit is moved or cancelled. */
  readonly calendarSequence: number;
  /** Rises with every change, so that an outdated page cannot overwrite it. */
  readonly revision: number;
}

const LONGEST_REASON = 500;

/** Why somebody does not go. */
export interface Refusal {
  readonly kind: DeclineKind;
  readonly reason: string;
}

export function mustBelongTo(visit: Visit, specialistId: SpecialistId | null): void {
  if (visit.specialistId !== specialistId) throw new DomainError('visit.not_yours', { visitId: visit.id });
}

/** Whether somebody may write the form: the person on duty, or their stand-in. */
export function mayWrite(visit: Pick<Visit, 'specialistId' | 'standInId'>, specialistId: SpecialistId | null): boolean {
  return specialistId !== null && (visit.specialistId === specialistId || visit.standInId === specialistId);
}

export function isAccepted(visit: Visit): boolean {
  return visit.state === 'accepted';
}

export function isRefused(visit: Visit, { kind, reason }: Refusal): boolean {
  if (visit.state !== 'declined' && visit.state !== 'missed') return false;
  return visit.declineReason === readReason(reason) && visit.declineKind === kind;
}

/** Accepting twice has the same result as accepting once. */
export function accept(visit: Visit, at: Date): Visit {
  if (isAccepted(visit)) return visit;
  if (visit.state !== 'offered') throw alreadyAnswered(visit);
  return { ...visit, state: 'accepted', answeredAt: at };
}

/**
 * Declines the visit, also after it was accepted, because people fall ill. Before the meeting begins its seat becomes
 * free for somebody else; afterwards the visit counts as missed.
 */
export function refuse(visit: Visit, refusal: Refusal, at: Date, startsAt: Date): Visit {
  const declineReason = readReason(refusal.reason);
  if (declineReason === '') throw new DomainError('visit.reason_missing', { visitId: visit.id });
  if (isRefused(visit, refusal)) return visit;
  if (!isOpen(visit.state)) throw alreadyAnswered(visit);
  const state = at < startsAt ? 'declined' : 'missed';
  return { ...visit, state, declineReason, declineKind: refusal.kind, answeredAt: at, standInId: null };
}

/**
 * Cancels the visit because there was no meeting; no form is expected. Whoever had been taken off stays so: they would
 * not have gone anyway.
 */
export function callOff(visit: Visit, reason: string): Visit {
  const declineReason = readReason(reason);
  if (declineReason === '') throw new DomainError('visit.reason_missing', { visitId: visit.id });
  if (visit.state === 'cancelled' || visit.state === 'released') return visit;
  if (visit.state === 'done') throw new DomainError('visit.was_held', { visitId: visit.id });
  return { ...visit, state: 'cancelled', declineReason, standInId: null };
}

/**
 * Takes the duty off the person, who need not go; the meeting takes place. Only a visit that waits or was accepted can be
 * taken off: of any other somebody has said already what became of it.
 */
export function release(visit: Visit, reason: string): Visit {
  mustBeAhead(visit);
  const declineReason = readReason(reason);
  if (declineReason === '') throw new DomainError('visit.reason_missing', { visitId: visit.id });
  return { ...visit, state: 'released', declineReason, declineKind: null, standInId: null };
}

/** @throws DomainError visit.not_ahead unless somebody is to go */
export function mustBeAhead(visit: Pick<Visit, 'id' | 'state'>): void {
  if (isOpen(visit.state)) return;
  throw new DomainError('visit.not_ahead', { visitId: visit.id, state: visit.state });
}

/**
 * The visit as its meeting is now. Whoever had accepted another time is asked anew, unless the meeting is
 * over by now. @throws DomainError visit.form_sent
 */
export function reschedule(visit: Visit, now: Pick<Visit, 'heldOn' | 'kind'>, asksAnew: boolean): Visit {
  if (visit.state === 'done') throw new DomainError('visit.form_sent', { visitId: visit.id });
  if (visit.state === 'accepted' && asksAnew) return { ...visit, ...now, state: 'offered', answeredAt: null };
  return { ...visit, ...now };
}

/** Takes back what was reported about a visit; it returns to its earlier state. Only an amendment sends people again. */
export function takeBack(visit: Visit, at: Date): Visit {
  if (isOpen(visit.state)) return visit;
  if (visit.state === 'done' || visit.state === 'released') throw alreadyAnswered(visit);
  const reset = { ...visit, declineReason: null, declineKind: null };
  if (visit.state === 'cancelled' && visit.answeredAt === null) return { ...reset, state: 'offered' };
  return { ...reset, state: 'accepted', answeredAt: at };
}

/** Names the person who may send the form instead; null: nobody. */
export function nameStandIn(visit: Visit, standInId: SpecialistId | null): Visit {
  mustBeOpen(visit);
  if (standInId === visit.specialistId) throw new DomainError('visit.stand_in_is_self', { visitId: visit.id });
  return visit.standInId === standInId ? visit : { ...visit, standInId };
}

/** @throws DomainError visit.reason_long, because nothing is cut silently */
function readReason(typed: string): string {
  const reason = plainText(typed);
  const { length } = reason;
  if (length > LONGEST_REASON) throw new DomainError('visit.reason_long', { length, longest: LONGEST_REASON });
  return reason;
}

/** Throws where the visit cannot have a form, because it was called off or somebody else was to go instead. */
export function mustBeOpen(visit: Visit): void {
  if (!takesPlace(visit.state)) {
    throw new DomainError('visit.not_open', { visitId: visit.id, state: visit.state });
  }
}

/** A form was sent: the visit has taken place, whether or not it had been accepted before. */
export function complete(visit: Visit): Visit {
  mustBeOpen(visit);
  return visit.state === 'done' ? visit : { ...visit, state: 'done' };
}

/** The only form of it was taken back: it stands as it did before that came. */
export function undoCompletion(visit: Visit): Visit {
  if (visit.state !== 'done') return visit;
  return { ...visit, state: visit.answeredAt === null ? 'offered' : 'accepted' };
}

function alreadyAnswered(visit: Visit): DomainError {
  return new DomainError('visit.already_answered', { visitId: visit.id, state: visit.state });
}
