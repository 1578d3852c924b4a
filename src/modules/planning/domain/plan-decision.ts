import type { AccountId, MeetingId, MeetingRef, SpecialistId, SpecialistRef } from '../../../kernel/id.ts';

/** Somebody and a meeting. */
export interface Duty {
  readonly specialistId: SpecialistId;
  readonly meetingId: MeetingId;
}

/**
 * What people have decided of somebody and a meeting in a plan: whether they go there or not is no longer the engine's to
 * choose. Whoever is sent or taken off by hand is decided of, so that planning again does not undo it.
 */
export interface PlanDecision extends Duty {
  readonly kind: 'must' | 'must_not';
  /** Rules that it breaks on purpose, as the engine names them. */
  readonly overrules: readonly string[];
  /** Why it breaks them; null where it breaks none. */
  readonly reason: string | null;
}

/** A decision with who has made it; it stays theirs in every plan that keeps it. */
export interface KeptDecision extends PlanDecision {
  readonly madeAt?: Date;
  readonly madeBy?: AccountId | null;
}

/** A decision that breaks rules on purpose, with who has made it; the name is empty where that is not known any more. */
export interface OverrulingDecision extends PlanDecision {
  readonly by: string;
}

/** Whether two plans ask the same of the engine, in whatever order; who went meanwhile has no decisions in either. */
export function isSameDecisions(some: readonly PlanDecision[], others: readonly PlanDecision[]): boolean {
  const written = ({ kind, overrules, ...duty }: PlanDecision) =>
    [dutyKey(duty), kind, ...overrules.toSorted()].join(' ');
  return some.map(written).toSorted().join() === others.map(written).toSorted().join();
}

export function dutyKey({
  specialistId,
  meetingId,
}: {
  readonly specialistId: SpecialistRef;
  readonly meetingId: MeetingRef;
}) {
  return `${meetingId}/${specialistId}`;
}
