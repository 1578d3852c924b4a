import type { Meeting, PlanPolicy, PlanProblem } from '../problem.ts';
import { travelMinutes } from './distance.ts';
import { Settled } from './settled.ts';
import { spacingRules } from './spacing.ts';

type Occasion = Pick<Meeting, 'start' | 'end' | 'place'>;

/** Whether one person cannot attend both by time: neither order leaves the minutes for the way and the buffer. */
export function overlaps(a: Occasion, b: Occasion, policy: Pick<PlanPolicy, 'travel'>): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const free = second.start - first.end;
  if (free < policy.travel.bufferMinutes) return true;
  return free < policy.travel.bufferMinutes + travelMinutes(first.place, second.place, policy.travel);
}

/**
 * The symmetric, irreflexive relation "one person cannot attend both": by time and branch, or by explicit sets where
 * the problem has them; and always by limits and rest.
 */
export function incompatibility(problem: PlanProblem): (a: Meeting, b: Meeting) => boolean {
  const clashes = clashing(problem);
  const rules = spacingRules(problem.policy);
  if (rules.length === 0) return clashes;
  return unlessOver(problem, (a, b) => clashes(a, b) || (a.id !== b.id && rules.some(({ forbids }) => forbids(a, b))));
}

/** The same without limits and rest. */
export function clashing(problem: PlanProblem): (a: Meeting, b: Meeting) => boolean {
  return unlessOver(problem, clashingAhead(problem));
}

/** The same by the clock alone; explicit sets say of no meetings that they are at one time. */
export function clashingByTime(problem: PlanProblem): (a: Meeting, b: Meeting) => boolean {
  const { conflicts, policy } = problem;
  return unlessOver(problem, (a, b) => conflicts === null && a.id !== b.id && overlaps(a, b, policy));
}

/** The same by the clock, limits and rest, which is all but the branch and explicit sets. */
export function tooClose(problem: PlanProblem): (a: Meeting, b: Meeting) => boolean {
  const byTime = clashingByTime(problem);
  const rules = spacingRules(problem.policy);
  return unlessOver(problem, (a, b) => byTime(a, b) || (a.id !== b.id && rules.some(({ forbids }) => forbids(a, b))));
}

/** A meeting that is over was attended, so it excludes no other meeting that is over. */
function unlessOver(
  problem: PlanProblem,
  excludes: (a: Meeting, b: Meeting) => boolean,
): (a: Meeting, b: Meeting) => boolean {
  const settled = new Settled(problem);
  return settled.some ? (a, b) => !(settled.isOver(a) && settled.isOver(b)) && excludes(a, b) : excludes;
}

function clashingAhead(problem: PlanProblem): (a: Meeting, b: Meeting) => boolean {
  const { conflicts, policy } = problem;
  if (conflicts === null) {
    return (a, b) => a.id !== b.id && ((policy.oncePerBranch && a.branchId === b.branchId) || overlaps(a, b, policy));
  }
  const setsOf = new Map<string, Set<number>>();
  conflicts.forEach((set, index) => {
    for (const id of set.meetingIds) setsOf.set(id, (setsOf.get(id) ?? new Set()).add(index));
  });
  return (a, b) => {
    if (a.id === b.id) return false;
    const [ofA, ofB] = [setsOf.get(a.id), setsOf.get(b.id)];
    if (ofA === undefined || ofB === undefined) return false;
    for (const index of ofA) if (ofB.has(index)) return true;
    return false;
  };
}
