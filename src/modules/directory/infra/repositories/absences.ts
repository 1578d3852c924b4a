import { isId, type SpecialistId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Absence, AbsenceId } from '../../application/ports.ts';

const COLUMNS = `id, specialist_id as "specialistId", starts_on as "startsOn", ends_before as "endsBefore", kind`;

@Injectable()
export class Absences {
  constructor(private readonly work: PostgresUnitOfWork) {}

  async specialistExists(id: SpecialistId): Promise<boolean> {
    const rows = await this.work.query(`select 1 from specialists where id = $1 and archived_at is null`, [id]);
    return rows.length > 0;
  }

  /** Inserts, or gives the same span its new kind; answers the absence as it stands, and whether that is news. */
  async record({ id, specialistId, startsOn, endsBefore, kind }: Absence): Promise<Absence & { isNews: boolean }> {
    const [row] = await this.work.query<Absence & { isNews: boolean }>(
      `with made as (
         insert into absences (committee_id, id, specialist_id, starts_on, ends_before, kind)
         values (current_committee(), $1, $2, $3, $4, $5)
         on conflict (committee_id, specialist_id, starts_on, ends_before) do update set kind = excluded.kind
         where absences.kind <> excluded.kind
         returning *)
       select ${COLUMNS}, true as "isNews" from made
       union all
       select ${COLUMNS}, false from absences
       where specialist_id = $2 and starts_on = $3 and ends_before = $4 and kind = $5`,
      [id, specialistId, startsOn, endsBefore, kind],
    );
    if (!row) throw new Error('an upsert has its row');
    return row;
  }

  /** The absence that was removed; null where there is none. */
  async remove(id: AbsenceId): Promise<Absence | null> {
    const [row] = isId(id)
      ? await this.work.query<Absence>(
          `with gone as (delete from absences where id = $1 returning *) select ${COLUMNS} from gone`,
          [id],
        )
      : [];
    return row ?? null;
  }
}
