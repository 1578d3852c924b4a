import type { Fault } from '../../kernel/domain-error.ts';
import { clashing } from '../model/cannot-attend-both.ts';
import { bindingAcceptances } from '../model/binding-acceptances.ts';
import { lostCoverage } from '../model/coverage-value.ts';
import { historyLinks } from '../model/linkage.ts';
import { deviationAt } from '../model/load-price.ts';
import { pointsCounter } from '../model/points.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import type { Meeting, PlanProblem, Specialist, Tier } from '../problem.ts';
import { Settled } from '../model/settled.ts';
import { judgeSpacing } from './judge-spacing.ts';
import { pairCosts, reasonsAgainst } from './pair-facts.ts';

export interface Judgement {
  /** Every hard rule that is broken; pointers lead into the plan. */
  readonly faults: readonly Fault[];
  readonly objectives: Readonly<Record<Tier, number>>;
}

/** Checks a set of assignments directly against the problem's facts by counting, without the engine's model. */
export function judgeAssignments(problem: PlanProblem, assignments: readonly PairOfIds[]): Judgement {
  const faults: Fault[] = [];
  const fault = (pointer: string, code: string, params: Record<string, unknown> = {}): void => {
    faults.push({ pointer, code: `verify.${code}`, params });
  };
  const specialists = new Map(problem.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const months = new Map<string, Meeting[]>(problem.specialists.map(({ id }) => [id, []]));
  const teams = new Map<string, Specialist[]>(problem.meetings.map(({ id }) => [id, []]));
  const chosen = new Set<string>();
  const cannotAttendBoth = clashing(problem);
  const costsOf = pairCosts(problem);
  let quality = 0;
  let linkage = 0;
  const links = historyLinks(problem);

  assignments.forEach(({ specialistId, meetingId }, i) => {
    const at = `/assignments/${i}`;
    const specialist = specialists.get(specialistId);
    const meeting = meetings.get(meetingId);
    const key = pairKey({ specialistId, meetingId });
    if (specialist === undefined || meeting === undefined) {
      fault(at, 'unknown_id', { specialistId, meetingId });
      return;
    }
    if (chosen.has(key)) {
      fault(at, 'duplicate', { specialistId, meetingId });
      return;
    }
    chosen.add(key);
    const costs = costsOf(specialist, meeting);
    if (costs === null) {
      const reasons = reasonsAgainst(problem, specialist, meeting);
      fault(at, 'ineligible', { specialistId, meetingId, reasons });
      return;
    }
    for (const other of months.get(specialistId) ?? []) {
      if (cannotAttendBoth(other, meeting)) {
        fault(at, 'cannot_attend_both', { specialistId, meetingIds: [other.id, meetingId] });
      }
    }
    months.get(specialistId)?.push(meeting);
    teams.get(meetingId)?.push(specialist);
    quality += Object.values(costs).reduce((sum, cost) => sum + cost, 0);
    if (links(specialistId)(meeting.branchId)) linkage -= 1;
  });

  const going = (specialistId: string, meetingId: string): boolean => chosen.has(pairKey({ specialistId, meetingId }));
  for (const { id: meetingId } of problem.meetings) {
    for (const pairing of problem.pairings ?? []) {
      const there = pairing.specialistIds.filter((id) => going(id, meetingId));
      if (there.length < 2) continue;
      if (pairing.kind === 'together') quality -= pairing.reward;
      else fault('/assignments', 'kept_apart', { meetingId, specialistIds: there });
    }
  }
  const judgeSpacingOf = judgeSpacing(problem);
  const settled = new Settled(problem);
  for (const { id: specialistId, minVisits, maxVisits } of problem.specialists) {
    const month = months.get(specialistId) ?? [];
    const visits = month.length;
    judgeSpacingOf(specialistId, month, (code, params) => fault('/assignments', code, params));
    if (visits < minVisits) fault('/loads', 'below_min_visits', { specialistId, visits, limit: minVisits });
    if (visits > maxVisits) fault('/loads', 'above_max_visits', { specialistId, visits, limit: maxVisits });
  }
  for (const { id: departmentId, minVisits, maxVisits } of problem.departments) {
    const visits = problem.specialists
      .filter((specialist) => specialist.departmentId === departmentId)
      .reduce((sum, { id }) => sum + (months.get(id)?.length ?? 0), 0);
    if (visits < (minVisits ?? 0)) fault('/loads', 'below_department_min', { departmentId, visits, limit: minVisits });
    if (visits > (maxVisits ?? Infinity)) {
      fault('/loads', 'above_department_max', { departmentId, visits, limit: maxVisits });
    }
  }
  for (const meeting of problem.meetings) {
    judgeTeam(meeting, teams.get(meeting.id) ?? [], (code, params) =>
      fault('/assignments', code, { meetingId: meeting.id, ...params }),
    );
  }
  for (const { specialistId, meetingId, kind } of problem.pins) {
    const meeting = meetings.get(meetingId);
    if (kind === 'may' || (meeting !== undefined && settled.isOver(meeting))) continue;
    const present = chosen.has(pairKey({ specialistId, meetingId }));
    if (present !== (kind === 'must')) fault('/assignments', 'pin_broken', { specialistId, meetingId, pin: kind });
  }
  const stability = judgeStability(problem, chosen, (params) =>
    fault('/assignments', 'accepted_visit_dropped', params),
  );
  const coverage = lostCoverage(problem, (meetingId) => teams.get(meetingId)?.length ?? 0);
  const pointsIn = pointsCounter(problem);
  const fairness = problem.specialists.reduce(
    (sum, specialist) => sum + deviationAt(specialist, pointsIn(specialist, months.get(specialist.id) ?? [])) ** 2,
    0,
  );
  return { faults, objectives: { coverage, fairness, quality, stability, linkage } };
}

function judgeTeam(
  meeting: Meeting,
  team: readonly Specialist[],
  fault: (code: string, params: Record<string, unknown>) => void,
): void {
  const { minObservers, maxObservers, mandatory } = meeting;
  if (team.length > maxObservers) fault('too_many_observers', { observers: team.length, limit: maxObservers });
  if (mandatory && team.length < minObservers) {
    fault('mandatory_unmet', { observers: team.length, limit: minObservers });
  }
  if (meeting.team.lead && team.length > 0 && !team.some(({ mayLead }) => mayLead)) fault('without_lead', {});
  const departments = new Set(team.map(({ departmentId }) => departmentId));
  if (meeting.team.differentDepartments && departments.size < team.length) fault('same_department', {});
}

/**
 * Counts what is taken back from and added to the published plan; accepted visits must be kept where they still can be.
 */
function judgeStability(
  problem: PlanProblem,
  chosen: ReadonlySet<string>,
  dropped: (params: Record<string, unknown>) => void,
): number {
  const { published } = problem;
  if (published === null) return 0;
  const binding = new Set(bindingAcceptances(problem));
  const known = new Set<string>();
  let price = 0;
  for (const assignment of published.assignments) {
    const { specialistId, meetingId } = assignment;
    const key = pairKey(assignment);
    known.add(key);
    if (chosen.has(key)) continue;
    price += assignment.price;
    if (binding.has(assignment)) dropped({ specialistId, meetingId });
  }
  for (const key of chosen) if (!known.has(key)) price += published.priceOfNew;
  return price;
}
