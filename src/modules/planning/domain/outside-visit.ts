import type { Fault } from '../../../kernel/domain-error.ts';
import { mayOverrule, type PlanProblem, type Specialist } from '../../../solver/index.ts';
import { takesPlace } from '../../visits/index.ts';
import type { PublishedVisit } from './published-month.ts';

/** Leave is no reason to deny that somebody went. */
const TOLERATED_AFTERWARDS = 'leave';

/**
 * What a month asks of each person, on top of which they make visits that count towards no share: as many more may be
 * made, and are expected.
 */
export function besidesShares(
  problem: PlanProblem,
  visits: readonly Pick<PublishedVisit, 'specialistId' | 'state' | 'countsAsShare'>[],
): PlanProblem {
  const more = new Map<string, number>();
  for (const { specialistId, state, countsAsShare } of visits) {
    if (takesPlace(state) && !countsAsShare) more.set(specialistId, 1 + (more.get(specialistId) ?? 0));
  }
  if (more.size === 0) return problem;
  const raised = (specialist: Specialist): Specialist => {
    const count = more.get(specialist.id) ?? 0;
    if (count === 0) return specialist;
    return {
      ...specialist,
      maxVisits: specialist.maxVisits + count,
      target: specialist.target + 100 * count,
    };
  };
  return { ...problem, specialists: problem.specialists.map(raised) };
}

/** Of what a visit outside the plan breaks, that which no reason overrules; afterwards only what cannot have been so. */
export function faultsAgainstGoing(faults: readonly Fault[], isPast: boolean): Fault[] {
  return faults.filter((fault) => {
    if (mayOverrule(fault)) return false;
    const reasons = fault.params?.['reasons'];
    return !(isPast && Array.isArray(reasons) && reasons.every((reason) => reason === TOLERATED_AFTERWARDS));
  });
}
