import type { Sentence } from '../../platform/i18n/messages.ts';
import type { DraftChange, PlanHeader } from '../../modules/planning/index.ts';
import type { MonthScreen } from './month-screen-read-model.ts';

/** The note on a page with an outdated draft. */
export interface OutdatedDraft {
  /** What has changed since, most important first. */
  readonly changes: readonly Sentence[];
  /** Takes a POST; null for people who may not plan. */
  readonly planAction: string | null;
  /** Where a plan that is under review is sent back or withdrawn; null for a draft. */
  readonly reviewHref: string | null;
}

/** Null where the plan is published, or where the same problem would be solved today. */
export function outdatedDraft(
  {
    month,
    ground,
    solve,
    plan,
  }: Pick<MonthScreen, 'month' | 'ground' | 'solve'> & {
    readonly plan: Pick<PlanHeader, 'state'> | null;
  },
  rights: { readonly plans: boolean },
): OutdatedDraft | null {
  if (ground.changes.length === 0) return null;
  const isSolving = (solve?.state === 'waiting' || solve?.state === 'running') && !solve.isAbandoned;
  const isUnderReview = plan?.state === 'submitted' || plan?.state === 'approved';
  return {
    changes: ground.changes.map(sentenceOf),
    planAction: rights.plans && !isSolving && !isUnderReview ? `/months/${month}/plan` : null,
    reviewHref: isUnderReview ? `/months/${month}/plan/review` : null,
  };
}

function sentenceOf({ kind, count }: DraftChange): Sentence {
  return { key: `draft.change.${kind}`, params: { count } };
}
