import type { CostTerms, Ineligibility, Meeting, PlanPolicy, Specialist } from '../problem.ts';
import { roadMetres } from './distance.ts';
import { share } from './share.ts';

/** Every reason why this person may not go to this meeting; none means eligible. Pins are not looked at. */
export function ineligibilities(specialist: Specialist, meeting: Meeting, policy: PlanPolicy): Ineligibility[] {
  const reasons: Ineligibility[] = [];
  if (specialist.unavailable.some((away) => away.from < meeting.end && meeting.start < away.to)) reasons.push('leave');
  if (hasInterestIn(specialist, meeting.branchId)) reasons.push('conflict_of_interest');
  const monthsAgo = lastVisit(specialist, meeting.branchId);
  if (monthsAgo !== null && monthsAgo <= policy.rotationGapMonths) reasons.push('rotation_gap');
  if (meeting.departmentIds !== null && !meeting.departmentIds.includes(specialist.departmentId)) {
    reasons.push('department_rule');
  }
  const { maxKm } = policy.travel;
  if (maxKm !== null && roadMetres(specialist.base, meeting.place, policy.travel) > maxKm * 1000) {
    reasons.push('too_far');
  }
  return reasons;
}

/** What sending this person to this meeting costs, term by term, in the units of the policy's weights. */
export function costTerms(specialist: Specialist, meeting: Meeting, policy: PlanPolicy): CostTerms {
  const { weights } = policy;
  return {
    expertise: share(weights.expertise, lackOfStrength(specialist, meeting)),
    rotation: rotationCost(lastVisit(specialist, meeting.branchId), policy),
    travel: Math.round((weights.travel * roadMetres(specialist.base, meeting.place, policy.travel)) / 1000),
    familiarity: specialist.knownBranchIds.includes(meeting.branchId) ? 0 : weights.familiarity,
    preference: 0 - share(weights.preference, liking(specialist, meeting.branchId)),
  };
}

export function hasInterestIn(specialist: Specialist, branchId: string): boolean {
  return (
    specialist.ownBranchId === branchId ||
    specialist.residenceBranchId === branchId ||
    specialist.conflictBranchIds.includes(branchId)
  );
}

/** Months since this person last saw the branch; null for never. */
export function lastVisit(specialist: Specialist, branchId: string): number | null {
  let last: number | null = null;
  for (const visit of specialist.lastVisits) {
    if (visit.branchId === branchId && (last === null || visit.monthsAgo < last)) last = visit.monthsAgo;
  }
  return last;
}

/** 0 where every needed field is fully covered, 1 where none is at all. */
function lackOfStrength(specialist: Specialist, meeting: Meeting): number {
  let needed = 0;
  let lacking = 0;
  for (const { fieldId, weight } of meeting.needs) {
    const strength = specialist.fields.find((field) => field.fieldId === fieldId)?.strength ?? 0;
    needed += weight;
    lacking += weight * (1 - strength);
  }
  return needed === 0 ? 0 : lacking / needed;
}

function rotationCost(monthsAgo: number | null, policy: PlanPolicy): number {
  const { rotationFadeMonths: fade, rotationGapMonths: gap } = policy;
  if (monthsAgo === null || monthsAgo >= fade || fade <= gap) return 0;
  return Math.round((policy.weights.rotation * (fade - monthsAgo)) / (fade - gap));
}

function liking(specialist: Specialist, branchId: string): number {
  return specialist.preferences.find((preference) => preference.branchId === branchId)?.liking ?? 0;
}
