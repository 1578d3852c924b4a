import { isId, type SpecialistId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../../kernel/domain-error.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Absence, AbsenceId } from '../../application/ports.ts';
import type {} from '../../errors.ts';

const COLUMNS = `id, specialist_id as "specialistId", starts_on as "startsOn", ends_before as "endsBefore", kind`;

@Injectable()
export class Absences {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async specialistExists(id: SpecialistId): Promise<boolean> {
    const rows = await this.work.query(`select 1 from specialists where id = $1 and archived_at is null`, [id]);
    return rows.length > 0;
  }

  /** Inserts, or gives the same span its new kind; answers the absence as it stands. */
  async record({ id, specialistId, startsOn, endsBefore, kind }: Absence): Promise<Absence> {
    const [row] = await this.work.query<Absence>(
      `with made as (
         insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
         values (current_committee(), $1, $2, $3, $4, $5)
         on conflict (committee_id, specialist_id, starts_on, ends_before) do update set kind = excluded.kind
         returning *)
       select ${COLUMNS} from made`,
      [id, specialistId, startsOn, endsBefore, kind],
    );
    if (!row) throw new Error('an upsert answers its row');
    return row;
  }

  /** The absence that was removed. @throws DomainError absence.not_found */
  async remove(id: AbsenceId): Promise<Absence> {
    const [row] = isId(id)
      ? await this.work.query<Absence>(
          `with gone as (delete from absences where id = $1 returning *) select ${COLUMNS} from gone`,
          [id],
        )
      : [];
    if (!row) throw new DomainError('absence.not_found', { absenceId: id });
    return row;
  }
}
