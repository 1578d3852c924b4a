import type { Situation } from '../plan.ts';
import type { CurrentAssignments } from './current-assignments.ts';

/** What keeps this pair's person from its meeting, the plainest reason first. */
export function situationOf({ model, counts, meetingsOf, specialistsAt }: CurrentAssignments, pair: number): Situation {
  const { pairs, exclusions } = model;
  const [s, m] = [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
  const [specialist, meeting] = [model.specialists[s], model.meetings[m]];
  if (specialist === undefined || meeting === undefined) throw new Error('a pair outside its model');
  if (pairs.mustNot[pair] === 1) return { kind: 'pinned_out' };
  const elsewhere = (meetingsOf[s] ?? []).filter((there) => exclusions.has(there, m));
  if (elsewhere.length > 0) {
    return { kind: 'elsewhere', meetingIds: elsewhere.map((there) => model.meetings[there]?.id ?? '') };
  }
  const load = counts.visits[s] ?? 0;
  if (load >= specialist.maxVisits) return { kind: 'full', load };
  const d = model.departmentOf[s] ?? 0;
  const department = model.problem.departments[d];
  if (department !== undefined && (counts.sent[d] ?? 0) >= (department.maxVisits ?? Infinity)) {
    return { kind: 'department_full', departmentId: department.id };
  }
  const there = (specialistsAt[m] ?? []).flatMap((other) => model.specialists[other] ?? []);
  const colleague = there.find((other) => other.departmentId === specialist.departmentId);
  if (meeting.team.differentDepartments && colleague !== undefined) {
    return { kind: 'same_department', specialistId: colleague.id };
  }
  if (meeting.team.lead && !specialist.mayLead && !there.some((other) => other.mayLead)) return { kind: 'needs_lead' };
  return { kind: 'free' };
}
