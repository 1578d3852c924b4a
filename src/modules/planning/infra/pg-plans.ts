import { Injectable } from '@nestjs/common';
import { firstDay, type Month, monthOf } from '../../../kernel/month.ts';
import { lockMonth } from '../../../platform/database/month-lock.ts';
import { Work } from '../../../platform/database/work.ts';
import { Plans } from '../application/ports.ts';
import type { MonthPlan } from '../domain/month-plan.ts';
import { PlanEntity } from './plan-entity.ts';

@Injectable()
export class PgPlans extends Plans {
  constructor(private readonly work: Work) {
    super();
  }

  findDraft(month: Month): Promise<MonthPlan | null> {
    return this.find(month, 'draft');
  }

  findPublished(month: Month): Promise<MonthPlan | null> {
    return this.find(month, 'published');
  }

  async lock(month: Month): Promise<void> {
    await lockMonth(this.work, month);
  }

  async replaceDraft(plan: MonthPlan): Promise<void> {
    await this.work.manager.delete(PlanEntity, { month: firstDay(plan.month), state: 'draft' });
    await this.work.manager.insert(PlanEntity, {
      committeeId: this.work.actor.committeeId,
      id: plan.id,
      month: firstDay(plan.month),
      state: plan.state,
      status: plan.plan.status,
      inputHash: plan.plan.inputHash,
      problem: plan.problem as object,
      result: plan.plan as object,
      isVerified: plan.isVerified,
      madeAt: plan.madeAt,
      madeBy: this.work.actor.accountId,
      publishedAt: null,
      publishedBy: null,
      noticeId: null,
    });
  }

  async publish({ id, state, publishedAt, publishedBy, noticeId }: MonthPlan): Promise<void> {
    await this.work.manager.update(PlanEntity, { id }, { state, publishedAt, publishedBy, noticeId });
  }

  private async find(month: Month, state: MonthPlan['state']): Promise<MonthPlan | null> {
    const row = await this.work.manager.findOneBy(PlanEntity, { month: firstDay(month), state });
    if (!row) return null;
    const { id, problem, result: plan, isVerified, madeAt, publishedAt, publishedBy, noticeId } = row;
    return {
      id,
      month: monthOf(row.month),
      state,
      problem,
      plan,
      isVerified,
      madeAt,
      publishedAt,
      publishedBy,
      noticeId,
    };
  }
}
