import { Injectable } from '@nestjs/common';
import type { Day } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { WorkCalendar } from '../domain/work-calendar.ts';

/** The working days of the acting committee; joins the ambient transaction where there is one. */
@Injectable()
export class WorkCalendarReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async read(): Promise<WorkCalendar> {
    const rows = await this.work.run(() =>
      this.work.query<{ day: Day; name: string }>(`select day, name from holidays order by day`),
    );
    return new WorkCalendar(new Map(rows.map(({ day, name }) => [day, name])));
  }
}
