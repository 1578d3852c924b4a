import { Injectable } from '@nestjs/common';
import type { PlanHeader } from '../domain/month-plan.ts';
import { MonthFactsReadModel } from './month-facts-read-model.ts';

/** What a committee decides about visits outside the plan. */
@Injectable()
export class OutsidePolicy {
  constructor(private readonly months: MonthFactsReadModel) {}

  /** Whether they count towards shares in the month of a plan. */
  async countsIn(header: PlanHeader): Promise<boolean> {
    return (await this.months.policyOf(header)).outsideCounts;
  }
}
