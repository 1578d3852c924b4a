import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { firstDay, type Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type {} from '../errors.ts';
import { buildGround } from '../domain/build-problem.ts';
import { besidesShares } from '../domain/outside-visit.ts';
import type { PublishedMonth, PublishedVisit } from '../domain/published-month.ts';
import { MonthFactsReadModel } from './month-facts-read-model.ts';
import { Plans } from './repositories/plans.ts';

/** Reads a published month with the current facts; takes part in the ambient transaction, if any. */
@Injectable()
export class PublishedMonthReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly months: MonthFactsReadModel,
    private readonly plans: Plans,
  ) {}

  /** @throws DomainError plan.not_published */
  read(month: Month): Promise<PublishedMonth> {
    return this.work.run(async () => {
      const header = await this.plans.findPublished(month);
      if (!header) throw new DomainError('plan.not_published', { month });
      const facts = await this.months.read(month);
      const ground = buildGround(facts, await this.months.policyOf(header), header.refilled);
      const visits = await this.visits(month);
      return { header, facts, problem: besidesShares(ground, visits), asked: ground.specialists, visits };
    });
  }

  /** The months in which somebody is still to go to a meeting that has not begun. */
  async monthsAhead(specialistId: SpecialistId, now: Date): Promise<Month[]> {
    const rows = await this.work.run(() =>
      this.work.query<{ month: Month }>(
        `select distinct to_char(v.month, 'YYYY-MM') as month from month_visits v
         join month_meetings m on m.id = v.meeting_id join month_publications p on p.month = v.month
         where v.specialist_id = $1 and v.is_open and m.starts_at > $2 order by 1`,
        [specialistId, now],
      ),
    );
    return rows.map(({ month }) => month);
  }

  private visits(month: Month): Promise<PublishedVisit[]> {
    return this.work.query<PublishedVisit>(
      `select v.id, v.meeting_id as "meetingId", v.specialist_id as "specialistId", v.state,
         v.state = 'accepted' as "isAccepted", m.starts_at as "startsAt", m.ends_at as "endsAt",
         u.counts_as_share as "countsAsShare", u.replaced_by_id as "replacedById"
       from month_visits v join month_meetings m on m.id = v.meeting_id join visit_outcomes u on u.visit_id = v.id
       where v.month = $1 order by v.id`,
      [firstDay(month)],
    );
  }
}
