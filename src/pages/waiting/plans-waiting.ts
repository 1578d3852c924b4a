import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import {
  PlanGroundReadModel,
  type PlanHeader,
  PlanReviewsReadModel,
  Plans,
  type ReviewStanding,
} from '../../modules/planning/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** Current and coming months that need a plan, a new plan, approval, or publication. */
@Injectable()
export class PlansWaiting extends WaitingSource {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly grounds: PlanGroundReadModel,
    private readonly plans: Plans,
    private readonly clock: Clock,
    private readonly reviews: PlanReviewsReadModel,
  ) {
    super();
  }

  async list(reader: Actor, now: Date): Promise<WaitingItem[]> {
    const [plans, approves] = [may(reader, 'plan.make'), may(reader, 'plan.approve')];
    if (!plans && !approves) return [];
    const months = await this.work.query<{ month: Month }>(
      `select to_char(m.month, 'YYYY-MM') as month
       from (select distinct month from month_meetings
         where state = 'scheduled' and month >= date_trunc('month', $1::timestamptz at time zone committee_zone())::date) m
       left join month_plans p on p.month = m.month
       where coalesce(p.state, 'draft') <> 'published' and not exists (
         select from tracked_jobs t where t.kind = 'plan.solve' and t.subject = to_char(m.month, 'YYYY-MM') and t.is_open)
       order by m.month`,
      [now],
    );
    const items: WaitingItem[] = [];
    for (const { month } of months) {
      const plan = await this.plans.findHeader(month);
      const review = plan && (await this.reviews.of(plan));
      if (plan && review && approves) items.push(...approvalOf(plan, review));
      if (plans) items.push(...(await this.boardItems(month, plan, review)));
    }
    return items;
  }

  private async boardItems(
    month: Month,
    plan: PlanHeader | null,
    review: ReviewStanding | null,
  ): Promise<WaitingItem[]> {
    const of = { month, under: 'plan' as const, count: 1 };
    const page = `/months/${month}`;
    if (!plan || !review) return [{ ...of, sentence: { key: 'waiting.plan' }, href: page }];
    const reviewPage = `${page}/plan/review`;
    const isOutdated = await this.grounds.isOutdatedNow(plan);
    if (plan.state !== 'draft') {
      if (isOutdated) return [{ ...of, sentence: { key: 'waiting.outdated_in_review' }, href: reviewPage }];
      if (plan.state === 'submitted') return [];
      return [
        { ...of, sentence: { key: 'waiting.approved', params: await this.leftOut(plan) }, href: `${page}/publish` },
      ];
    }
    const last = review.reviews.at(-1);
    if (last?.kind === 'sent_back') {
      const by = last.name ?? '';
      return [{ ...of, sentence: { key: 'waiting.sent_back', params: { by } }, href: reviewPage }];
    }
    if (isOutdated) return [{ ...of, sentence: { key: 'waiting.outdated' }, href: page }];
    return review.rule.needsApproval
      ? [{ ...of, sentence: { key: 'waiting.submit' }, href: reviewPage }]
      : [{ ...of, sentence: { key: 'waiting.publish', params: await this.leftOut(plan) }, href: `${page}/publish` }];
  }

  private async leftOut(plan: PlanHeader): Promise<{ readonly leftOut: number }> {
    return { leftOut: (await this.plans.listLeftOut(plan, this.clock.now())).length };
  }
}

/** For whoever may approve it; one's own submission waits for somebody else. */
function approvalOf({ month, state }: PlanHeader, { rule, reviews, isOwn }: ReviewStanding): WaitingItem[] {
  if (state !== 'submitted' || (isOwn && !rule.submitterMayApprove)) return [];
  const by = reviews.findLast(({ kind }) => kind === 'submitted')?.name ?? '';
  const sentence = { key: 'waiting.approve', params: { by } } as const;
  return [{ month, under: 'plan', count: 1, sentence, href: `/months/${month}/plan/review` }];
}
