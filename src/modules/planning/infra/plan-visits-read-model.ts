import type { AccountId, MeetingId, PlanId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import type { Locale } from '../../../kernel/actor.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { dayIn, firstDay, type Month, timeIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { VisitLine, VisitOccasion } from '../../notifications/index.ts';
import { VisitCalendars, VisitsReadModel } from '../../visits/index.ts';
import type {} from '../errors.ts';
import type { DutyRow } from './duty-lists.ts';
import { Plans } from './repositories/plans.ts';

/** A visit of a month with everything that mails, notices and calendars contain. */
export interface PlanVisit {
  readonly id: VisitId;
  readonly meetingId: MeetingId;
  readonly kind: VisitLine['kind'];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly branch: string;
  readonly place: string;
  readonly specialistId: SpecialistId;
  readonly specialist: string;
  readonly title: string;
  readonly department: string;
  readonly email: string;
  readonly accountId: AccountId | null;
  readonly locale: Locale | null;
}

/** One that a draft plans: there is no visit yet. */
export type PlannedVisit = Omit<PlanVisit, 'id'>;

const COLUMNS = `m.id as "meetingId", m.starts_at as "startsAt", m.ends_at as "endsAt", c.time_zone as zone,
    b.name as branch, m.place, s.id as "specialistId", s.name as specialist, coalesce(s.title, '') as title,
    s.department, s.email, a.account_id as "accountId", a.locale`;
const SELECT = `
  select v.id, v.kind, ${COLUMNS}
  from month_visits v cross join acting_committee c join month_meetings m on m.id = v.meeting_id
  join branch_profiles b on b.id = v.branch_id join specialist_profiles s on s.id = v.specialist_id
  left join specialist_accounts a on a.specialist_id = s.id`;
const ORDER = `order by m.starts_at, b.code, s.code`;

/** Reads the visits of a month for notices and calendars; takes part in the ambient transaction. */
@Injectable()
export class PlanVisitsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly plans: Plans,
    private readonly visits: VisitsReadModel,
    private readonly calendars: VisitCalendars,
    private readonly clock: Clock,
  ) {}

  /** Those with these ids. */
  list(ids: readonly string[]): Promise<PlanVisit[]> {
    return this.work.query<PlanVisit>(`${SELECT} where v.id = any($1::uuid[]) ${ORDER}`, [ids]);
  }

  /** Those that would come of a plan if it were published now. */
  listOfDraft(planId: PlanId): Promise<PlannedVisit[]> {
    return this.work.query<PlannedVisit>(
      `select m.kind, ${COLUMNS}
       from plan_assignments d cross join acting_committee c join month_meetings m on m.id = d.meeting_id
       join branch_profiles b on b.id = m.branch_id join specialist_profiles s on s.id = d.specialist_id
       left join specialist_accounts a on a.specialist_id = s.id
       where d.plan_id = $1 and m.starts_at > $2 ${ORDER}`,
      [planId, this.clock.now()],
    );
  }

  /** Those of a published month that take place. */
  listOfMonth(month: Month): Promise<PlanVisit[]> {
    return this.work.query<PlanVisit>(`${SELECT} where v.month = $1 and v.takes_place ${ORDER}`, [firstDay(month)]);
  }

  /** All visits of a month that a calendar shows. @throws DomainError plan.not_found where no plan is published */
  occasionsOf(month: Month): Promise<VisitOccasion[]> {
    return this.work.run(async () => {
      if (!(await this.plans.findPublished(month))) throw new DomainError('plan.not_found', { month });
      return this.calendars.occasions(await this.visits.listOfMonth(month));
    });
  }
}

/** A visit as a line of a list of duties. */
export function dutyRow(visit: PlannedVisit): DutyRow {
  const { branch, place, specialistId, specialist, title, department } = visit;
  const [day, from] = [dayIn(visit.zone, visit.startsAt), timeIn(visit.zone, visit.startsAt)];
  return { day, from, branch, place, specialistId, specialist, title, department };
}
