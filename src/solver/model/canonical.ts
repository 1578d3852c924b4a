import { canonicalJson, contentHash } from '../../kernel/canonical-json.ts';
import { DEFAULT_POLICY, type Labelled, type Pin, type PlanPolicy, type PlanProblem } from '../problem.ts';
import { isSameJson } from '../../kernel/same-json.ts';
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

function inOrder(problem: PlanProblem): PlanProblem {
  return {
    ...problem,
    fields: [...problem.fields].sort(compareText),
    departments: byId(problem.departments),
    branches: byId(problem.branches),
    specialists: byId(problem.specialists).map((specialist) => ({
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
    meetings: byId(problem.meetings).map((meeting) => ({
      ...meeting,
      needs: [...meeting.needs].sort((a, b) => compareText(a.fieldId, b.fieldId)),
      departmentIds: meeting.departmentIds === null ? null : [...meeting.departmentIds].sort(compareText),
    })),
    pairs: problem.pairs === null ? null : byPair(problem.pairs),
    conflicts:
      problem.conflicts === null
        ? null
        : problem.conflicts
            .map((set) => ({ meetingIds: [...set.meetingIds].sort(compareText) }))
            .sort((a, b) => compareText(a.meetingIds.join('\n'), b.meetingIds.join('\n'))),
    pins: byPair(problem.pins).map(pinInOneOrder),
    ...(problem.pairings && { pairings: pairingsInOneOrder(problem) }),
    published:
      problem.published === null
        ? null
        : {
            ...problem.published,
            assignments: byPair(problem.published.assignments),
            changedMeetingIds: [...problem.published.changedMeetingIds].sort(compareText),
          },
    policy: { ...problem.policy, limits: inOneOrder(problem.policy.limits) },
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

function unlabelled<T extends Labelled>(one: T): Omit<T, 'label'> {
  const { label: _, ...rest } = one;
  return rest;
}

/** SHA-256 of the problem in canonical order, in hexadecimal. */
export function inputHash(problem: PlanProblem): string {
  const hash = hashes.get(problem) ?? contentHash(counted(problem));
  hashes.set(problem, hash);
  return hash;
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

function byPair<T extends { readonly specialistId: string; readonly meetingId: string }>(items: readonly T[]): T[] {
  return [...items].sort(
    (a, b) => compareText(a.specialistId, b.specialistId) || compareText(a.meetingId, b.meetingId),
  );
}
