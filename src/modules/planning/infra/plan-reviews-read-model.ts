import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { principalOf, principalsOf } from '../../../kernel/permissions.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { type DraftDifference, draftDifference } from '../domain/draft-difference.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import type { Duty } from '../domain/plan-decision.ts';
import { isOwnSubmission } from '../domain/plan-review.ts';
import type { ApprovalRule } from '../domain/plan-state.ts';
import type {} from '../errors.ts';
import { MonthFactsReadModel } from './month-facts-read-model.ts';
import { type Approver, PlanApproversReadModel } from './plan-approvers-read-model.ts';
import { type NamedReview, PlanReviews } from './repositories/plan-reviews.ts';
import { Plans } from './repositories/plans.ts';

/** How far the review of a month's plan is, for whoever reads. */
export interface ReviewStanding {
  readonly rule: ApprovalRule;
  /** All steps of the month, the first one first. */
  readonly reviews: readonly NamedReview[];
  /** Those who may approve what was submitted or, of a draft, what the reader would submit. */
  readonly approvers: readonly Approver[];
  /** Whether the reader has submitted it, or would approve it in the place of whoever did. */
  readonly isOwn: boolean;
  /** In whose place the reader decides about it as a deputy; null where in their own name. */
  readonly principal: string | null;
  /** Others in whose place they might approve it, where in this one they may not. */
  readonly otherPrincipals: readonly string[];
  /** What it changes against what was submitted before; null where nothing was. */
  readonly difference: DraftDifference | null;
}

@Injectable()
export class PlanReviewsReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly reviews: PlanReviews,
    private readonly months: MonthFactsReadModel,
    private readonly approvers: PlanApproversReadModel,
    private readonly clock: Clock,
  ) {}

  /** Who has approved the month's plan; null where the last step is no approval. */
  approverOf(month: Month): Promise<string | null> {
    return this.work.run(async () => {
      const last = (await this.reviews.list(month)).at(-1);
      return last?.kind === 'approved' ? last.name : null;
    });
  }

  /** @throws DomainError plan.not_found */
  ofMonth(month: Month): Promise<ReviewStanding & { readonly plan: PlanHeader }> {
    return this.work.run(async () => {
      const plan = await this.plans.findHeader(month);
      if (!plan) throw new DomainError('plan.not_found', { month });
      return { ...(await this.of(plan)), plan };
    });
  }

  of(plan: PlanHeader): Promise<ReviewStanding> {
    return this.work.run(async () => {
      const { month, state } = plan;
      const rule = await this.months.policy(month);
      const reviews = await this.reviews.list(month);
      const submissions = reviews.filter(({ kind }) => kind === 'submitted');
      const current = state === 'draft' ? undefined : submissions.at(-1);
      const before = submissions.at(current ? -2 : -1);
      const { accountId: by, onBehalfOf = null } = this.work.actor;
      const reader = { by, onBehalfOf };
      const principal = principalOf(this.work.actor, 'plan.approve');
      const isOwnFor = (id: AccountId | null) =>
        current !== undefined && isOwnSubmission(current, { by, onBehalfOf: id });
      const isOwn = isOwnFor(principal?.accountId ?? onBehalfOf);
      const others = principalsOf(this.work.actor, 'plan.approve').filter(({ accountId }) => !isOwnFor(accountId));
      const former = before && (await this.reviews.dutiesOf(month, before.number));
      return {
        rule,
        reviews,
        approvers: await this.approvers.list(current ?? reader, rule),
        isOwn,
        principal: principal?.name ?? null,
        otherPrincipals: isOwn ? others.map(({ name }) => name) : [],
        difference: former ? await this.differenceTo(former, plan) : null,
      };
    });
  }

  /** What has begun is no difference: nobody is sent there any more, whichever plan says so. */
  private async differenceTo(former: readonly Duty[], { id, month }: PlanHeader): Promise<DraftDifference> {
    const begun = await this.plans.begunMeetings(month, this.clock.now());
    const ahead = (duties: readonly Duty[]) => duties.filter(({ meetingId }) => !begun.has(meetingId));
    return draftDifference(ahead(former), ahead(await this.plans.listAssignments(id)));
  }
}
