import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/domain-error.ts';
import { type Day, firstDay, type Month } from '../../kernel/month.ts';
import type { MeetingRef, SpecialistId, SpecialistRef } from '../../kernel/id.ts';
import { type AmendedPlan, AmendmentsReadModel, type PlanAssignment, Plans } from '../../modules/planning/index.ts';
import type { VisitState } from '../../modules/visits/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';

/** What the page of amendments shows, read in one transaction. */
export interface AmendmentsScreen {
  readonly month: Month;
  readonly plan: AmendedPlan;
  /** As it was published. */
  readonly published: readonly PlanAssignment[];
  /** In whatever state, in the order in which they were made. */
  readonly visits: readonly {
    readonly meetingId: MeetingRef;
    readonly specialistId: SpecialistRef;
    readonly state: VisitState;
  }[];
  /** In order of time. */
  readonly meetings: readonly {
    readonly id: MeetingRef;
    readonly branch: string;
    readonly day: Day;
    readonly from: string;
    readonly isHeld: boolean;
  }[];
  /** Whether a meeting is still to begin: what is past cannot be amended. */
  readonly liesAhead: boolean;
  readonly names: ReadonlyMap<string, string>;
}

@Injectable()
export class AmendmentsScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly amendments: AmendmentsReadModel,
    private readonly plans: Plans,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError plan.not_published */
  read(month: Month): Promise<AmendmentsScreen> {
    return this.work.run(async () => {
      const plan = await this.amendments.find(month);
      if (!plan) throw new DomainError('plan.not_published', { month });
      const people = await this.work.query<{ id: SpecialistId; name: string }>(
        `select id, name from specialist_profiles`,
      );
      const ahead = await this.work.query(`select 1 from month_meetings where month = $1 and starts_at > $2 limit 1`, [
        firstDay(month),
        this.clock.now(),
      ]);
      return {
        month,
        plan,
        published: await this.plans.listAssignments(plan.planId),
        visits: await this.work.query<AmendmentsScreen['visits'][number]>(
          `select meeting_id as "meetingId", specialist_id as "specialistId", state from month_visits
           where month = $1 order by id`,
          [firstDay(month)],
        ),
        meetings: await this.work.query<AmendmentsScreen['meetings'][number]>(
          `select m.id, b.name as branch, m.day, to_char(m.starts_at at time zone committee_zone(), 'HH24:MI') as "from",
             m.state = 'scheduled' as "isHeld"
           from month_meetings m join branch_profiles b on b.id = m.branch_id where m.month = $1
           order by m.starts_at, b.code`,
          [firstDay(month)],
        ),
        liesAhead: ahead.length > 0,
        names: new Map(people.map(({ id, name }) => [id, name])),
      };
    });
  }
}
