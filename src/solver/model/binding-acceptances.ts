import type { PlanProblem, PublishedAssignment } from '../problem.ts';
import { Overruled } from './overruled.ts';
import { ineligibilities } from './pair-evaluator.ts';
import { pairKey } from './pair-key.ts';
import { Settled } from './settled.ts';

/**
 * Published visits that must stay: those already made, and accepted ones where the meeting has not changed, the person
 * is still eligible, and no pin releases them.
 */
export function bindingAcceptances(problem: PlanProblem): readonly PublishedAssignment[] {
  const { published, pins, pairs, policy, ...month } = problem;
  const settled = new Settled(problem);
  const overruled = new Overruled(problem);
  const accepted = published?.assignments.filter((assignment) => assignment.accepted || settled.some) ?? [];
  if (accepted.length === 0) return accepted;
  const specialists = new Map(month.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(month.meetings.map((meeting) => [meeting.id, meeting]));
  const changed = new Set(published?.changedMeetingIds);
  const listed = pairs === null ? null : new Set(pairs.map(pairKey));
  const forbidden = new Set(pins.filter(({ kind }) => kind === 'must_not').map(pairKey));
  return accepted.filter((assignment) => {
    const [specialist, meeting] = [specialists.get(assignment.specialistId), meetings.get(assignment.meetingId)];
    const key = pairKey(assignment);
    if (specialist === undefined || meeting === undefined) return false;
    if (settled.isOver(meeting)) return true;
    if (!assignment.accepted || changed.has(meeting.id) || forbidden.has(key)) return false;
    return listed === null ? ineligibilities(specialist, meeting, policy, overruled).length === 0 : listed.has(key);
  });
}
