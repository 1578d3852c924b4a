import { Injectable } from '@nestjs/common';
import type { Day } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { WorkCalendarReadModel } from '../../meetings/index.ts';
import { Deadlines, type DutyPolicy, STANDARD_DUTY_POLICY } from '../domain/deadlines.ts';

/** When something is due in the acting committee; joins the ambient transaction where there is one. */
@Injectable()
export class DeadlinesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly calendar: WorkCalendarReadModel,
  ) {}

  read(): Promise<Deadlines> {
    return this.work.run(async () => {
      const rows = await this.work.query<{ startsOn: Day; content: Partial<DutyPolicy> }>(
        `select starts_on as "startsOn", content from duty_policies order by starts_on`,
      );
      const policies = rows.map(({ startsOn, content }) => ({ ...STANDARD_DUTY_POLICY, ...content, startsOn }));
      return new Deadlines(await this.calendar.read(), policies);
    });
  }
}
