import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { submit, takeToDraft } from '../domain/month-plan.ts';
import type {} from '../errors.ts';
import { PlanApproversReadModel } from '../infra/plan-approvers-read-model.ts';
import { PlanGroundReadModel } from '../infra/plan-ground-read-model.ts';
import type { SeenPlan } from './hand-drafts.ts';
import { PlanReviewSteps } from './plan-review-steps.ts';

/** Gives a draft to those who approve plans, or takes it back from them. */
@Injectable()
export class SubmitPlan {
  constructor(
    private readonly steps: PlanReviewSteps,
    private readonly grounds: PlanGroundReadModel,
    private readonly approvers: PlanApproversReadModel,
  ) {}

  /**
   * @throws DomainError plan.not_found, plan.already_published, edit.stale, plan.wrong_step, plan.needs_no_approval,
   * plan.not_publishable, plan.outdated, plan.nobody_approves, plan.comment_long
   */
  execute(month: Month, seen: SeenPlan, comment = ''): Promise<void> {
    return this.steps.take({ month, kind: 'submitted', seen, comment }, async ({ plan, rule, review }) => {
      const isOutdated = await this.grounds.isOutdated(month);
      const submitted = submit(plan, { ...review, ...seen, isOutdated }, rule);
      if ((await this.approvers.list(review, rule)).length === 0) {
        throw new DomainError('plan.nobody_approves', { month });
      }
      return submitted;
    });
  }

  /** An approved plan too: its approval no longer counts. @throws DomainError as `execute`, but for facts and policy */
  withdraw(month: Month, seen: SeenPlan, comment = ''): Promise<void> {
    return this.steps.take({ month, kind: 'withdrawn', seen, comment }, ({ plan, rule, review }) =>
      takeToDraft('withdraw', plan, { ...review, ...seen }, rule),
    );
  }
}
