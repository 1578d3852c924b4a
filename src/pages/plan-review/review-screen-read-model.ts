import { Injectable } from '@nestjs/common';
import type { Month } from '../../kernel/month.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { PlanEdits, PlanReviewsReadModel } from '../../modules/planning/index.ts';
import { MonthScreenReadModel } from '../month/month-screen-read-model.ts';
import type { ReviewScreen } from './build-plan-review-page.ts';

/** All that the page of a plan's review shows, read in one transaction. */
@Injectable()
export class ReviewScreenReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly screens: MonthScreenReadModel,
    private readonly reviews: PlanReviewsReadModel,
    private readonly edits: PlanEdits,
  ) {}

  /** Null where the month has no plan. */
  read(month: Month): Promise<ReviewScreen | null> {
    return this.work.run(async () => {
      const screen = await this.screens.read(month);
      const { plan } = screen;
      if (!plan) return null;
      const review = await this.reviews.of(plan);
      return { screen, plan, review, decisions: await this.edits.listDecisions(plan.id) };
    });
  }
}
