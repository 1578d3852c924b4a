import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { takeToDraft } from '../domain/month-plan.ts';
import type {} from '../errors.ts';
import type { SeenPlan } from './hand-drafts.ts';
import { PlanReviewSteps } from './plan-review-steps.ts';

/** Gives a submitted or approved plan back to the board, with what is to be changed. */
@Injectable()
export class SendPlanBack {
  constructor(private readonly steps: PlanReviewSteps) {}

  /**
   * @throws DomainError plan.not_found, plan.already_published, edit.stale, plan.wrong_step, plan.comment_missing,
   * plan.comment_long
   */
  execute(month: Month, seen: SeenPlan, comment: string): Promise<void> {
    return this.steps.take({ month, kind: 'sent_back', seen, comment }, ({ plan, rule, review }) => {
      const draft = takeToDraft('send_back', plan, { ...review, ...seen }, rule);
      if (review.comment === null) throw new DomainError('plan.comment_missing', {});
      return draft;
    });
  }
}
