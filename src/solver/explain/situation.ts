import type { Choice } from '../model/evaluate.ts';
import type { MonthModel, Pair } from '../model/month-model.ts';
import type { Situation } from '../plan.ts';

/** What keeps this person from this meeting, the plainest reason first. */
export function situationOf(model: MonthModel, choice: Choice, pair: Pair, visits: Int32Array): Situation {
  const specialist = model.specialists[pair.specialist];
  const meeting = model.meetings[pair.meeting];
  if (specialist === undefined || meeting === undefined) throw new Error('a pair outside its model');
  if (pair.mustNot) return { kind: 'pinned_out' };
  const elsewhere = (model.pairsOfSpecialist[pair.specialist] ?? [])
    .filter((other) => choice[other.index] === 1 && model.excludes(other.meeting, pair.meeting))
    .flatMap((other) => model.meetings[other.meeting]?.id ?? []);
  if (elsewhere.length > 0) return { kind: 'elsewhere', meetingIds: elsewhere };
  const load = visits[pair.specialist] ?? 0;
  if (load >= specialist.maxVisits) return { kind: 'full', load };
  const department = model.problem.departments.find(({ id }) => id === specialist.departmentId);
  const sent = model.specialists.reduce(
    (sum, other, s) => (other.departmentId === specialist.departmentId ? sum + (visits[s] ?? 0) : sum),
    0,
  );
  if (department?.maxVisits !== null && department !== undefined && sent >= department.maxVisits) {
    return { kind: 'department_full', departmentId: department.id };
  }
  const there = (model.pairsOfMeeting[pair.meeting] ?? [])
    .filter((other) => choice[other.index] === 1)
    .flatMap((other) => model.specialists[other.specialist] ?? []);
  const colleague = there.find((other) => other.departmentId === specialist.departmentId);
  if (meeting.team.differentDepartments && colleague !== undefined) {
    return { kind: 'same_department', specialistId: colleague.id };
  }
  if (meeting.team.lead && !specialist.mayLead && !there.some((other) => other.mayLead)) return { kind: 'needs_lead' };
  return { kind: 'free' };
}
