import { Injectable } from '@nestjs/common';
import type { Day } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { EnteredHoliday } from '../../domain/holiday.ts';

const COLUMNS = `day, name, kind, is_yearly as "isYearly", last_year as "lastYear"`;

/** The acting committee's own entries in the holiday calendar; holidays by law need none. */
@Injectable()
export class HolidayEntries {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<EnteredHoliday[]> {
    return this.work.query<EnteredHoliday>(`select ${COLUMNS} from holidays where source <> 'law' order by day`);
  }

  async find(day: Day): Promise<EnteredHoliday | null> {
    const [row] = await this.work.query<EnteredHoliday>(
      `select ${COLUMNS} from holidays where day = $1 and source <> 'law'`,
      [day],
    );
    return row ?? null;
  }

  /** Inserts an entry, or changes name and kind of the day's entry. */
  async save({ day, name, kind, isYearly, lastYear }: EnteredHoliday): Promise<void> {
    await this.work.query(
      `insert into holidays (committee_id, day, name, kind, is_yearly, last_year, source)
       values (current_committee(), $1, $2, $3, $4, $5, 'page')
       on conflict (committee_id, day) do update set name = excluded.name, kind = excluded.kind,
         is_yearly = excluded.is_yearly, last_year = excluded.last_year,
         source = case when holidays.source = 'law' then 'page' else holidays.source end`,
      [day, name, kind, isYearly, lastYear],
    );
  }

  async remove(day: Day): Promise<void> {
    await this.work.query(`delete from holidays where day = $1 and source <> 'law'`, [day]);
  }
}
