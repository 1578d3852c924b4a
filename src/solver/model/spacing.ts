import type { Meeting, PlanPolicy, VisitLimit } from '../problem.ts';
import { isOneWindow } from './limit-windows.ts';
import { localClock } from './local-clock.ts';

/** A rule other than the clock by which one person cannot attend two meetings. */
export interface SpacingRule {
  /** The limit of one visit; null for the rule of rest between days. */
  readonly limit: VisitLimit | null;
  readonly forbids: (a: Meeting, b: Meeting) => boolean;
}

/**
 * Limits of one visit that hold for everybody, and rest between days: rules that can be decided for any two meetings by
 * themselves.
 */
export function spacingRules({ limits, rest, calendar }: PlanPolicy): SpacingRule[] {
  const { daysBetween, eveningsBetween, overnightMinutes } = rest;
  const single = limits.filter(isSingle);
  const hasRest = daysBetween > 0 || eveningsBetween > 0 || overnightMinutes > 0;
  if (single.length === 0 && !hasRest) return [];
  const clock = localClock(calendar);
  const restForbids = (a: Meeting, b: Meeting): boolean => {
    const [first, second] = a.start <= b.start ? [a, b] : [b, a];
    const [before, after] = [clock(first.start), clock(second.start)];
    const apart = after.day - before.day;
    if (apart === 0) return false;
    if (apart <= daysBetween || second.start - first.end < overnightMinutes) return true;
    return before.part === 'evening' && after.part === 'evening' && apart <= eveningsBetween;
  };
  return [
    ...single.map((limit): SpacingRule => ({ limit, forbids: (a, b) => isOneWindow(limit, a, b, clock) })),
    ...(hasRest ? [{ limit: null, forbids: restForbids }] : []),
  ];
}

/**
 * Whether the limit is one visit for everybody, which is the same as any two meetings in one window excluding each
 * other.
 */
export function isSingle({ most, specialistIds }: VisitLimit): boolean {
  return most === 1 && specialistIds === null;
}
