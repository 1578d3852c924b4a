import { canonicalJson, contentHash, textHash } from '../../kernel/canonical-json.ts';
import { DEFAULT_POLICY, type Labelled, type Pin, type PlanPolicy, type PlanProblem } from '../problem.ts';
import { isSameJson } from '../../kernel/same-json.ts';
import type { MeetingRef, SpecialistRef } from '../../kernel/id.ts';
import { pairingsInOneOrder } from './company.ts';
import { inOneOrder } from './limit-sets.ts';

/** A problem is never changed after it was read, so the result is kept as long as the problem is. */
const known = new WeakMap<PlanProblem, PlanProblem>();

/** The same problem with every list in a fixed order, so that reordering the input changes nothing. */
export function canonicalProblem(problem: PlanProblem): PlanProblem {
  const canonical = known.get(problem) ?? inOrder(problem);
  known.set(problem, canonical);
  return canonical;
}

/**
 * What was made of a list or a policy: months that differ in their pins alone share them, and people who change a plan
 * make such a month with every change.
 */
function madeOnce<T extends object, R>(make: (from: T) => R): (from: T) => R {
  const made = new WeakMap<T, { readonly result: R }>();
  return (from) => {
    const found = made.get(from) ?? { result: make(from) };
    made.set(from, found);
    return found.result;
  };
}

const branchesInOrder = madeOnce((branches: PlanProblem['branches']) => byId(branches));

const specialistsInOrder = madeOnce((specialists: PlanProblem['specialists']) =>
  byId(specialists).map((specialist) => ({
    ...specialist,
    fields: [...specialist.fields].sort((a, b) => compareText(a.fieldId, b.fieldId)),
    unavailable: [...specialist.unavailable].sort((a, b) => a.from - b.from || a.to - b.to),
    conflictBranchIds: [...specialist.conflictBranchIds].sort(compareText),
    knownBranchIds: [...specialist.knownBranchIds].sort(compareText),
    lastVisits: [...specialist.lastVisits].sort(
      (a, b) => compareText(a.branchId, b.branchId) || a.monthsAgo - b.monthsAgo,
    ),
    preferences: [...specialist.preferences].sort((a, b) => compareText(a.branchId, b.branchId)),
    ...(specialist.awayWeekly && { awayWeekly: byText(specialist.awayWeekly) }),
    ...(specialist.dayPreferences && { dayPreferences: byText(specialist.dayPreferences) }),
  })),
);

const meetingsInOrder = madeOnce((meetings: PlanProblem['meetings']) =>
  byId(meetings).map((meeting) => ({
    ...meeting,
    needs: [...meeting.needs].sort((a, b) => compareText(a.fieldId, b.fieldId)),
    departmentIds: meeting.departmentIds === null ? null : [...meeting.departmentIds].sort(compareText),
  })),
);

const policyInOrder = madeOnce((policy: PlanPolicy): PlanPolicy => ({ ...policy, limits: inOneOrder(policy.limits) }));

function inOrder(problem: PlanProblem): PlanProblem {
  return {
    ...problem,
    fields: [...problem.fields].sort(compareText),
    departments: byId(problem.departments),
    branches: branchesInOrder(problem.branches),
    specialists: specialistsInOrder(problem.specialists),
    meetings: meetingsInOrder(problem.meetings),
    pairs: problem.pairs === null ? null : byPair(problem.pairs),
    conflicts:
      problem.conflicts === null
        ? null
        : problem.conflicts
            .map((set) => ({ meetingIds: [...set.meetingIds].sort(compareText) }))
            .sort((a, b) => compareText(a.meetingIds.join('\n'), b.meetingIds.join('\n'))),
    pins: byPair(problem.pins).map(pinInOneOrder),
    ...(problem.pairings && { pairings: pairingsInOneOrder(problem) }),
    ...(problem.linkageWishes && {
      linkageWishes: [...problem.linkageWishes].sort(
        (a, b) =>
          compareText(a.specialistId, b.specialistId) || compareText(a.branchId, b.branchId) || a.worth - b.worth,
      ),
    }),
    published:
      problem.published === null
        ? null
        : {
            ...problem.published,
            assignments: byPair(problem.published.assignments),
            changedMeetingIds: [...problem.published.changedMeetingIds].sort(compareText),
          },
    policy: policyInOrder(problem.policy),
  };
}

