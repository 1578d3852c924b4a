import { Injectable } from '@nestjs/common';
import { addMonths, type Day, firstDay, type Month } from '../../../kernel/month.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { Absence } from '../application/ports.ts';
import { HOURS_OF_ABSENCE } from './hours-of-absence.ts';
import { holdsAllWords, orderedBy } from './word-search.ts';

export interface NamedAbsence extends Absence {
  readonly name: string;
  readonly department: string;
}

export interface AbsenceSearch {
  /** Parts of a name; diacritics are ignored. */
  readonly q: string;
  readonly today: Day;
  /** Past absences, or all others. */
  readonly isPast: boolean;
}

const FOUND = `
  from absences a
  join specialists s on s.committee_id = a.committee_id and s.id = a.specialist_id and s.archived_at is null
  join departments d on d.committee_id = s.committee_id and d.id = s.department_id
  where (a.ends_before <= $2) = $3
    and ${holdsAllWords(`s.name`, '$1')}`;

const COLUMNS = `a.id, a.specialist_id as "specialistId", a.starts_on as "startsOn", a.ends_before as "endsBefore", a.kind,
  ${HOURS_OF_ABSENCE('a.')}, a.told_by as "toldBy"`;

/** The columns by which a list can be sorted. */
export const ABSENCE_ORDERS = ['name', 'days', 'kind'] as const;

/** Reads absences. */
@Injectable()
export class AbsencesReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** Those on any day of a month. */
  list(month: Month): Promise<Absence[]> {
    return this.work.run(() =>
      this.work.query<Absence>(
        `select ${COLUMNS} from absences a
         join specialists s on s.committee_id = a.committee_id and s.id = a.specialist_id and s.archived_at is null
         where a.starts_on < $2 and a.ends_before > $1 order by a.starts_on, a.specialist_id, a.ends_before`,
        [firstDay(month), firstDay(addMonths(month, 1))],
      ),
    );
  }

  /** Those of a specialist on any of the days [from, before). */
  overlapping(specialistId: SpecialistId, from: Day, before: Day): Promise<Absence[]> {
    return this.work.run(() =>
      this.work.query<Absence>(
        `select ${COLUMNS} from absences a
         where a.specialist_id::text = $1 and a.starts_on < $3 and a.ends_before > $2 order by a.starts_on, a.ends_before`,
        [specialistId, from, before],
      ),
    );
  }

  /** Those of a specialist that are not over, next first. */
  coming(specialistId: SpecialistId, today: Day): Promise<Absence[]> {
    return this.work.run(() =>
      this.work.query<Absence>(
        `select ${COLUMNS} from absences a where a.specialist_id::text = $1 and a.ends_before > $2
         order by a.starts_on, a.from_time nulls first, a.ends_before`,
        [specialistId, today],
      ),
    );
  }

  /** Those of a specialist that are over, latest first. */
  over(specialistId: SpecialistId, today: Day, most: number): Promise<Absence[]> {
    return this.work.run(() =>
      this.work.query<Absence>(
        `select ${COLUMNS} from absences a where a.specialist_id::text = $1 and a.ends_before <= $2
         order by a.ends_before desc, a.starts_on desc, a.from_time nulls first limit $3`,
        [specialistId, today, most],
      ),
    );
  }

  /**
   * Next first, past ones latest first, unless another order is given. @param order one of ABSENCE_ORDERS, reversed with
   * `-` before it @param kinds in the order of their names, where the list is sorted by them
   */
  find(
    { q, today, isPast }: AbsenceSearch,
    { limit, offset, order, kinds }: { limit: number; offset: number; order: string; kinds: readonly string[] },
  ): Promise<NamedAbsence[]> {
    const byTime = isPast ? 'a.ends_before desc' : 'a.starts_on';
    return this.work.run(() =>
      this.work.query<NamedAbsence>(
        `select ${COLUMNS}, s.name, d.short_name as department ${FOUND}
         order by ${orderedBy('name', 's.given_name collate "vi-x-icu"', '$6')},
           ${orderedBy('name', 's.name collate "vi-x-icu"', '$6')}, ${orderedBy('days', 'a.starts_on', '$6')},
           ${orderedBy('kind', 'array_position($7::text[], a.kind)', '$6')},
           ${byTime}, s.given_name collate "vi-x-icu", s.name collate "vi-x-icu", a.id limit $4 offset $5`,
        [q.trim(), today, isPast, limit, offset, order, kinds],
      ),
    );
  }

  async count({ q, today, isPast }: AbsenceSearch): Promise<number> {
    const [row] = await this.work.run(() =>
      this.work.query<{ count: number }>(`select count(*) as count ${FOUND}`, [q.trim(), today, isPast]),
    );
    return row?.count ?? 0;
  }
}
