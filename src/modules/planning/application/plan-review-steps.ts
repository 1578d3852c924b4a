import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { Events } from '../../../kernel/events.ts';
import type { PlanId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { PolicyCommittee } from '../../policies/index.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { isRepeatedReview, type PlanReview, readReviewComment, type ReviewKind } from '../domain/plan-review.ts';
import type { ApprovalRule } from '../domain/plan-state.ts';
import type {} from '../errors.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';
import { PlanReviews } from '../infra/repositories/plan-reviews.ts';
import { Plans } from '../infra/repositories/plans.ts';
import type { SeenPlan } from './hand-drafts.ts';

interface ReviewFacts {
  readonly month: Month;
  readonly planId: PlanId;
  /** Of the step, among those of its month. */
  readonly number: number;
}

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'plan.submitted': ReviewFacts;
    'plan.withdrawn': ReviewFacts;
    'plan.sent_back': ReviewFacts;
    'plan.approved': ReviewFacts;
  }
}

/** A plan in the middle of a step, locked until the transaction ends. */
export interface StepFacts {
  readonly plan: PlanHeader;
  readonly rule: ApprovalRule;
  /** Earlier steps of the month. */
  readonly earlier: readonly PlanReview[];
  readonly review: Omit<PlanReview, 'number'>;
}

export interface AskedStep {
  readonly month: Month;
  readonly kind: ReviewKind;
  readonly seen: SeenPlan;
  readonly comment: string;
}

/** What every step of a plan's review has in common. */
@Injectable()
export class PlanReviewSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
    private readonly reviews: PlanReviews,
    private readonly months: MonthFactsReadModel,
    private readonly policies: PolicyCommittee,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one step: `after` gives the plan as it is then, or says why it cannot be taken. The same step by the same
   * person of the same state of the plan was taken already. @throws DomainError plan.not_found, plan.comment_long,
   * edit.stale with who was quicker, and as `after`
   */
  take(
    { month, kind, seen, comment }: AskedStep,
    after: (facts: StepFacts) => PlanHeader | Promise<PlanHeader>,
  ): Promise<void> {
    return this.work.run(async () => {
      await this.plans.lock(month);
      const plan = await this.plans.findHeader(month);
      if (!plan) throw new DomainError('plan.not_found', { month });
      const { accountId: by, onBehalfOf = null } = this.work.actor;
      const earlier = await this.reviews.list(month);
      const said = readReviewComment(comment);
      if (earlier.some((one) => isRepeatedReview(one, { kind, by, comment: said, ...seen }))) return;
      await this.policies.keepPolicies();
      const at = this.clock.now();
      const review = { planId: plan.id, kind, comment: said, revision: plan.revision, at, by, onBehalfOf };
      const rule = await this.months.policy(month);
      const changed = await this.edits.named({ kind: 'plan', id: plan.id }, () =>
        after({ plan, rule, earlier, review }),
      );
      await this.plans.update(changed);
      const number = (earlier.at(-1)?.number ?? 0) + 1;
      const duties = kind === 'submitted' ? await this.plans.listAssignments(plan.id) : null;
      await this.reviews.insert(month, { ...review, number }, duties);
      this.audit.record({
        action: `plan.${kind}`,
        subject: { kind: 'plan', id: plan.id },
        details: { month, number, ...(said !== null && { comment: said }) },
      });
      const facts: ReviewFacts = { month, planId: plan.id, number };
      const options = { subject: month, about: [`month/${month}`, `plan/${plan.id}`] };
      await this.events.publish(`plan.${kind}`, facts, options);
    });
  }
}
