import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { dayIn, timeIn, type Day } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { DocumentRegister } from '../../documents/index.ts';
import { Calendars, Outbox, type VisitLine, type VisitOccasion } from '../../notifications/index.ts';
import type { Visit } from '../../visits/index.ts';
import { DutyNotices } from '../application/ports.ts';
import type { MonthPlan } from '../domain/month-plan.ts';
import { dutyNotice, type DutyRow } from './duty-notice.ts';

interface VisitRow {
  id: string;
  meeting_id: string;
  kind: VisitLine['kind'];
  starts_at: Date;
  ends_at: Date;
  zone: string;
  branch: string;
  branch_short: string;
  place: string;
  specialist_id: string;
  specialist: string;
  department: string;
  email: string;
  account_id: AccountId | null;
  locale: Locale | null;
}

/** Tells everybody of their duties: one numbered notice for the office, one mail for each person. */
@Injectable()
export class OfficeDutyNotices extends DutyNotices {
  constructor(
    private readonly work: Work,
    private readonly register: DocumentRegister,
    private readonly outbox: Outbox,
    private readonly calendars: Calendars,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async issue(plan: MonthPlan): Promise<{ id: string; symbol: string; issuedOn: string }> {
    const rows = (await this.rows(plan)).map((row): DutyRow => ({
      day: dayIn(row.zone, row.starts_at),
      from: timeIn(row.zone, row.starts_at),
      branch: row.branch,
      place: row.place,
      specialist: row.specialist,
      department: row.department,
    }));
    return this.register.issue({
      type: 'TB',
      title: `Phân công dự sinh hoạt chi bộ tháng ${plan.month.slice(5)}/${plan.month.slice(0, 4)}`,
      compose: (letterhead, number, issuedOn) => dutyNotice(letterhead, number, issuedOn, plan.month, rows),
    });
  }

  async mail(
    plan: MonthPlan,
    _visits: readonly Visit[],
    notice: { symbol: string; issuedOn: string },
  ): Promise<number> {
    const rows = await this.rows(plan);
    const observers = new Map<string, VisitRow[]>();
    const people = new Map<string, VisitRow[]>();
    for (const row of rows) {
      observers.set(row.meeting_id, [...(observers.get(row.meeting_id) ?? []), row]);
      people.set(row.specialist_id, [...(people.get(row.specialist_id) ?? []), row]);
    }
    for (const [specialistId, visits] of people) {
      const [person] = visits;
      if (!person) continue;
      const locale = person.locale ?? 'vi';
      await this.outbox.post({
        key: `visits-published/${plan.id}/${specialistId}`,
        to: {
          address: person.email,
          name: person.specialist,
          ...(person.account_id && { accountId: person.account_id }),
        },
        locale,
        template: 'visits-published',
        model: {
          month: plan.month,
          visits: visits.map((visit) => lineOf(visit, observers.get(visit.meeting_id) ?? [])),
          notice: { symbol: notice.symbol, issuedOn: notice.issuedOn as Day },
          answerBy: null,
          link: `${this.config.publicUrl}/my/visits`,
        },
        invitations: visits.map((visit) => this.calendars.invitation('REQUEST', this.occasionOf(visit), locale)),
      });
    }
    return people.size;
  }

  private occasionOf(row: VisitRow): VisitOccasion {
    return {
      visitId: row.id,
      sequence: 0,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      zone: row.zone,
      label: row.branch_short,
      place: row.place,
      link: `${this.config.publicUrl}/my/visits/${row.id}`,
      attendee: { name: row.specialist, address: row.email, accepted: false },
    };
  }

  private rows({ id }: MonthPlan): Promise<VisitRow[]> {
    return this.work.query<VisitRow>(
      `select v.id, v.meeting_id, v.kind, m.starts_at, m.ends_at, c.time_zone as zone, b.name as branch,
         b.short_name as branch_short, coalesce(nullif(m.place, ''), b.address) as place,
         s.id as specialist_id, s.name as specialist, d.name as department, s.email, a.id as account_id, a.locale
       from visits v join meetings m on m.id = v.meeting_id join branches b on b.id = v.branch_id
       join specialists s on s.id = v.specialist_id join departments d on d.id = s.department_id
       join committees c on c.id = v.committee_id
       left join memberships p on p.specialist_id = s.id and p.role = 'specialist'
       left join accounts a on a.id = p.account_id
       where v.plan_id = $1 order by m.starts_at, b.code, s.code`,
      [id],
    );
  }
}

function lineOf(row: VisitRow, observers: readonly VisitRow[]): VisitLine {
  return {
    day: dayIn(row.zone, row.starts_at),
    from: timeIn(row.zone, row.starts_at),
    to: timeIn(row.zone, row.ends_at),
    branch: row.branch,
    place: row.place,
    kind: row.kind,
    with: observers.filter(({ id }) => id !== row.id).map(({ specialist }) => specialist),
  };
}
