import type { Pin, PlanProblem } from './problem.ts';
import { asRead, isRead } from './read-problem.ts';

/**
 * The same month with other pins, each of somebody and a meeting that are part of it, and of no pair two. Where the month
 * was read it need not be read again, so that people who change plans do not wait for that with every change.
 */
export function withPins(problem: PlanProblem, pins: readonly Pin[]): PlanProblem {
  const changed = { ...problem, pins };
  return isRead(problem) && pins.every(fits(problem)) ? asRead(changed) : changed;
}

function fits({ specialists, meetings }: PlanProblem): (pin: Pin) => boolean {
  const [people, places] = [new Set(specialists.map(({ id }) => id)), new Set(meetings.map(({ id }) => id))];
  const seen = new Set<string>();
  return ({ specialistId, meetingId }) => {
    const pair = `${specialistId}\n${meetingId}`;
    const isNew = !seen.has(pair);
    seen.add(pair);
    return isNew && people.has(specialistId) && places.has(meetingId);
  };
}
