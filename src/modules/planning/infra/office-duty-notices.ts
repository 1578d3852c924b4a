import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { dayIn, timeIn, type Day } from '../../../kernel/month.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { DocumentRegister } from '../../documents/index.ts';
import { Calendars, Outbox, type VisitLine } from '../../notifications/index.ts';
import type { Visit } from '../../visits/index.ts';
import { DutyNotices } from '../application/ports.ts';
import type { MonthPlan } from '../domain/month-plan.ts';
import { dutyNotice, type DutyRow } from './duty-notice.ts';
import { type PlanVisit, PlanVisits } from './plan-visits.ts';

/** Tells everybody of their duties: one numbered notice for the office, one mail for each person. */
@Injectable()
export class OfficeDutyNotices extends DutyNotices {
  constructor(
    private readonly visits: PlanVisits,
    private readonly register: DocumentRegister,
    private readonly outbox: Outbox,
    private readonly calendars: Calendars,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async issue(plan: MonthPlan): Promise<{ id: string; symbol: string; issuedOn: string }> {
    const rows = (await this.visits.list(plan.id)).map((row): DutyRow => ({
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
    const rows = await this.visits.list(plan.id);
    const observers = new Map<string, PlanVisit[]>();
    const people = new Map<string, PlanVisit[]>();
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
        invitations: visits.map((visit) => this.calendars.invitation('REQUEST', this.visits.occasionOf(visit), locale)),
      });
    }
    return people.size;
  }
}

function lineOf(row: PlanVisit, observers: readonly PlanVisit[]): VisitLine {
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
