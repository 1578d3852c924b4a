import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { addMonths, type Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { History, HistoryMonth } from '../../../solver/index.ts';
import { ForeseenCalendar } from '../../meetings/index.ts';
import { pastMonth } from '../domain/past-month.ts';
import { MonthFactsReadModel } from '../infra/month-facts-read-model.ts';

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
  before(month: Month, count: number): Promise<History> {
    return this.work.run(async () => {
      const found: HistoryMonth[] = [];
      for (let back = count; back >= 1; back--) {
        const past = addMonths(month, -back);
        const read = await this.months.findPast(past, await this.calendar.of(past));
        if (!read || (found.length === 0 && read.visits.length === 0)) continue;
        found.push(pastMonth(read.facts, read.visits, await this.months.policy(past)));
      }
      if (found.length === 0) throw new DomainError('plan.no_history', { month });
      return { months: found };
    });
  }
}
