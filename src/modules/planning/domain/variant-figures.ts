import type { MeetingRef, SpecialistRef } from '../../../kernel/id.ts';
import type { HandMonth, PlanProblem, Tier } from '../../../solver/index.ts';
import { owedShare } from './owed-share.ts';
import type { Duty } from './plan-decision.ts';

/** What variants are compared by. All of a month are measured by one policy, else their figures would mean different things. */
export interface VariantFigures {
  readonly visits: number;
  /** Meetings that are due, and those of them to which too few people go. */
  readonly due: number;
  readonly unmet: readonly string[];
  /** From each person's share, in hundredths of a visit: root mean square, and the largest. */
  readonly spread: number;
  readonly furthest: number;
  /** Ways whose ends are known, and how many are not. */
  readonly metres: number;
  readonly waysUnknown: number;
  /** In the order of the policy; less is better. */
  readonly tiers: readonly { readonly tier: Tier; readonly objective: number }[];
}

/**
 * @param problem of the month, by whose policy is measured; `hand` was made of it
 * @param duties those of people or meetings that are gone do not count
 */
export function variantFigures(
  { specialists, meetings }: PlanProblem,
  hand: HandMonth,
  duties: readonly Duty[],
): VariantFigures {
  const [people, places] = [idsOf(specialists), idsOf(meetings)];
  const kept = duties.filter(({ specialistId, meetingId }) => people.has(specialistId) && places.has(meetingId));
  const observers = counted(kept, ({ meetingId }) => meetingId);
  const visits = counted(kept, ({ specialistId }) => specialistId);
  const due = meetings.filter(({ minObservers }) => minObservers > 0);
  // Whoever owes nothing and goes nowhere, as on leave all month, is neither above nor below a share.
  const off = specialists
    .map((one) => 100 * (visits.get(one.id) ?? 0) - owedShare(one))
    .filter((_, at) => (specialists[at]?.target ?? 0) > 0 || visits.has(specialists[at]?.id ?? ''));
  const squares = off.reduce((sum, each) => sum + each ** 2, 0);
  const { metres, unknown } = hand.waysOf(kept);
  return {
    visits: kept.length,
    due: due.length,
    unmet: due.filter(({ id, minObservers }) => (observers.get(id) ?? 0) < minObservers).map(({ id }) => id),
    spread: Math.round(Math.sqrt(squares / Math.max(1, off.length))),
    furthest: Math.max(0, ...off.map(Math.abs)),
    metres,
    waysUnknown: unknown,
    tiers: hand.objectivesOf(kept),
  };
}

function idsOf(list: readonly { readonly id: MeetingRef | SpecialistRef }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}

function counted(duties: readonly Duty[], keyOf: (duty: Duty) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const duty of duties) counts.set(keyOf(duty), (counts.get(keyOf(duty)) ?? 0) + 1);
  return counts;
}
