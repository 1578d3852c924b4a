import { DomainError } from '../../../kernel/domain-error.ts';
import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import type {} from '../errors.ts';
import type { AmendmentChange } from './amendment.ts';
import type { PublishedMonth } from './published-month.ts';

/** Who takes a visit, and the visit of theirs that they give for it; null where they give none. */
export interface SwapTerms {
  readonly visitId: VisitId;
  readonly takerId: SpecialistId;
  readonly otherVisitId: VisitId | null;
}

/** A swap as changes of the plan. @throws DomainError plan.unknown_duty */
export function swapChanges(
  { visitId, takerId, otherVisitId }: SwapTerms,
  { visits }: Pick<PublishedMonth, 'visits'>,
): AmendmentChange[] {
  const get = (id: VisitId) => {
    const visit = visits.find((one) => one.id === id);
    if (!visit) throw new DomainError('plan.unknown_duty', {});
    return visit;
  };
  const visit = get(visitId);
  const given: AmendmentChange[] = [
    { kind: 'release', visitId },
    { kind: 'send', specialistId: takerId, meetingId: visit.meetingId },
  ];
  if (otherVisitId === null) return given;
  const other = get(otherVisitId);
  if (other.specialistId !== takerId) throw new DomainError('plan.unknown_duty', {});
  return [
    ...given,
    { kind: 'release', visitId: otherVisitId },
    { kind: 'send', specialistId: visit.specialistId, meetingId: other.meetingId },
  ];
}
