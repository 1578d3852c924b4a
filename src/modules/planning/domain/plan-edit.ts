import type { AccountId } from '../../../kernel/id.ts';
import { isSameJson } from '../../../kernel/same-json.ts';
import { type EditEffect, type NotedAction, touchedBy } from './desk-action.ts';

/** A change of a plan by hand. */
export interface PlanEdit {
  /** From 1 in each plan. */
  readonly number: number;
  readonly action: NotedAction;
  readonly effect: EditEffect;
  readonly reason: string | null;
  /** Of the plan, after the edit was made, undone or made again. */
  readonly revision: number;
  readonly madeAt: Date;
  readonly madeBy: AccountId | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: AccountId | null;
  /** Who did it again after it was undone; null where it was not. */
  readonly madeAgainBy: AccountId | null;
  /** Undone, and followed by another edit. */
  readonly isClosed: boolean;
}

/** Whose doing its latest revision is. */
export function lastHandOf({ undoneAt, undoneBy, madeAgainBy, madeBy }: PlanEdit): AccountId | null {
  return undoneAt === null ? (madeAgainBy ?? madeBy) : undoneBy;
}

/** What others have done since a revision, in the order in which they did it. */
export function doneByOthers(edits: readonly PlanEdit[], seen: number, who: AccountId | null): readonly PlanEdit[] {
  return edits
    .filter((edit) => edit.revision > seen && lastHandOf(edit) !== who)
    .toSorted((a, b) => a.revision - b.revision);
}

/** The edit that would be undone next: the last that stands. */
export function toUndo(edits: readonly PlanEdit[]): PlanEdit | null {
  return edits.findLast(({ undoneAt }) => undoneAt === null) ?? null;
}

/** The edit that would be made again next: the first that was undone since the last that stands. */
export function toRedo(edits: readonly PlanEdit[]): PlanEdit | null {
  return edits.find(({ undoneAt, isClosed }) => undoneAt !== null && !isClosed) ?? null;
}

/**
 * Whether somebody has just done the very same, and nobody anything about it since: a second click, or an answer that was
 * lost on the way.
 */
export function isRepeated(
  edits: readonly PlanEdit[],
  action: NotedAction,
  { revision: seen, by }: { readonly revision: number; readonly by: AccountId | null },
): boolean {
  return edits.some(
    (edit) =>
      edit.revision > seen &&
      edit.undoneAt === null &&
      edit.madeBy === by &&
      isSameJson(edit.action, action) &&
      quickerEdit(edits, edit.effect, edit.revision) === null,
  );
}

/** What others have done since a revision to the same people or meetings; null where an effect hits nothing of it. */
export function quickerEdit(edits: readonly PlanEdit[], effect: EditEffect, seen: number): PlanEdit | null {
  const touched = touchedBy(effect);
  const since = edits.filter(({ revision }) => revision > seen).toSorted((a, b) => a.revision - b.revision);
  return since.findLast((edit) => [...touchedBy(edit.effect)].some((id) => touched.has(id))) ?? null;
}
