import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { handover, type VisitToHandOver } from '../domain/handover.ts';
import { owedShares } from '../domain/owed-share.ts';
import type { PublishedMonth } from '../domain/published-month.ts';
import { PublishedMonthReadModel } from '../infra/published-month-read-model.ts';
import type { Shares } from './edit-costs.ts';

/** The coming visits of somebody in one month, to be handed over by one amendment. */
export interface MonthToHandOver extends Shares {
  readonly month: PublishedMonth;
  readonly visits: readonly VisitToHandOver[];
}

/** Proposes who could take the coming visits of somebody who leaves, retires or changes department. */
@Injectable()
export class ProposeHandover {
  constructor(
    private readonly work: UnitOfWork,
    private readonly months: PublishedMonthReadModel,
    private readonly clock: Clock,
  ) {}

  /** The published months in which somebody still has visits ahead. */
  of(specialistId: SpecialistId): Promise<MonthToHandOver[]> {
    return this.work.run(async () => {
      const now = this.clock.now();
      const found: MonthToHandOver[] = [];
      for (const month of await this.months.monthsAhead(specialistId, now)) {
        const published = await this.months.read(month);
        const visits = handover(published, specialistId, now);
        if (visits.length > 0) found.push({ month: published, visits, shareOf: owedShares(published.asked) });
      }
      return found;
    });
  }
}
