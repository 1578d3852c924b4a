import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { approve } from '../domain/month-plan.ts';
import { isOwnSubmission } from '../domain/plan-review.ts';
import { PlanGroundReadModel } from '../infra/plan-ground-read-model.ts';
import type { SeenPlan } from './hand-drafts.ts';
import { PlanReviewSteps } from './plan-review-steps.ts';

/** Approves a submitted plan, so that it may be published. */
@Injectable()
export class ApprovePlan {
  constructor(
    private readonly steps: PlanReviewSteps,
    private readonly grounds: PlanGroundReadModel,
  ) {}

  /**
   * @throws DomainError plan.not_found, plan.already_published, edit.stale, plan.wrong_step, plan.own_submission,
   * plan.outdated_in_review, plan.comment_long
   */
  execute(month: Month, seen: SeenPlan, comment = ''): Promise<void> {
    return this.steps.take({ month, kind: 'approved', seen, comment }, async ({ plan, rule, earlier, review }) => {
      const submission = earlier.findLast(({ kind }) => kind === 'submitted');
      const isOwn = submission !== undefined && isOwnSubmission(submission, review);
      const isOutdated = await this.grounds.isOutdated(month);
      return approve(plan, { ...review, ...seen, isOwn, isOutdated }, rule);
    });
  }
}
