import type { SpecialistId } from '../../../kernel/id.ts';
import { type HandCandidate, HandMonth } from '../../../solver/index.ts';
import { isOpen } from '../../visits/index.ts';
import { declinedThen } from './declined-then.ts';
import { dutiesOf, type PublishedMonth, type PublishedVisit } from './published-month.ts';

/** A coming visit that somebody leaves behind, and who could take it. */
export interface VisitToHandOver {
  readonly visit: PublishedVisit;
  /** Whoever may go, the least loaded first; then those whom only a reason can send, or who said that they cannot. */
  readonly candidates: readonly HandCandidate[];
  /** Null where nobody may go freely. */
  readonly proposed: SpecialistId | null;
}

/**
 * Who could take the coming visits of somebody, in order of time. Each proposal counts for those after it, so that not
 * one person is proposed for all.
 */
export function handover(month: PublishedMonth, specialistId: SpecialistId, now: Date): VisitToHandOver[] {
  const hand = new HandMonth(month.problem);
  const own = month.visits
    .filter((visit) => visit.specialistId === specialistId && isOpen(visit.state) && visit.startsAt > now)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  let duties = dutiesOf(month).filter((duty) => duty.specialistId !== specialistId);
  return own.map((visit) => {
    const declined = declinedThen(month.visits, visit, month.facts.zone);
    const isLate = ({ can, specialistId: id }: HandCandidate) => Number(can !== 'yes' || declined.has(id));
    const candidates = hand
      .candidatesAt(visit.meetingId, duties)
      .filter((one) => one.can !== 'no' && one.specialistId !== specialistId)
      .toSorted((a, b) => isLate(a) - isLate(b) || a.deviation - b.deviation);
    const [first] = candidates;
    const proposed = first && isLate(first) === 0 ? (first.specialistId as SpecialistId) : null;
    if (proposed) duties = [...duties, { specialistId: proposed, meetingId: visit.meetingId }];
    return { visit, candidates, proposed };
  });
}
