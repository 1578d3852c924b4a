import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { EventFacts } from '../../../kernel/events.ts';
import { formatActing } from '../../../kernel/format.ts';
import type { Month } from '../../../kernel/month.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { Accounts } from '../../identity/index.ts';
import { Outbox } from '../../notifications/index.ts';
import type {} from '../application/plan-review-steps.ts';
import { MonthFactsReadModel } from './month-facts-read-model.ts';
import { PlanApproversReadModel } from './plan-approvers-read-model.ts';
import { type NamedReview, PlanReviews } from './repositories/plan-reviews.ts';
import { Plans } from './repositories/plans.ts';

/** Mails about the review of a plan; whoever took the step is not told of it. */
@Injectable()
export class PlanReviewMails {
  constructor(
    private readonly reviews: PlanReviews,
    private readonly plans: Plans,
    private readonly months: MonthFactsReadModel,
    private readonly approvers: PlanApproversReadModel,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A plan waits for them; nobody is told where it was withdrawn or decided in the meantime. */
  async mailApprovers({ month, planId, number }: EventFacts['plan.submitted']): Promise<void> {
    const { review, isLast } = await this.review(month, number);
    if (!isLast) return;
    const duties = await this.plans.listAssignments(planId);
    const approvers = await this.approvers.list(review, await this.months.policy(month));
    await this.outbox.postAll(
      approvers
        .filter(({ id }) => id !== review.by)
        .map(({ id: accountId, email, name, locale }) => ({
          key: `plan-submitted/${month}/${number}/${accountId}`,
          to: { address: email, name, accountId },
          locale,
          month,
          template: 'plan-submitted',
          model: {
            month,
            by: formatActing(locale, review.name ?? '', review.principal),
            comment: review.comment,
            visits: duties.length,
            people: new Set(duties.map(({ specialistId }) => specialistId)).size,
            link: this.page(month),
          },
        })),
    );
  }

  async mailReturned({ month, number }: EventFacts['plan.sent_back']): Promise<void> {
    const { review, before } = await this.review(month, number);
    await this.outbox.postAll(
      (await this.board(review)).map(({ id: accountId, email, name, locale }) => ({
        key: `plan-sent-back/${month}/${number}/${accountId}`,
        to: { address: email, name, accountId },
        locale,
        month,
        template: 'plan-sent-back',
        model: {
          month,
          by: formatActing(locale, review.name ?? '', review.principal),
          comment: review.comment ?? '',
          wasApproved: before?.kind === 'approved',
          link: this.page(month),
        },
      })),
    );
  }

  /** Nobody is told to publish what was sent back or withdrawn in the meantime. */
  async mailApproved({ month, number }: EventFacts['plan.approved']): Promise<void> {
    const { review, isLast } = await this.review(month, number);
    if (!isLast) return;
    await this.outbox.postAll(
      (await this.board(review)).map(({ id: accountId, email, name, locale }) => ({
        key: `plan-approved/${month}/${number}/${accountId}`,
        to: { address: email, name, accountId },
        locale,
        month,
        template: 'plan-approved',
        model: {
          month,
          by: formatActing(locale, review.name ?? '', review.principal),
          comment: review.comment,
          link: `${this.config.publicUrl}/months/${month}/publish`,
        },
      })),
    );
  }

  private async review(
    month: Month,
    number: number,
  ): Promise<{ review: NamedReview; before: NamedReview | null; isLast: boolean }> {
    const all = await this.reviews.list(month);
    const at = all.findIndex((one) => one.number === number);
    const review = all[at];
    if (!review) throw new Error(`review ${number} of ${month} is not there`);
    return { review, before: all[at - 1] ?? null, isLast: at === all.length - 1 };
  }

  private async board({ by }: NamedReview) {
    return (await this.accounts.list('board')).filter(({ id }) => id !== by);
  }

  private page(month: Month): string {
    return `${this.config.publicUrl}/months/${month}/plan/review`;
  }
}
