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
  const settled = new Settled(problem);
  const areOver = (a: Meeting, b: Meeting): boolean => settled.isOver(a) && settled.isOver(b);
  return (a, b) => clashes(a, b) || (a.id !== b.id && !areOver(a, b) && rules.some(({ forbids }) => forbids(a, b)));
}

/**
 * The same without limits and rest. A meeting that is over was attended, so it excludes no other meeting that is over.
 */
export function clashing(problem: PlanProblem): (a: Meeting, b: Meeting) => boolean {
  const clashes = clashingAhead(problem);
  const settled = new Settled(problem);
  return settled.some ? (a, b) => !(settled.isOver(a) && settled.isOver(b)) && clashes(a, b) : clashes;
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
