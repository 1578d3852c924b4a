import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import type { Month } from '../../kernel/month.ts';
import { ObserverAccounts, SpecialistsReadModel } from '../../modules/directory/index.ts';
import { MonthCalendarReadModel } from '../../modules/meetings/index.ts';
import { OutsidePolicy, Plans } from '../../modules/planning/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';

/** What the form of a visit outside the plan offers, read in one transaction. */
export type OutsideScreen = Awaited<ReturnType<OutsideScreenReadModel['read']>>;

@Injectable()
export class OutsideScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly plans: Plans,
    private readonly clock: Clock,
    private readonly policy: OutsidePolicy,
    private readonly calendar: MonthCalendarReadModel,
    private readonly specialists: SpecialistsReadModel,
    private readonly accounts: ObserverAccounts,
  ) {}

  isPublished(month: Month): Promise<boolean> {
    return this.work.run(async () => (await this.plans.findPublished(month)) !== null);
  }

  /** @throws DomainError plan.not_published */
  read(month: Month) {
    return this.work.run(async () => {
      const header = await this.plans.findPublished(month);
      if (!header) throw new DomainError('plan.not_published', { month });
      return {
        month,
        planId: header.id,
        revision: header.revision,
        leftOutDuties: await this.plans.listLeftOut(header, this.clock.now()),
        counts: await this.policy.countsIn(header),
        branches: await this.calendar.branches(),
        meetings: await this.calendar.list(month),
        people: await this.specialists.names(),
        // Whoever has an entry is among the people.
        accounts: (await this.accounts.list()).filter(({ specialistId }) => specialistId === null),
        departments: await this.specialists.departments(),
      };
    });
  }
}
