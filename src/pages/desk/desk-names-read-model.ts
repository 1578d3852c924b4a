import { Injectable } from '@nestjs/common';
import type { MeetingId, SpecialistId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/actor.ts';
import { type Day, firstDay, type Month } from '../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { DeskNames } from './desk-names.ts';

/** The names that answers about single changes need: these are asked for with every movement of the pointer. */
@Injectable()
export class DeskNamesReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  read(month: Month, locale: Locale): Promise<DeskNames> {
    return this.work.run(async () => {
      const people = await this.work.query<{ id: SpecialistId; name: string }>(
        `select id, name from specialist_profiles`,
      );
      const meetings = await this.work.query<{ id: MeetingId; branch: string; day: Day; from: string }>(
        `select m.id, b.name as branch, m.day, to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as "from"
         from month_meetings m join branch_profiles b on b.id = m.branch_id where m.month = $1`,
        [firstDay(month)],
      );
      return new DeskNames({ people, meetings }, locale);
    });
  }
}
