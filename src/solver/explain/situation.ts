import type { Situation } from '../plan.ts';
import type { Meeting } from '../problem.ts';
import type { CurrentAssignments } from './current-assignments.ts';

/** What stands against sending this person to this meeting; of several reasons the most obvious. */
export function situationOf(current: CurrentAssignments, pair: number): Situation {
  const { model, counts, meetingsOf, specialistsAt } = current;
  const { pairs, exclusions, limits, company } = model;
  const [s, m] = [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
  const [specialist, meeting] = [model.specialists[s], model.meetings[m]];
  if (specialist === undefined || meeting === undefined) throw new Error('a pair outside its model');
  if (pairs.mustNot[pair] === 1) return { kind: 'pinned_out' };
  const visits = meetingsOf[s] ?? [];
  const excluding = visits.filter((there) => exclusions.has(there, m)).flatMap((there) => model.meetings[there] ?? []);
  if (excluding.length > 0) return apartFrom(current, meeting, excluding);
  const full = limits.fullSet(s, m, visits);
  if (full !== null) {
    const inside = visits.filter((there) => full.meetings.includes(there));
    const meetingIds = inside.flatMap((there) => model.meetings[there]?.id ?? []);
    return { kind: 'limit_reached', limit: full.limit, meetingIds };
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
  const groups = company.apartFrom[s] ?? [];
  const rival = (specialistsAt[m] ?? []).find((other) => company.apartFrom[other]?.some((one) => groups.includes(one)));
  if (rival !== undefined) return { kind: 'kept_apart', specialistId: model.specialists[rival]?.id ?? '' };
  if (meeting.team.lead && !specialist.mayLead && !there.some((other) => other.mayLead)) return { kind: 'needs_lead' };
  return { kind: 'free' };
}

/** By which rule the meeting excludes those that its person attends. */
function apartFrom(
  { clashes, spacing }: CurrentAssignments,
  meeting: Meeting,
  excluding: readonly Meeting[],
): Situation {
  const idsOf = (meetings: readonly Meeting[]): string[] => meetings.map(({ id }) => id);
  const elsewhere = excluding.filter((there) => clashes(there, meeting));
  if (elsewhere.length > 0) return { kind: 'elsewhere', meetingIds: idsOf(elsewhere) };
  for (const { limit, forbids } of spacing) {
    const near = excluding.filter((there) => forbids(there, meeting));
    if (near.length === 0) continue;
    return limit === null
      ? { kind: 'needs_rest', meetingIds: idsOf(near) }
      : { kind: 'limit_reached', limit, meetingIds: idsOf(near) };
  }
  return { kind: 'elsewhere', meetingIds: idsOf(excluding) };
}
