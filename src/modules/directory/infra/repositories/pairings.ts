import { Injectable } from '@nestjs/common';
import type { AccountId, SpecialistId } from '../../../../kernel/id.ts';
import { firstDay } from '../../../../kernel/month.ts';
import { committeeZone } from '../../../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { Pairing, PairingId } from '../../domain/pairing.ts';

const COLUMNS = `id, kind, jsonb_build_array(first_id, second_id) as "specialistIds", reason,
  to_char(until, 'YYYY-MM') as until`;

/** Who must not, or should, go to a meeting together. */
@Injectable()
export class Pairings {
  constructor(private readonly work: PostgresUnitOfWork) {}

  list(): Promise<Pairing[]> {
    return this.work.run(() =>
      this.work.query<Pairing>(`select ${COLUMNS} from pairings order by first_id, second_id`),
    );
  }

  async ofPeople([first, second]: Pairing['specialistIds']): Promise<Pairing | null> {
    const [found] = await this.work.query<Pairing>(
      `select ${COLUMNS} from pairings where first_id = $1 and second_id = $2`,
      [first, second],
    );
    return found ?? null;
  }

  /** Whether it is new: two people have one entry, and the one that is there stays. */
  async insert({ id, kind, specialistIds, reason, until }: Pairing, at: Date, by: AccountId | null): Promise<boolean> {
    const rows = await this.work.query(
      `insert into pairings (committee_id, id, kind, first_id, second_id, reason, until, entered_at, entered_by)
       values (current_committee(), $1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (committee_id, first_id, second_id) do nothing returning id`,
      [id, kind, ...specialistIds, reason, until && firstDay(until), at, by],
    );
    return rows.length > 0;
  }

  async remove(id: PairingId): Promise<Pairing | null> {
    const [removed] = await this.work.query<Pairing>(`delete from pairings where id = $1 returning ${COLUMNS}`, [id]);
    return removed ?? null;
  }

  async areInUse(people: readonly SpecialistId[]): Promise<boolean> {
    const rows = await this.work.query(`select 1 from specialist_profiles where in_use and id = any($1)`, [people]);
    return rows.length === new Set(people).size;
  }

  zone(): Promise<string> {
    return committeeZone(this.work);
  }
}
