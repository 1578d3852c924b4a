import { Injectable } from '@nestjs/common';
import type { SpecialistId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { VisitLine } from './visits-read-model.ts';

export interface Colleague {
  readonly id: SpecialistId;
  readonly name: string;
  /** Short name. */
  readonly department: string;
}

/** Reads the specialists who could stand in for somebody. */
@Injectable()
export class ColleaguesReadModel {
  constructor(private readonly work: PostgresUnitOfWork) {}

  /** In use and not at that meeting already; those of the same department first. */
  of({ id, specialistId }: Pick<VisitLine, 'id' | 'specialistId'>): Promise<Colleague[]> {
    return this.work.run(() =>
      this.work.query<Colleague>(
        `select p.id, p.name, p.department_short as department
         from specialist_profiles p join specialist_profiles own on own.id = $2
         where p.in_use and p.id <> $2 and not exists (
           select from visits v join visits w on w.meeting_id = v.meeting_id
           where w.id = $1 and v.specialist_id = p.id and visit_holds_seat(v.state))
         order by p.department_id <> own.department_id, p.given_name collate "vi-x-icu", p.name collate "vi-x-icu", p.id`,
        [id, specialistId],
      ),
    );
  }
}
