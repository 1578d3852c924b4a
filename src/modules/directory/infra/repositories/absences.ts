import { isId, type SpecialistId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import { HOURS_OF_ABSENCE } from '../hours-of-absence.ts';
import type { Absence, AbsenceId } from '../../application/ports.ts';

const COLUMNS = `id, specialist_id as "specialistId", starts_on as "startsOn", ends_before as "endsBefore", kind,
  ${HOURS_OF_ABSENCE('')}, told_by as "toldBy"`;

type AbsenceSpan = Pick<Absence, 'specialistId' | 'startsOn' | 'endsBefore' | 'hours'>;

@Injectable()
export class Absences {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async specialistExists(id: SpecialistId): Promise<boolean> {
    const rows = await this.work.query(`select 1 from specialists where id = $1 and archived_at is null`, [id]);
    return rows.length > 0;
  }

  async find(id: AbsenceId): Promise<Absence | null> {
    const rows = isId(id) ? await this.work.query<Absence>(`select ${COLUMNS} from absences where id = $1`, [id]) : [];
    return rows[0] ?? null;
  }

  /** The absence of a specialist with exactly these days and hours. */
  async findSpan({ specialistId, startsOn, endsBefore, hours }: AbsenceSpan): Promise<Absence | null> {
    const [row] = await this.work.query<Absence>(
      `select ${COLUMNS} from absences where specialist_id = $1 and starts_on = $2 and ends_before = $3
         and from_time is not distinct from $4::time and to_time is not distinct from $5::time`,
      [specialistId, startsOn, endsBefore, hours?.from ?? null, hours?.to ?? null],
    );
    return row ?? null;
  }

  async insert({ id, specialistId, startsOn, endsBefore, kind, hours, toldBy }: Absence): Promise<void> {
    await this.work.query(
      `insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind, from_time, to_time, told_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, specialistId, startsOn, endsBefore, kind, hours?.from ?? null, hours?.to ?? null, toldBy],
    );
  }

  async setKind({ id, kind }: Pick<Absence, 'id' | 'kind'>): Promise<void> {
    await this.work.query(`update absences set kind = $2 where id = $1`, [id, kind]);
  }

  async remove(id: AbsenceId): Promise<void> {
    await this.work.query(`delete from absences where id = $1`, [id]);
  }
}
