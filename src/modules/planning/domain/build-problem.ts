import { instantOf } from '../../../kernel/month.ts';
import { coverageValue, type Branch, type Meeting, type PlanProblem, type Specialist } from '../../../solver/index.ts';
import type { BranchFacts, FieldWeights, MeetingFacts, MonthFacts, SpecialistFacts } from './month-facts.ts';
import { leaveOutGone } from './leave-out-gone.ts';
import type { PlanningPolicy } from './planning-policy.ts';

/** What the engine is asked to solve for a month; what has left since counts for nothing. */
export function buildProblem(given: MonthFacts, policy: PlanningPolicy): PlanProblem {
  const { facts } = leaveOutGone(given);
  const weakFields = new Map(facts.branches.map(({ id, weakFields }) => [id, weakFields]));
  const branches = facts.branches.map(branchOf);
  const meetings = facts.meetings.map((meeting) =>
    meetingOf(meeting, weakFields.get(meeting.branchId) ?? {}, policy.observers),
  );
  const round = roundOf(facts, branches, meetings, policy);
  return {
    version: 1,
    fields: facts.fields,
    departments: facts.departments.map((id) => ({ id, minVisits: null, maxVisits: null })),
    branches,
    specialists: facts.specialists.map((specialist) => specialistOf(specialist, facts.zone)),
    meetings: meetings.map((meeting) => (round.has(meeting.id) ? meeting : { ...meeting, minObservers: 0 })),
    pairs: null,
    conflicts: null,
    pins: facts.pins,
    published: null,
    policy: policy.engine,
  };
}

/**
 * The meetings that want somebody this month: the most valuable ones, as many as all targets together allow, and those
 * whose branch is weak or whose cycle is due in any case. The others may be visited but are not missed.
 */
function roundOf(
  facts: MonthFacts,
  branches: readonly Branch[],
  meetings: readonly Meeting[],
  { engine, observers, roundPercent, alwaysFromWeakness }: PlanningPolicy,
): ReadonlySet<string> {
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  const targets = facts.specialists.reduce((sum, { target }) => sum + target, 0);
  const places = Math.floor((targets * roundPercent) / 10_000 / Math.max(1, observers.min));
  const cycle = engine.coverage.cycleMonths ?? Infinity;
  const ranked = meetings
    .flatMap((meeting) => {
      const branch = byId.get(meeting.branchId);
      if (!branch) return [];
      const isDue = branch.monthsSinceVisit === null || branch.monthsSinceVisit >= cycle;
      const always = isDue || branch.weakness >= alwaysFromWeakness;
      return [{ id: meeting.id, always, value: coverageValue(meeting, branch, engine.coverage) }];
    })
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  return new Set(ranked.filter(({ always }, rank) => always || rank < places).map(({ id }) => id));
}

function branchOf({ id, monthsSinceVisit, weakFields, openDirectives }: BranchFacts): Branch {
  return {
    id,
    monthsSinceVisit,
    weakness: Math.max(0, ...Object.values(weakFields)),
    openDirectives,
    supervised: false,
  };
}

function meetingOf(
  { id, branchId, startsAt, endsAt, place, kind }: MeetingFacts,
  weakFields: FieldWeights,
  observers: PlanningPolicy['observers'],
): Meeting {
  return {
    id,
    branchId,
    start: minutes(startsAt),
    end: minutes(endsAt),
    place,
    kind,
    minObservers: observers.min,
    maxObservers: observers.max,
    value: null,
    valueIfNone: 0,
    valueOfExtra: 0,
    mandatory: false,
    needs: Object.entries(weakFields).map(([fieldId, weight]) => ({ fieldId, weight })),
    team: { differentDepartments: observers.max > 1, lead: false },
    departmentIds: null,
  };
}

function specialistOf(specialist: SpecialistFacts, zone: string): Specialist {
  const { id, departmentId, minVisits, maxVisits, target, balance, mayLead, base, lastVisits } = specialist;
  return {
    id,
    departmentId,
    fields: Object.entries(specialist.fields).map(([fieldId, strength]) => ({ fieldId, strength })),
    minVisits,
    maxVisits,
    target,
    balance,
    unavailable: specialist.absences.map(({ from, before }) => ({
      from: minutes(instantOf(from, '00:00', zone)),
      to: minutes(instantOf(before, '00:00', zone)),
    })),
    ownBranchId: specialist.ownBranchId,
    residenceBranchId: specialist.residenceBranchId,
    conflictBranchIds: specialist.conflictBranchIds,
    knownBranchIds: [...new Set(lastVisits.map(({ branchId }) => branchId))],
    base,
    mayLead,
    lastVisits,
    preferences: [],
  };
}

function minutes(at: Date): number {
  return Math.floor(at.getTime() / 60_000);
}
