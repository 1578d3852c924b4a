import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { BranchRef, MeetingRef } from '../../kernel/id.ts';
import { bindingAcceptances } from './binding-acceptances.ts';
import { Overruled } from './overruled.ts';
import { ineligibilities } from './pair-evaluator.ts';
import type { Fact } from '../plan.ts';
import type { Meeting, Pin, PlanPolicy, PlanProblem, PublishedAssignment, Specialist } from '../problem.ts';
import { Settled } from './settled.ts';

/**
 * The facts that can make a month infeasible, as the user entered them. Those that people change most readily stand
 * last, because the search for a contradiction prefers to keep early facts and to name late ones. Eligibility is taken
 * as given, except for leave, and for pairs that are demanded.
 */
export function hardFacts(problem: PlanProblem): Fact[] {
  const { policy } = problem;
  const demanded = demandedPairs(problem);
  return [
    ...(problem.conflicts === null && policy.oncePerBranch ? [{ kind: 'once_per_branch' } as const] : []),
    ...problem.meetings.flatMap((meeting) => meetingFacts(meeting)),
    ...(problem.pairs === null ? eligibilityFacts(problem, demanded) : []),
    ...spacingFacts(policy),
    ...(problem.pairings ?? []).flatMap((one): Fact[] => (one.kind === 'apart' ? [one] : [])),
    ...problem.departments.flatMap(({ id, maxVisits }): Fact[] =>
      maxVisits === null ? [] : [{ kind: 'department_max', departmentId: id, limit: maxVisits }],
    ),
    ...problem.specialists.map(({ id, maxVisits }): Fact => ({
      kind: 'max_visits',
      specialistId: id,
      limit: maxVisits,
    })),
    ...problem.departments.flatMap(({ id, minVisits }): Fact[] =>
      minVisits === null || minVisits === 0 ? [] : [{ kind: 'department_min', departmentId: id, limit: minVisits }],
    ),
    ...problem.specialists.flatMap(({ id, minVisits }): Fact[] =>
      minVisits === 0 ? [] : [{ kind: 'min_visits', specialistId: id, limit: minVisits }],
    ),
    ...problem.meetings.flatMap(({ id, mandatory }): Fact[] =>
      mandatory ? [{ kind: 'mandatory', meetingId: id }] : [],
    ),
    ...acceptancesAhead(problem).map(({ specialistId, meetingId }): Fact => ({
      kind: 'accepted',
      specialistId,
      meetingId,
    })),
    ...problem.pins.flatMap(({ specialistId, meetingId, kind }): Fact[] =>
      kind === 'may' ? [] : [{ kind: 'pin', specialistId, meetingId, pin: kind }],
    ),
  ];
}

function spacingFacts({ limits, rest }: PlanPolicy): Fact[] {
  const { daysBetween, eveningsBetween, overnightMinutes } = rest;
  return [
    ...(daysBetween > 0 ? [{ kind: 'days_between', limit: daysBetween } as const] : []),
    ...(eveningsBetween > 0 ? [{ kind: 'evenings_between', limit: eveningsBetween } as const] : []),
    ...(overnightMinutes > 0 ? [{ kind: 'overnight_rest', limit: overnightMinutes } as const] : []),
    ...limits.map((limit): Fact => ({ kind: 'visit_limit', ...limit })),
  ];
}

function spacingWithout(
  { limits, rest }: PlanPolicy,
  has: (fact: Fact) => boolean,
): Pick<PlanPolicy, 'limits' | 'rest'> {
  const { daysBetween, eveningsBetween, overnightMinutes } = rest;
  return {
    limits: limits.filter((limit) => !has({ kind: 'visit_limit', ...limit })),
    rest: {
      daysBetween: has({ kind: 'days_between', limit: daysBetween }) ? 0 : daysBetween,
      eveningsBetween: has({ kind: 'evenings_between', limit: eveningsBetween }) ? 0 : eveningsBetween,
      overnightMinutes: has({ kind: 'overnight_rest', limit: overnightMinutes }) ? 0 : overnightMinutes,
    },
  };
}

function meetingFacts(meeting: Meeting): Fact[] {
  const { id: meetingId, team, maxObservers } = meeting;
  return [
    { kind: 'most_observers', meetingId, limit: maxObservers },
    ...(team.differentDepartments ? [{ kind: 'team_departments', meetingId } as const] : []),
    ...(team.lead ? [{ kind: 'team_lead', meetingId } as const] : []),
    ...(meeting.departmentIds === null ? [] : [{ kind: 'sending_departments', meetingId } as const]),
  ];
}

