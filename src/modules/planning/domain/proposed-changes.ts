import type { EditEffect, PlanByHand } from './desk-action.ts';
import { type Duty, dutyKey } from './plan-decision.ts';

/** Some of what a proposal changes, such that it can be taken without the rest. */
export interface ProposedChange {
  readonly added: readonly Duty[];
  readonly dropped: readonly Duty[];
}

/**
 * What one plan changes against another, in the smallest parts that share nobody and no meeting: the latest of a chain of
 * people who move up for each other can only be taken with the first.
 */
export function proposedChanges(before: readonly Duty[], after: readonly Duty[]): readonly ProposedChange[] {
  const added = without(after, before);
  const dropped = without(before, after);
  const joined = new Joined();
  for (const { specialistId, meetingId } of [...added, ...dropped]) joined.join(specialistId, meetingId);
  const parts = new Map<string, { added: Duty[]; dropped: Duty[] }>();
  const partOf = ({ meetingId }: Duty) => {
    const root = joined.rootOf(meetingId);
    const part = parts.get(root) ?? { added: [], dropped: [] };
    parts.set(root, part);
    return part;
  };
  for (const duty of dropped) partOf(duty).dropped.push(duty);
  for (const duty of added) partOf(duty).added.push(duty);
  return [...parts.values()];
}

/** What taking some parts changes. */
export function taking(parts: readonly ProposedChange[]): EditEffect {
  return {
    added: parts.flatMap(({ added }) => added),
    dropped: parts.flatMap(({ dropped }) => dropped),
    decisions: [],
  };
}

/** Whether it undoes what people have decided since the engine was asked. */
export function contradicts({ added, dropped }: ProposedChange, plan: PlanByHand): boolean {
  const decided = new Map(plan.decisions.map((decision) => [dutyKey(decision), decision.kind]));
  return (
    added.some((duty) => decided.get(dutyKey(duty)) === 'must_not') ||
    dropped.some((duty) => decided.get(dutyKey(duty)) === 'must')
  );
}

function without(some: readonly Duty[], others: readonly Duty[]): Duty[] {
  const known = new Set(others.map(dutyKey));
  return some
    .filter((duty) => !known.has(dutyKey(duty)))
    .map(({ specialistId, meetingId }) => ({ specialistId, meetingId }))
    .toSorted((a, b) => (dutyKey(a) < dutyKey(b) ? -1 : 1));
}

/** Ids in sets that grow together. */
class Joined {
  private readonly parents = new Map<string, string>();

  join(a: string, b: string): void {
    this.parents.set(this.rootOf(a), this.rootOf(b));
  }

  rootOf(id: string): string {
    const parent = this.parents.get(id);
    if (parent === undefined || parent === id) return id;
    const root = this.rootOf(parent);
    this.parents.set(id, root);
    return root;
  }
}
