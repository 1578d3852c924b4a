import type { Choice } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import { pairsOfMeeting } from '../model/pair-table.ts';
import type { Situation } from '../plan.ts';

/** What keeps this pair's person from its meeting, the plainest reason first. */
export function situationOf(model: MonthModel, choice: Choice, pair: number, visits: Int32Array): Situation {
  const { pairs, exclusions } = model;
  const [s, m] = [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
  const [specialist, meeting] = [model.specialists[s], model.meetings[m]];
  if (specialist === undefined || meeting === undefined) throw new Error('a pair outside its model');
  if (pairs.mustNot[pair] === 1) return { kind: 'pinned_out' };
  const elsewhere: string[] = [];
  for (let other = pairs.startOfSpecialist[s] ?? 0; other < (pairs.startOfSpecialist[s + 1] ?? 0); other += 1) {
    const there = pairs.meeting[other] ?? 0;
    if (choice[other] === 1 && exclusions.has(there, m)) elsewhere.push(model.meetings[there]?.id ?? '');
  }
  if (elsewhere.length > 0) return { kind: 'elsewhere', meetingIds: elsewhere };
  const load = visits[s] ?? 0;
  if (load >= specialist.maxVisits) return { kind: 'full', load };
  const department = model.problem.departments.find(({ id }) => id === specialist.departmentId);
  const sent = model.specialists.reduce(
    (sum, other, s) => (other.departmentId === specialist.departmentId ? sum + (visits[s] ?? 0) : sum),
    0,
  );
  if (department?.maxVisits !== null && department !== undefined && sent >= department.maxVisits) {
    return { kind: 'department_full', departmentId: department.id };
  }
  const there = [...pairsOfMeeting(pairs, m)]
    .filter((other) => choice[other] === 1)
    .flatMap((other) => model.specialists[pairs.specialist[other] ?? 0] ?? []);
  const colleague = there.find((other) => other.departmentId === specialist.departmentId);
  if (meeting.team.differentDepartments && colleague !== undefined) {
    return { kind: 'same_department', specialistId: colleague.id };
  }
  if (meeting.team.lead && !specialist.mayLead && !there.some((other) => other.mayLead)) return { kind: 'needs_lead' };
  return { kind: 'free' };
}
