import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { WorkCalendarReadModel } from '../../meetings/index.ts';
import { withContent } from '../../policies/index.ts';
import { Deadlines, STANDARD_DUTY_POLICY } from '../domain/deadlines.ts';
import { DutyPolicies } from './repositories/duty-policies.ts';

/** Reads the due days of the acting committee; takes part in the ambient transaction, if any. */
@Injectable()
export class DeadlinesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly calendar: WorkCalendarReadModel,
    private readonly policies: DutyPolicies,
  ) {}

  read(): Promise<Deadlines> {
    return this.work.run(async () => {
      const policies = (await this.policies.list()).map(({ startsOn, content }) => ({
        ...withContent(STANDARD_DUTY_POLICY, content),
        startsOn,
      }));
      return new Deadlines(await this.calendar.read(), policies);
    });
  }
}
