import type { SpecialistRef } from '../../../kernel/id.ts';
import { OVERRULABLE, type Pin, type PlanProblem, withOverruled, withPins } from '../../../solver/index.ts';
import type { PlanDecision } from './plan-decision.ts';

/**
 * What the engine is asked where people have decided of some pairs themselves; of those who have left, and of meetings that are over,
 * nothing is asked.
 * Limits that they have overruled give way, for these people and meetings alone.
 */
export function withDecisions(ground: PlanProblem, decisions: readonly PlanDecision[]): PlanProblem {
  if (decisions.length === 0) return ground;
  const people = new Set(ground.specialists.map(({ id }) => id));
  const before = ground.published?.settledBefore ?? -Infinity;
  const meetings = new Set(ground.meetings.flatMap(({ id, start }) => (start < before ? [] : [id])));
  const known = decisions.filter(({ specialistId, meetingId }) => people.has(specialistId) && meetings.has(meetingId));
  const visits = (id: SpecialistRef) => known.filter((one) => one.specialistId === id && one.kind === 'must').length;
  const lowered = known
    .filter(({ overrules }) => overrules.includes('below_min_visits'))
    .map(({ specialistId: id }) => ({ kind: 'specialist', id, visits: visits(id) }) as const);
  return withOverruled(
    withPins(ground, known.map(pinOf)),
    known.filter(({ kind, overrules }) => kind === 'must' && overrules.some((rule) => !isOfPair(rule))),
    lowered,
  );
}

function pinOf({ specialistId, meetingId, kind, overrules }: PlanDecision): Pin {
  const ofPair = kind === 'must' ? OVERRULABLE.filter((rule) => overrules.includes(rule)) : [];
  return { specialistId, meetingId, kind, ...(ofPair.length > 0 && { overrules: ofPair }) };
}

function isOfPair(rule: string): boolean {
  return OVERRULABLE.some((one) => one === rule);
}
