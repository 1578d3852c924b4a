import { Injectable } from '@nestjs/common';
import { addDays, type Day, day, monthOf } from '../../kernel/month.ts';
import { WorkCalendarReadModel } from '../../modules/meetings/index.ts';
import { TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { HolidayEffect, HolidayRow } from './holidays.view.ts';
import { touchedLine } from './touched-lines.ts';

/** Reads the holiday calendar with the meetings on its days. */
@Injectable()
export class HolidayScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly workdays: WorkCalendarReadModel,
    private readonly touched: TouchedVisitsReadModel,
  ) {}

  read(year: number, mayEdit: boolean): Promise<{ days: HolidayRow[]; isAnnounced: boolean }> {
    return this.work.run(async () => {
      const calendar = await this.workdays.read();
      const meetings = await this.meetingsBetween(day(`${year}-01-01`), day(`${year + 1}-01-01`));
      const days: HolidayRow[] = [];
      for (let on = day(`${year}-01-01`); on.startsWith(String(year)); on = addDays(on, 1)) {
        const found = calendar.at(on);
        if (!found) continue;
        const count = found.kind === 'worked' ? 0 : (meetings.get(on) ?? 0);
        const entry = calendar.entryOn(on);
        days.push({
          day: on,
          ...found,
          isYearly: entry?.isYearly ?? false,
          meetings: count,
          meetingsHref: count > 0 ? `/months/${monthOf(on)}/calendar` : null,
          entryDay: entry?.day ?? on,
          removeAction: mayEdit && entry ? '/holidays/remove' : null,
        });
      }
      return { days, isAnnounced: calendar.isAnnounced(year) };
    });
  }

  /** The meetings and visits on a day that would become a day off. */
  effectOf(on: Day, zone: string): Promise<HolidayEffect> {
    return this.work.run(async () => {
      const [row] = await this.work.query<{ count: number }>(
        `select count(*)::integer as count from month_meetings m
         where m.day = $1 and m.state = 'scheduled'
           and not exists (select from month_publications p where p.month = m.month)`,
        [on],
      );
      const visits = await this.touched.onDay(on);
      return {
        day: on,
        month: monthOf(on),
        visits: visits.map((visit) => touchedLine(visit, zone)),
        meetings: row?.count ?? 0,
      };
    });
  }

  private async meetingsBetween(from: Day, before: Day): Promise<ReadonlyMap<Day, number>> {
    const rows = await this.work.query<{ day: Day; count: number }>(
      `select day, count(*)::integer as count from month_meetings
       where day >= $1 and day < $2 and state = 'scheduled' group by day`,
      [from, before],
    );
    return new Map(rows.map((row) => [row.day, row.count]));
  }
}
