import { Injectable } from '@nestjs/common';
import type { SpecialistId } from '../../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { DayPreference } from '../../domain/day-preference.ts';

/** On which weekdays specialists would rather not go. */
@Injectable()
export class DayPreferences {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(specialistId: SpecialistId): Promise<DayPreference[]> {
    return this.work.query<DayPreference>(
      `select weekday, part from day_preferences where specialist_id = $1 order by weekday`,
      [specialistId],
    );
  }

  /** Makes changes of one person's preferences wait for each other. */
  async lock(specialistId: SpecialistId): Promise<void> {
    await this.work.query(`select pg_advisory_xact_lock(hashtext('day_preferences'), hashtext($1))`, [specialistId]);
  }

  async replace(specialistId: SpecialistId, preferences: readonly DayPreference[]): Promise<void> {
    await this.work.query(`delete from day_preferences where specialist_id = $1`, [specialistId]);
    await this.work.query(
      `insert into day_preferences (committee_id, specialist_id, weekday, part)
       select current_committee(), $1, g.weekday, g.part from jsonb_to_recordset($2) as g (weekday integer, part text)`,
      [specialistId, JSON.stringify(preferences)],
    );
  }
}