function pinInOneOrder({ overrules = [], ...pin }: Pin): Pin {
  return overrules.length === 0 ? pin : { ...pin, overrules: [...overrules].sort(compareText) };
}

/**
 * Parts that were added to the policy later are hashed only where they are used, so that plans of earlier releases
 * still match their problems.
 */
function countedPolicy(policy: PlanPolicy): Partial<PlanPolicy> {
  const unused = (['limits', 'rest', 'calendar'] as const).filter((name) =>
    isSameJson(policy[name], DEFAULT_POLICY[name]),
  );
  return Object.fromEntries(Object.entries(policy).filter(([name]) => !unused.some((one) => one === name)));
}

const hashes = new WeakMap<PlanProblem, string>();

function counted(problem: PlanProblem): unknown {
  const { leftOut: _, ...canonical } = canonicalProblem(problem);
  return {
    ...canonical,
    departments: canonical.departments.map(unlabelled),
    branches: canonical.branches.map(unlabelled),
    specialists: canonical.specialists.map(unlabelled),
    meetings: canonical.meetings.map(unlabelled),
    policy: countedPolicy(canonical.policy),
  };
}

/** The texts of longer lists would take too much room to be kept. */
const LONGEST_KEPT = 2_000;

const textOfList = madeOnce((list: readonly Labelled[]) => canonicalJson(list.map(unlabelled)));

/** The canonical JSON of the same; its lists are written once for all months that share them. */
function countedText(problem: PlanProblem): string {
  const { leftOut: _, departments, branches, specialists, meetings, policy, ...others } = canonicalProblem(problem);
  const lists = { departments, branches, specialists, meetings };
  const texts = new Map([
    ...Object.entries(lists).map(([name, list]) => [name, textOfList(list)] as const),
    ...Object.entries({ ...others, policy: countedPolicy(policy) })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, canonicalJson(value)] as const),
  ]);
  const names = [...texts.keys()].sort(compareText);
  return `{${names.map((name) => `${JSON.stringify(name)}:${texts.get(name) ?? ''}`).join(',')}}`;
}

function unlabelled<T extends Labelled>(one: T): Omit<T, 'label'> {
  const { label: _, ...rest } = one;
  return rest;
}

/** SHA-256 of the problem in canonical order, in hexadecimal. */
export function inputHash(problem: PlanProblem): string {
  const hash = hashes.get(problem) ?? hashOf(problem);
  hashes.set(problem, hash);
  return hash;
}

function hashOf(problem: PlanProblem): string {
  const isLong = Math.max(problem.meetings.length, problem.branches.length, problem.specialists.length) > LONGEST_KEPT;
  return isLong ? contentHash(counted(problem)) : textHash(countedText(problem));
}

/** Compares by UTF-16 code units, which does not depend on the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byText<T>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareText(canonicalJson(a), canonicalJson(b)));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}

/** The place of each text among all of them in order. */
function placesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(texts)].sort(compareText).map((text, place) => [text, place]));
}

function byPair<T extends { readonly specialistId: SpecialistRef; readonly meetingId: MeetingRef }>(
  items: readonly T[],
): T[] {
  // Of hundreds of thousands of pairs places are compared, since texts take several times as long.
  const [person, meeting] = [
    placesOf(items.map(({ specialistId }) => specialistId)),
    placesOf(items.map((one) => one.meetingId)),
  ];
  const keys = Float64Array.from(
    items,
    (one, i) =>
      ((person.get(one.specialistId) ?? 0) * meeting.size + (meeting.get(one.meetingId) ?? 0)) * items.length + i,
  );
  return Array.from(keys.sort(), (key) => items[key % items.length] as T);
}
