import type { Sentence } from '../../platform/i18n/messages.ts';
import type { DraftChange } from '../../modules/planning/index.ts';
import type { MonthScreen } from './month-screen-read-model.ts';

/** What a page that shows a draft says where the draft no longer fits. */
export interface OutdatedDraft {
  /** What has changed since, in the order of importance. */
  readonly changes: readonly Sentence[];
  /** Takes a POST; null for whoever may not plan. */
  readonly planAction: string | null;
}

/** Null where the plan is published, or answers what would be asked today. */
export function outdatedDraft(
  { month, ground, solve }: Pick<MonthScreen, 'month' | 'ground' | 'solve'>,
  rights: { readonly plans: boolean },
): OutdatedDraft | null {
  if (ground.changes.length === 0) return null;
  const isSolving = (solve?.state === 'waiting' || solve?.state === 'running') && !solve.isAbandoned;
  return {
    changes: ground.changes.map(sentenceOf),
    planAction: rights.plans && !isSolving ? `/months/${month}/plan` : null,
  };
}

function sentenceOf({ kind, count }: DraftChange): Sentence {
  return { key: `draft.change.${kind}`, params: { count } };
}
