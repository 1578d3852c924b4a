import { Injectable } from '@nestjs/common';
import { isId, type SpecialistRef } from '../../../../kernel/id.ts';
import type { Day } from '../../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { WeeklyAbsence, WeeklyAbsenceId } from '../../domain/weekly-absence.ts';
import { HOURS_OF_ABSENCE } from '../hours-of-absence.ts';

const COLUMNS = `w.id, w.specialist_id as "specialistId", w.weekday, w.starts_on as "startsOn",
  w.ends_before as "endsBefore", ${HOURS_OF_ABSENCE('w.')}, w.kind, w.told_by as "toldBy"`;

/** Absences of one weekday of every week. */
@Injectable()
export class WeeklyAbsences {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Those that are not over: of one person, or of everybody who takes part. */
  coming(
    today: Day,
    specialistId: SpecialistRef | null = null,
  ): Promise<(WeeklyAbsence & { readonly name: string })[]> {
    return this.work.run(() =>
      this.work.query(
        `select ${COLUMNS}, s.name from weekly_absences w
         join specialists s on s.committee_id = w.committee_id and s.id = w.specialist_id and s.archived_at is null
         where w.ends_before > $1 and ($2::text is null or w.specialist_id::text = $2)
         order by s.given_name collate "vi-x-icu", s.name collate "vi-x-icu", w.specialist_id, w.weekday, w.from_time nulls first, w.starts_on`,
        [today, specialistId],
      ),
    );
  }

  async find(id: WeeklyAbsenceId): Promise<WeeklyAbsence | null> {
    if (!isId(id)) return null;
    const [found] = await this.work.query<WeeklyAbsence>(`select ${COLUMNS} from weekly_absences w where w.id = $1`, [
      id,
    ]);
    return found ?? null;
  }

  /** The one at the same hours of the same days. */
  async findSame({
    specialistId,
    weekday,
    startsOn,
    endsBefore,
    hours,
  }: Omit<WeeklyAbsence, 'id'>): Promise<WeeklyAbsence | null> {
    const [found] = await this.work.query<WeeklyAbsence>(
      `select ${COLUMNS} from weekly_absences w where w.specialist_id = $1 and w.weekday = $2 and w.starts_on = $3
         and w.ends_before = $4 and w.from_time is not distinct from $5::time and w.to_time is not distinct from $6::time`,
      [specialistId, weekday, startsOn, endsBefore, hours?.from ?? null, hours?.to ?? null],
    );
    return found ?? null;
  }

  async insert({ id, specialistId, weekday, startsOn, endsBefore, hours, kind, toldBy }: WeeklyAbsence): Promise<void> {
    await this.work.query(
      `insert into weekly_absences (committee_id, id, specialist_id, weekday, starts_on, ends_before, from_time, to_time, kind, told_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, specialistId, weekday, startsOn, endsBefore, hours?.from ?? null, hours?.to ?? null, kind, toldBy],
    );
  }

  async remove(id: WeeklyAbsenceId): Promise<void> {
    await this.work.query(`delete from weekly_absences where id = $1`, [id]);
  }
}
