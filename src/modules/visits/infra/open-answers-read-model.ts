import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import { type Day, dayIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { Deadlines } from '../domain/deadlines.ts';
import { DeadlinesReadModel } from './deadlines-read-model.ts';

/** A visit ahead that its person has not answered. */
export interface OpenAnswer {
  readonly visitId: VisitId;
  readonly specialistId: SpecialistId;
  /** The last day on which an answer is asked for, as the mail says it. */
  readonly answerBy: Day;
  readonly isLate: boolean;
  readonly remindedAt: Date | null;
}

interface Row {
  readonly visitId: VisitId;
  readonly specialistId: SpecialistId;
  readonly askedOn: Day;
  readonly firstOn: Day;
  readonly zone: string;
  readonly remindedAt: Date | null;
}

/** Reads who has not answered yet whether they go. Visits asked about at once have one deadline, by the first of them. */
@Injectable()
export class OpenAnswersReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly deadlines: DeadlinesReadModel,
    private readonly clock: Clock,
  ) {}

  /** All of meetings that have not begun, next first. */
  list(): Promise<OpenAnswer[]> {
    return this.read(null);
  }

  /** Null where nothing is asked any more. */
  async findOf(visitId: VisitId): Promise<OpenAnswer | null> {
    const [found] = await this.read(visitId);
    return found ?? null;
  }

  private read(visitId: VisitId | null): Promise<OpenAnswer[]> {
    const now = this.clock.now();
    return this.work.run(async () => {
      const rows = await this.work.query<Row>(
        `select v.id as "visitId", v.specialist_id as "specialistId", c.time_zone as zone,
           (v.asked_at at time zone c.time_zone)::date as "askedOn", v.reminded_at as "remindedAt",
           coalesce((select min(w.held_on) from visits w
            where w.specialist_id = v.specialist_id and w.month = v.month and w.asked_at = v.asked_at), v.held_on) as "firstOn"
         from visits v cross join acting_committee c join month_meetings m on m.id = v.meeting_id
         where v.state = 'offered' and v.asked_at is not null and m.state = 'scheduled' and m.starts_at > $1
           and ($2::uuid is null or v.id = $2)
         order by m.starts_at, v.id`,
        [now, visitId],
      );
      if (rows.length === 0) return [];
      const deadlines = await this.deadlines.read();
      return rows.map((row) => openAnswer(row, deadlines, now));
    });
  }
}

function openAnswer({ askedOn, firstOn, zone, ...row }: Row, deadlines: Deadlines, now: Date): OpenAnswer {
  const answerBy = deadlines.answerBy(askedOn, firstOn);
  return { ...row, answerBy, isLate: dayIn(zone, now) > answerBy };
}
