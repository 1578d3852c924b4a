import type { MeetingRef } from '../../kernel/id.ts';
import type { Branch, CoveragePolicy, Meeting, PlanProblem } from '../problem.ts';
import { share } from './share.ts';

/** A branch that was never visited counts as unvisited for this many months, or for its cycle if that is longer. */
const NEVER_VISITED_MONTHS = 12;

/**
 * The cost of each missing observer of a meeting, from its branch: months since a visit, weakness, open
 * directives and supervision.
 */
export function coverageValue(meeting: Meeting, branch: Branch, policy: CoveragePolicy): number {
  if (meeting.value !== null) return meeting.value;
  const months = branch.monthsSinceVisit ?? Math.max(NEVER_VISITED_MONTHS, policy.cycleMonths ?? 0);
  const due = policy.cycleMonths === null ? 0 : Math.max(0, months - policy.cycleMonths + 1);
  return (
    policy.base +
    policy.perMonthSinceVisit * months +
    policy.cycleDue * due +
    share(policy.weakness, branch.weakness) +
    policy.perOpenDirective * branch.openDirectives +
    (branch.supervised ? policy.supervised : 0)
  );
}

/** The cost of each seat that stays empty, the first observer's first; never rising. */
export function seatValues(meeting: Meeting, value: number): number[] {
  return Array.from({ length: meeting.maxObservers }, (_, seat) => {
    const worth = seat < meeting.minObservers ? value : Math.min(value, meeting.valueOfExtra);
    return seat === 0 ? worth + meeting.valueIfNone : worth;
  });
}

/** The summed cost of empty seats, given the number of observers of each meeting. */
export function lostCoverage(
  { meetings, branches, policy }: Pick<PlanProblem, 'meetings' | 'branches' | 'policy'>,
  observersOf: (meetingId: MeetingRef) => number,
): number {
  const branchOf = new Map(branches.map((branch) => [branch.id, branch]));
  return meetings.reduce((sum, meeting) => {
    const branch = branchOf.get(meeting.branchId);
    if (branch === undefined) return sum;
    const values = seatValues(meeting, coverageValue(meeting, branch, policy.coverage));
    return values.slice(observersOf(meeting.id)).reduce((lost, value) => lost + value, sum);
  }, 0);
}
