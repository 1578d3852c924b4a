import { type PlanProblem, settle } from '../../../solver/index.ts';
import type { MonthFacts } from './month-facts.ts';

const MINUTE_MS = 60_000;

/**
 * Of a month that is planned after it has begun: what is over. Null where all of it lies ahead. It is the same until
 * the next meeting begins, so that a draft is not outdated by time alone.
 */
export function begunSince(
  meetings: MonthFacts['meetings'],
  now: Date | null,
): NonNullable<MonthFacts['settled']>['before'] | null {
  const begun = now === null ? [] : meetings.map(({ startsAt }) => startsAt.getTime()).filter((at) => at <= +now);
  return begun.length > 0 ? new Date(Math.max(...begun) + MINUTE_MS) : null;
}

export function isSettled(
  { startsAt }: { readonly startsAt: Date },
  { settled }: Pick<MonthFacts, 'settled'>,
): boolean {
  return settled !== undefined && settled !== null && startsAt < settled.before;
}

/** Nobody can be sent to what is over, and nobody is missed there. */
export function settledMonth(problem: PlanProblem, { settled }: Pick<MonthFacts, 'settled'>): PlanProblem {
  if (!settled) return problem;
  const published = { assignments: [], priceOfNew: 0, changedMeetingIds: [] };
  return settle({ ...problem, published }, [], Math.floor(settled.before.getTime() / MINUTE_MS));
}