/** Acceptances that could still be released; visits that are over cannot. */
function acceptancesAhead(problem: PlanProblem): readonly PublishedAssignment[] {
  const settled = new Settled(problem);
  if (!settled.some) return bindingAcceptances(problem);
  const over = new Set(problem.meetings.flatMap((meeting) => (settled.isOver(meeting) ? [meeting.id] : [])));
  return bindingAcceptances(problem).filter(({ meetingId }) => !over.has(meetingId));
}

function eligibilityFacts(problem: PlanProblem, demanded: readonly DemandedPair[]): Fact[] {
  const facts = new Map<string, Fact>();
  const add = (fact: Fact): unknown => facts.set(canonicalJson(fact), fact);
  const settled = new Settled(problem);
  const overruled = new Overruled(problem);
  for (const { specialist, meeting } of demanded) {
    if (settled.isOver(meeting)) continue;
    for (const reason of ineligibilities(specialist, meeting, problem.policy, overruled)) {
      const [specialistId, branchId] = [specialist.id, meeting.branchId];
      if (reason === 'conflict_of_interest') add({ kind: 'conflict_of_interest', specialistId, branchId });
      if (reason === 'rotation_gap') add({ kind: 'rotation_gap', specialistId, branchId });
      if (reason === 'too_far') add({ kind: 'max_distance', limit: problem.policy.travel.maxKm ?? 0 });
    }
  }
  const pressed = new Set(problem.departments.flatMap(({ id, minVisits }) => ((minVisits ?? 0) > 0 ? [id] : [])));
  const mandatory = problem.meetings.filter((meeting) => meeting.mandatory);
  for (const specialist of problem.specialists) {
    const wanted = [
      ...mandatory,
      ...demanded.flatMap((pair) => (pair.specialist === specialist ? [pair.meeting] : [])),
    ];
    for (const { from, to } of specialist.unavailable) {
      const matters =
        specialist.minVisits > 0 ||
        pressed.has(specialist.departmentId) ||
        wanted.some((meeting) => from < meeting.end && meeting.start < to);
      if (matters) add({ kind: 'unavailable', specialistId: specialist.id, from, to });
    }
    for (const hours of specialist.awayWeekly ?? []) {
      const matters =
        specialist.minVisits > 0 ||
        pressed.has(specialist.departmentId) ||
        wanted.some((meeting) => ineligibilities(specialist, meeting, problem.policy).includes('leave'));
      if (matters) add({ kind: 'away_weekly', specialistId: specialist.id, ...hours });
    }
  }
  return [...facts.values()];
}

interface DemandedPair {
  readonly specialist: Specialist;
  readonly meeting: Meeting;
}

/**
 * The same month without meetings that nobody has to attend: feasible exactly when the whole month is, and far smaller.
 * Where somebody has a minimum, every meeting is kept, because any may be needed to reach it.
 */
export function demandedPart(problem: PlanProblem): PlanProblem {
  const { specialists, departments, meetings, pins, published, pairs, conflicts } = problem;
  const someMinimum =
    specialists.some(({ minVisits }) => minVisits > 0) || departments.some(({ minVisits }) => (minVisits ?? 0) > 0);
  if (someMinimum) return problem;
  const kept = new Set(demandedPairs(problem).map(({ meeting }) => meeting.id));
  for (const { id, mandatory } of meetings) if (mandatory) kept.add(id);
  const stays = ({ meetingId }: { readonly meetingId: MeetingRef }): boolean => kept.has(meetingId);
  return {
    ...problem,
    meetings: meetings.filter(({ id }) => kept.has(id)),
    pins: pins.filter(stays),
    pairs: pairs?.filter(stays) ?? null,
    published: published === null ? null : { ...published, assignments: published.assignments.filter(stays) },
    conflicts: conflicts?.map(({ meetingIds }) => ({ meetingIds: meetingIds.filter((id) => kept.has(id)) })) ?? null,
  };
}

/** Pairs demanded by a pin or an accepted visit. */
function demandedPairs(problem: PlanProblem): DemandedPair[] {
  const specialists = new Map(problem.specialists.map((specialist) => [specialist.id, specialist]));
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  return [...problem.pins.filter((pin) => pin.kind === 'must'), ...bindingAcceptances(problem)].flatMap(
    ({ specialistId, meetingId }) => {
      const [specialist, meeting] = [specialists.get(specialistId), meetings.get(meetingId)];
      return specialist === undefined || meeting === undefined ? [] : [{ specialist, meeting }];
    },
  );
}

/**
 * The same month as if these facts had never been entered. An acceptance that a pin releases stays released when that
 * pin is dropped, and a pin that is dropped still overrules; otherwise leaving out a fact could add a demand, or allow
 * less.
 */
