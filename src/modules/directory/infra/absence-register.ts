import { Injectable } from '@nestjs/common';
import { addMonths, firstDay, type Month } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import type { Absence } from '../application/ports.ts';

/** Reads who is away in a month. */
@Injectable()
export class AbsenceRegister {
  constructor(private readonly work: Work) {}

  list(month: Month): Promise<Absence[]> {
    return this.work.run(() =>
      this.work.query<Absence>(
        `select id, specialist_id as "specialistId", starts_on as "startsOn", ends_before as "endsBefore", kind
         from absences where starts_on < $2 and ends_before > $1 order by starts_on, specialist_id, ends_before`,
        [firstDay(month), firstDay(addMonths(month, 1))],
      ),
    );
  }
}
