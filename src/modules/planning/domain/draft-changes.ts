import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { inputHash, type Meeting, type PlanProblem, type Specialist } from '../../../solver/index.ts';

/** The kinds of facts that a draft depends on and that may have changed since, in the order in which they are shown. */
export const DRAFT_CHANGES = [
  'meetings_added',
  'meetings_gone',
  'meetings_moved',
  'leaves',
  'people_added',
  'people_gone',
  'people_changed',
  'earlier_visits',
  'branches_changed',
  'pins',
  'pairings',
  'assignments_lost',
  'policy',
  'other',
] as const;
export type DraftChangeKind = (typeof DRAFT_CHANGES)[number];

/** The number of meetings, people or branches that differ from those with which the draft was made. */
export interface DraftChange {
  readonly kind: DraftChangeKind;
  readonly count: number;
}

/**
 * The changes since a draft was made; empty where the engine would get exactly the same problem. `lost`: assignments of
 * the draft that went with their meeting or their person, which may be back without them.
 */
export function draftChanges(made: PlanProblem, now: PlanProblem, lost = 0): readonly DraftChange[] {
  const gone = lost > 0 ? ([{ kind: 'assignments_lost', count: lost }] as const) : [];
  if (inputHash(made) === inputHash(now)) return gone;
  const meetings = pairsById(made.meetings, now.meetings);
  const people = pairsById(made.specialists, now.specialists);
  const branches = pairsById(made.branches, now.branches);
  const counts: Record<DraftChangeKind, number> = {
    meetings_added: meetings.added.length,
    meetings_gone: meetings.gone.length,
    meetings_moved: meetings.kept.filter(([before, after]) => differ(hourOf(before), hourOf(after))).length,
    leaves: people.kept.filter(([before, after]) => differ(before.unavailable, after.unavailable)).length,
    people_added: people.added.length,
    people_gone: people.gone.length,
    people_changed: people.kept.filter(
      ([before, after]) =>
        differ(characterOf(before), characterOf(after)) ||
        // Leave also changes a person's share; it is shown as leave only.
        (!differ(before.unavailable, after.unavailable) && differ(askedOf(before), askedOf(after))),
    ).length,
    earlier_visits: Math.max(
      people.kept.filter(([before, after]) => differ(historyOf(before), historyOf(after))).length,
      branches.kept.filter(([before, after]) => before.monthsSinceVisit !== after.monthsSinceVisit).length,
    ),
    branches_changed:
      branches.kept.filter(([before, after]) => differ(soundness(before), soundness(after))).length +
      branches.added.length +
      branches.gone.length,
    pins: differ(made.pins, now.pins) ? Math.max(1, Math.abs(made.pins.length - now.pins.length)) : 0,
    pairings: differ(made.pairings, now.pairings)
      ? Math.max(1, Math.abs((made.pairings ?? []).length - (now.pairings ?? []).length))
      : 0,
    // They are also lost with meetings and people that are gone for good, which is said of those.
    assignments_lost: meetings.gone.length + people.gone.length > 0 ? 0 : lost,
    policy: differ(made.policy, now.policy) ? 1 : 0,
    other: 0,
  };
  const found = DRAFT_CHANGES.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
  return found.length > 0 ? found : [{ kind: 'other', count: 1 }];
}

function pairsById<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) {
  const known = new Map(before.map((one) => [one.id, one]));
  const ids = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !known.has(id)),
    gone: before.filter(({ id }) => !ids.has(id)),
    kept: after.flatMap((one) => {
      const former = known.get(one.id);
      return former ? [[former, one] as const] : [];
    }),
  };
}

function differ(a: unknown, b: unknown): boolean {
  return canonicalJson(a) !== canonicalJson(b);
}

function hourOf({ branchId, start, end, place, kind }: Meeting) {
  return { branchId, start, end, place, kind };
}

function characterOf(person: Specialist) {
  const {
    departmentId,
    fields,
    ownBranchId,
    residenceBranchId,
    conflictBranchIds,
    base,
    home,
    mayLead,
    preferences,
    dayPreferences,
  } = person;
  return {
    departmentId,
    fields,
    ownBranchId,
    residenceBranchId,
    conflictBranchIds,
    base,
    home,
    mayLead,
    preferences,
    dayPreferences,
  };
}

function askedOf({ target, minVisits, maxVisits }: Specialist) {
  return { target, minVisits, maxVisits };
}

function historyOf({ balance, lastVisits, knownBranchIds }: Specialist) {
  return { balance, lastVisits, knownBranchIds };
}

function soundness({ weakness, openDirectives, supervised }: PlanProblem['branches'][number]) {
  return { weakness, openDirectives, supervised };
}