export function withoutFacts(problem: PlanProblem, dropped: readonly Fact[]): PlanProblem {
  const gone = new Set(dropped.map((fact) => canonicalJson(fact)));
  const has = (fact: Fact): boolean => gone.has(canonicalJson(fact));
  const demandedAt = new Map<string, number>();
  for (const { meeting } of demandedPairs(problem)) {
    demandedAt.set(meeting.id, (demandedAt.get(meeting.id) ?? 0) + 1);
  }
  const { policy, published } = problem;
  const binding = new Set(bindingAcceptances(problem));
  const maxKm = policy.travel.maxKm;
  return {
    ...problem,
    departments: problem.departments.map(({ id, minVisits, maxVisits }) => ({
      id,
      minVisits:
        minVisits !== null && has({ kind: 'department_min', departmentId: id, limit: minVisits }) ? null : minVisits,
      maxVisits:
        maxVisits !== null && has({ kind: 'department_max', departmentId: id, limit: maxVisits }) ? null : maxVisits,
    })),
    specialists: problem.specialists.map((specialist) => specialistWithout(specialist, problem, has)),
    meetings: problem.meetings.map((meeting) => meetingWithout(meeting, demandedAt.get(meeting.id) ?? 0, has)),
    pins: problem.pins.flatMap((pin) => pinWithout(pin, has)),
    ...(problem.pairings && {
      pairings: problem.pairings.filter((one) => one.kind === 'together' || !has(one)),
    }),
    published:
      published === null
        ? null
        : {
            ...published,
            assignments: published.assignments.map((assignment) => {
              const { specialistId, meetingId } = assignment;
              return {
                ...assignment,
                accepted: binding.has(assignment) && !has({ kind: 'accepted', specialistId, meetingId }),
              };
            }),
          },
    policy: {
      ...policy,
      ...spacingWithout(policy, has),
      oncePerBranch: policy.oncePerBranch && !has({ kind: 'once_per_branch' }),
      travel: {
        ...policy.travel,
        maxKm: maxKm !== null && has({ kind: 'max_distance', limit: maxKm }) ? null : maxKm,
      },
    },
  };
}

function pinWithout(pin: Pin, has: (fact: Fact) => boolean): Pin[] {
  const { specialistId, meetingId, kind, overrules = [] } = pin;
  if (kind === 'may' || !has({ kind: 'pin', specialistId, meetingId, pin: kind })) return [pin];
  return overrules.length > 0 ? [{ ...pin, kind: 'may' }] : [];
}

function specialistWithout(specialist: Specialist, problem: PlanProblem, has: (fact: Fact) => boolean): Specialist {
  const { id, minVisits, maxVisits } = specialist;
  const interested = (branchId: BranchRef): boolean =>
    !has({ kind: 'conflict_of_interest', specialistId: id, branchId });
  const kept = (branchId: BranchRef | null): string | null =>
    branchId !== null && interested(branchId) ? branchId : null;
  return {
    ...specialist,
    minVisits: has({ kind: 'min_visits', specialistId: id, limit: minVisits }) ? 0 : minVisits,
    maxVisits: has({ kind: 'max_visits', specialistId: id, limit: maxVisits })
      ? Math.max(maxVisits, problem.meetings.length)
      : maxVisits,
    unavailable: specialist.unavailable.filter(
      ({ from, to }) => !has({ kind: 'unavailable', specialistId: id, from, to }),
    ),
    ...(specialist.awayWeekly && {
      awayWeekly: specialist.awayWeekly.filter((hours) => !has({ kind: 'away_weekly', specialistId: id, ...hours })),
    }),
    ownBranchId: kept(specialist.ownBranchId),
    residenceBranchId: kept(specialist.residenceBranchId),
    conflictBranchIds: specialist.conflictBranchIds.filter(interested),
    lastVisits: specialist.lastVisits.filter(
      ({ branchId }) => !has({ kind: 'rotation_gap', specialistId: id, branchId }),
    ),
  };
}

function meetingWithout(meeting: Meeting, demanded: number, has: (fact: Fact) => boolean): Meeting {
  const { id: meetingId, maxObservers, team } = meeting;
  const crowded = has({ kind: 'most_observers', meetingId, limit: maxObservers });
  return {
    ...meeting,
    maxObservers: crowded ? Math.max(maxObservers, demanded) : maxObservers,
    mandatory: meeting.mandatory && !has({ kind: 'mandatory', meetingId }),
    team: {
      differentDepartments: team.differentDepartments && !has({ kind: 'team_departments', meetingId }),
      lead: team.lead && !has({ kind: 'team_lead', meetingId }),
    },
    departmentIds: has({ kind: 'sending_departments', meetingId }) ? null : meeting.departmentIds,
  };
}
