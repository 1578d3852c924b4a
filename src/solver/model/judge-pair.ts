import type { CostTerms, Ineligibility, Meeting, PlanPolicy, Specialist } from '../problem.ts';
import { PairJudge } from './pair-judge.ts';

/** Every reason why this person may not go to this meeting; none means eligible. Pins are not looked at. */
export function ineligibilities(specialist: Specialist, meeting: Meeting, policy: PlanPolicy): Ineligibility[] {
  return new PairJudge(specialist, policy).ineligibilities(meeting);
}

/** What sending this person to this meeting costs, term by term, in the units of the policy's weights. */
export function costTerms(specialist: Specialist, meeting: Meeting, policy: PlanPolicy): CostTerms {
  return new PairJudge(specialist, policy).costs(meeting);
}

export function hasInterestIn(specialist: Specialist, branchId: string): boolean {
  return (
    specialist.ownBranchId === branchId ||
    specialist.residenceBranchId === branchId ||
    specialist.conflictBranchIds.includes(branchId)
  );
}
