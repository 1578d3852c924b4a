import type { BranchId, MeetingId, PlanId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import type {} from '../errors.ts';
import { takesPlace, type VisitState } from './visit-state.ts';

/** One person's duty to sit in on one meeting. */
export interface Visit {
  readonly id: VisitId;
  readonly branchId: BranchId;
  readonly specialistId: SpecialistId;
  readonly meetingId: MeetingId;
  /** The month whose visit it is, whichever plan stands there by now. */
  readonly month: Month;
  /** The plan in which it was offered. */
  readonly planId: PlanId;
  readonly heldOn: Day;
  readonly kind: MeetingKind;
  readonly state: VisitState;
  readonly declineReason: string | null;
  readonly answeredAt: Date | null;
  /** RFC 5545 SEQUENCE: rises when the visit is moved or cancelled. */
  readonly calendarSequence: number;
  /** Rises with every change, so that a stale page cannot overwrite. */
  readonly revision: number;
}

const LONGEST_REASON = 500;

export function mustBelongTo(visit: Visit, specialistId: SpecialistId | null): void {
  if (visit.specialistId !== specialistId) throw new DomainError('visit.not_yours', { visitId: visit.id });
}

export function isAccepted(visit: Visit): boolean {
  return visit.state === 'accepted';
}

export function isDeclined(visit: Visit, reason: string): boolean {
  return visit.state === 'declined' && visit.declineReason === readReason(reason);
}

/** Accepting twice is accepting once. */
export function accept(visit: Visit, at: Date): Visit {
  if (isAccepted(visit)) return visit;
  if (visit.state !== 'offered') throw alreadyAnswered(visit);
  return { ...visit, state: 'accepted', answeredAt: at };
}

/** An accepted visit may still be declined: people fall ill. */
export function decline(visit: Visit, reason: string, at: Date): Visit {
  const declineReason = readReason(reason);
  if (declineReason === '') throw new DomainError('visit.reason_missing', { visitId: visit.id });
  if (isDeclined(visit, reason)) return visit;
  if (visit.state !== 'offered' && visit.state !== 'accepted') throw alreadyAnswered(visit);
  return { ...visit, state: 'declined', declineReason, answeredAt: at };
}

function readReason(reason: string): string {
  return plainText(reason).slice(0, LONGEST_REASON);
}

/** Whether the visit may bring a form: it was not called off, and nobody else was to go instead. */
export function mustBeOpen(visit: Visit): void {
  if (!takesPlace(visit.state)) {
    throw new DomainError('visit.not_open', { visitId: visit.id, state: visit.state });
  }
}

/** A form has come: the visit has taken place, whether or not it had been accepted before. */
export function complete(visit: Visit): Visit {
  mustBeOpen(visit);
  return visit.state === 'done' ? visit : { ...visit, state: 'done' };
}

function alreadyAnswered(visit: Visit): DomainError {
  return new DomainError('visit.already_answered', { visitId: visit.id, state: visit.state });
}
