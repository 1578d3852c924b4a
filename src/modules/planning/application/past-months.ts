import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { addMonths, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { History, HistoryMonth } from '../../../solver/index.ts';
import { ForeseenCalendar } from '../../meetings/index.ts';
import type { MonthFacts } from '../domain/month-facts.ts';
import { pastMonth } from '../domain/past-month.ts';
import type { PlanningPolicy } from '../domain/planning-policy.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';

/** A past month with what its problem was built from. */
export interface PastMonth {
  readonly month: HistoryMonth;
  readonly facts: MonthFacts;
  /** In force then. */
  readonly policy: PlanningPolicy;
}

/** Collects past months for the back-test. */
@Injectable()
export class PastMonths {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly calendar: ForeseenCalendar,
  ) {}

  /**
   * At most `count` months before a month, oldest first, from the first one with a visit on. @throws DomainError
   * plan.no_history where there was none
   */
  async before(month: Month, count: number): Promise<History> {
    return { months: (await this.list(month, count)).map((past) => past.month) };
  }

  /** The same with the facts and the policy of each. @throws DomainError plan.no_history */
  list(month: Month, count: number): Promise<readonly PastMonth[]> {
    return this.work.run(async () => {
      const found: PastMonth[] = [];
      for (let back = count; back >= 1; back--) {
        const past = addMonths(month, -back);
        const read = await this.months.findPast(past, await this.calendar.of(past));
        if (!read || (found.length === 0 && read.visits.length === 0)) continue;
        const policy = await this.months.policy(past);
        found.push({ month: pastMonth(read.facts, read.visits, policy), facts: read.facts, policy });
      }
      if (found.length === 0) throw new DomainError('plan.no_history', { month });
      return found;
    });
  }
}
