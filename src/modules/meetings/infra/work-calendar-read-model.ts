import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { lawOfHolidays } from '../domain/public-holidays.ts';
import { WorkCalendar } from '../domain/work-calendar.ts';
import { HolidayEntries } from './repositories/holiday-entries.ts';

/** Reads the working days of the acting committee; takes part in the ambient transaction, if any. */
@Injectable()
export class WorkCalendarReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly entries: HolidayEntries,
  ) {}

  async read(): Promise<WorkCalendar> {
    const law = await lawOfHolidays();
    return new WorkCalendar(await this.work.run(() => this.entries.list()), law);
  }
}
