import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import type { Hours } from '../../../kernel/hours.ts';
import type { Day } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { WorkCalendarReadModel } from '../../meetings/index.ts';
import { type Away, type ComingVisit, isAwayAt, type Touch, touchesOf } from '../domain/touched-visit.ts';
import { KeptVisits } from './repositories/kept-visits.ts';

export interface TouchedVisit extends Touch, Omit<ComingVisit, 'absences'> {}

/** Reads published visits with which a later fact conflicts; takes part in the ambient transaction, if any. */
@Injectable()
export class TouchedVisitsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly kept: KeptVisits,
    private readonly workdays: WorkCalendarReadModel,
    private readonly clock: Clock,
  ) {}

  /** Those not decided about yet, next first. */
  list(): Promise<TouchedVisit[]> {
    return this.work.run(async () => {
      const calendar = await this.workdays.read();
      const holidayOn = (day: Day) => {
        const found = calendar.at(day);
        return found?.from === 'entry' && found.kind !== 'worked' ? found.name : null;
      };
      const kept = await this.kept.keys();
      return (await this.coming()).flatMap(({ absences, ...visit }) =>
        touchesOf({ ...visit, absences }, holidayOn)
          .filter(({ cause, fact }) => !kept.has(KeptVisits.keyOf(visit.visitId, cause, fact)))
          .map((touch) => ({ ...visit, ...touch })),
      );
    });
  }

  /** Those that a person away on the days [from, before), or between the hours of each, could not make. */
  async byAbsence(specialistId: string, from: Day, before: Day, hours: Hours | null = null): Promise<ComingVisit[]> {
    const coming = await this.work.run(() => this.coming());
    return coming.filter((visit) => visit.specialistId === specialistId && isAwayAt(visit, { from, before, hours }));
  }

  /** The same for each of many absences, in their order. */
  async byEach(
    absences: readonly (Omit<Away, 'kind'> & { readonly specialistId: string })[],
  ): Promise<ComingVisit[][]> {
    const coming = absences.length === 0 ? [] : await this.work.run(() => this.coming());
    return absences.map((away) =>
      coming.filter((visit) => visit.specialistId === away.specialistId && isAwayAt(visit, away)),
    );
  }

  /** Those of a person, or at a branch. */
  async of(id: string): Promise<ComingVisit[]> {
    const coming = await this.work.run(() => this.coming());
    return coming.filter((visit) => visit.specialistId === id || visit.branchId === id);
  }

  /** Those of meetings on a day. */
  async onDay(day: Day): Promise<ComingVisit[]> {
    return (await this.work.run(() => this.coming())).filter((visit) => visit.day === day);
  }

  private coming(): Promise<ComingVisit[]> {
    return this.work.query<ComingVisit>(
      `select v.id as "visitId", v.meeting_id as "meetingId", to_char(v.month, 'YYYY-MM') as month, m.day,
         ((m.ends_at - interval '1 second') at time zone committee_zone())::date as "lastDay",
         m.starts_at as "startsAt", m.ends_at as "endsAt", b.id as "branchId", b.name as branch, b.in_use as "branchIsInUse",
         to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as "from",
         to_char((m.ends_at - interval '1 second') at time zone committee_zone(), 'HH24:MI') as "lastMinute",
         v.specialist_id as "specialistId", s.name, s.in_use as "isInUse",
         (select coalesce(json_agg(json_build_object('from', a.starts_on, 'before', a.ends_before, 'kind', a.kind, 'hours', a.hours)
             order by a.starts_on, a.ends_before), '[]')
           from specialist_absences a where a.specialist_id = v.specialist_id
             and a.starts_on <= m.day + 1 and a.ends_before > m.day) as absences
       from month_visits v join month_meetings m on m.id = v.meeting_id
       join branch_profiles b on b.id = v.branch_id join specialist_profiles s on s.id = v.specialist_id
       where v.takes_place and not v.is_attended and m.state = 'scheduled' and m.ends_at > $1
       order by m.starts_at, s.name, v.id`,
      [this.clock.now()],
    );
  }
}
