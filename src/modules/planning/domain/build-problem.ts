import { addDays, type Day, instantOf } from '../../../kernel/month.ts';
import type { Branch, Meeting, PlanPolicy, PlanProblem, Specialist } from '../../../solver/index.ts';
import type { BranchFacts, FieldWeights, MeetingFacts, MonthFacts, SpecialistFacts } from './month-facts.ts';
import { leaveOutGone } from './leave-out-gone.ts';
import { pairingsOfMonth } from './pairings-of-month.ts';
import { limitsOf, type PlanningPolicy } from './planning-policy.ts';
import { placesOf, roundOf } from './round.ts';
import { isSettled, settledMonth } from './settled-month.ts';
import { daysThere, shareOfMonth } from './share-of-month.ts';
import { withDecisions } from './with-decisions.ts';

/**
 * The problem that the engine solves for a month; references to what has left are omitted. `refilled`: so many meetings
 * are added to the round beyond the available places, because others collide.
 */
export function buildProblem(given: MonthFacts, policy: PlanningPolicy, refilled = 0): PlanProblem {
  return withDecisions(buildGround(given, policy, refilled), given.decisions);
}

/** The same before anybody has decided anything by hand. */
export function buildGround(given: MonthFacts, policy: PlanningPolicy, refilled = 0): PlanProblem {
  const { facts } = leaveOutGone(given);
  const weakFields = new Map(facts.branches.map(({ id, weakFields }) => [id, weakFields]));
  const branches = facts.branches.map(branchOf);
  const meetings = facts.meetings.map((meeting) => meetingOf(meeting, weakFields.get(meeting.branchId) ?? {}, policy));
  const over = new Set(facts.meetings.filter((meeting) => isSettled(meeting, facts)).map(({ id }) => id));
  const ahead = meetings.filter(({ id }) => !over.has(id));
  const round = roundOf(ahead, branches, placesOf(facts, policy), refilled, policy);
  const month: PlanProblem = {
    version: 1,
    fields: facts.fields,
    departments: facts.departments.map((id) => ({ id, minVisits: null, maxVisits: null })),
    branches,
    specialists: facts.specialists.map((specialist) => specialistOf(specialist, facts, policy)),
    meetings: meetings.map((meeting) => (round.has(meeting.id) ? meeting : { ...meeting, minObservers: 0 })),
    pairs: null,
    conflicts: null,
    pins: [],
    ...pairingsOf(facts, policy),
    ...wishesOf(facts),
    published: null,
    policy: {
      ...policy.engine,
      travel: travelOf(policy.engine.travel),
      limits: limitsOf(policy),
      calendar: { ...policy.engine.calendar, timeZone: facts.zone },
    },
  };
  return settledMonth(month, facts);
}

/** A committee that decides nothing about unknown ways and homes gets the problem that it always had. */
function travelOf({ unknownKm, fromHome = [], ...travel }: PlanPolicy['travel']): PlanPolicy['travel'] {
  return {
    ...travel,
    ...(typeof unknownKm === 'number' && { unknownKm }),
    ...(fromHome.length > 0 && { fromHome }),
  };
}

/** A month without pairings is the problem that it always was. */
function pairingsOf({ pairings = [], month, specialists }: MonthFacts, { togetherReward }: PlanningPolicy) {
  const people = new Set(specialists.map(({ id }) => id));
  const found = pairingsOfMonth(pairings, month, people, togetherReward);
  return found.length > 0 ? { pairings: found } : {};
}

/** A month without wishes is the problem that it always was. */
function wishesOf({ specialists }: MonthFacts): Pick<PlanProblem, 'linkageWishes'> {
  const linkageWishes = specialists.flatMap(({ id, wishes = [] }) =>
    wishes.map((one) => ({ specialistId: id, ...one })),
  );
  return linkageWishes.length > 0 ? { linkageWishes } : {};
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
  { observers, teamNeedsLead }: PlanningPolicy,
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
    team: { differentDepartments: observers.max > 1, lead: teamNeedsLead },
    departmentIds: null,
  };
}

/** One interval of whole days, or the hours on each day; `24:00` is the start of the next day. */
function timesAway(
  { from, before, hours }: SpecialistFacts['absences'][number],
  zone: string,
): Specialist['unavailable'] {
  const at = (day: Day, time: string) => minutes(instantOf(day, time, zone));
  if (!hours) return [{ from: at(from, '00:00'), to: at(before, '00:00') }];
  const times: { from: number; to: number }[] = [];
  for (let day = from; day < before; day = addDays(day, 1)) {
    const to = hours.to === '24:00' ? at(addDays(day, 1), '00:00') : at(day, hours.to);
    times.push({ from: at(day, hours.from), to });
  }
  return times;
}

/**
 * Nothing is asked of a person who is away all month, not even the minimum of visits. Visits that were made before the
 * month was planned count.
 */
function specialistOf(
  specialist: SpecialistFacts,
  { month, zone, settled }: MonthFacts,
  { engine }: PlanningPolicy,
): Specialist {
  const { id, departmentId, maxVisits, target, absences, mayLead, base, lastVisits, ratherNot = [] } = specialist;
  const home = (engine.travel.fromHome ?? []).length > 0 ? specialist.home : null;
  const { there } = daysThere(absences, month);
  const made = settled?.visits[id] ?? 0;
  return {
    id,
    departmentId,
    fields: Object.entries(specialist.fields).map(([fieldId, strength]) => ({ fieldId, strength })),
    minVisits: there === 0 ? 0 : Math.max(0, specialist.minVisits - made),
    maxVisits: Math.max(0, maxVisits - made),
    target: Math.max(0, shareOfMonth(target, absences, month) - 100 * made),
    balance: specialist.balance.total,
    unavailable: absences.flatMap((absence) => timesAway(absence, zone)),
    ownBranchId: specialist.ownBranchId,
    residenceBranchId: specialist.residenceBranchId,
    conflictBranchIds: specialist.conflictBranchIds,
    knownBranchIds: [...new Set(lastVisits.map(({ branchId }) => branchId))],
    base,
    mayLead,
    lastVisits,
    preferences: [],
    // Only where there are some: a month without them is the problem that it always was.
    ...(home && { home }),
    ...(ratherNot.length > 0 && { dayPreferences: ratherNot.map((one) => ({ ...one, liking: -1 })) }),
  };
}

function minutes(at: Date): number {
  return Math.floor(at.getTime() / 60_000);
}
