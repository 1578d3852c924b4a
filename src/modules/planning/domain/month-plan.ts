import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId, Id } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Plan, PlanProblem } from '../../../solver/index.ts';
import type {} from '../errors.ts';

export type PlanId = Id<'Plan'>;

/** One answer of the engine for a month, with the question that it answers. */
export interface MonthPlan {
  readonly id: PlanId;
  readonly month: Month;
  readonly state: 'draft' | 'published' | 'superseded';
  readonly problem: PlanProblem;
  readonly plan: Plan;
  /** Whether the independent checker came to the same. */
  readonly isVerified: boolean;
  readonly madeAt: Date;
  readonly publishedAt: Date | null;
  readonly publishedBy: AccountId | null;
  readonly noticeId: string | null;
}

/** Rules of publication; `currentHash` is that of the problem as it would be built now. */
export function publish(
  draft: MonthPlan,
  asked: { readonly planId: string; readonly currentHash: string; readonly at: Date; readonly by: AccountId | null },
): MonthPlan {
  const { month } = draft;
  if (draft.state === 'published') throw new DomainError('plan.already_published', { month });
  if (draft.id !== asked.planId) throw new DomainError('plan.stale', { month });
  if (draft.plan.status !== 'optimal' && draft.plan.status !== 'feasible') {
    throw new DomainError('plan.not_publishable', { month });
  }
  if (draft.plan.inputHash !== asked.currentHash) throw new DomainError('plan.outdated', { month });
  return { ...draft, state: 'published', publishedAt: asked.at, publishedBy: asked.by };
}
