import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import type { Locale } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/id.ts';
import { Work } from '../../../platform/database/work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import type { VisitLine, VisitOccasion } from '../../notifications/index.ts';
import type { PlanId } from '../domain/month-plan.ts';

/** A visit of a plan with all that a mail, a notice or a calendar says of it. */
export interface PlanVisit {
  id: string;
  meeting_id: string;
  kind: VisitLine['kind'];
  state: string;
  calendar_sequence: number;
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

/** Reads the visits of a published plan; joins the ambient transaction. */
@Injectable()
export class PlanVisits {
  constructor(
    private readonly work: Work,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(planId: PlanId): Promise<PlanVisit[]> {
    return this.work.query<PlanVisit>(
      `select v.id, v.meeting_id, v.kind, v.state, v.calendar_sequence, m.starts_at, m.ends_at, c.time_zone as zone,
         b.name as branch, b.short_name as branch_short, coalesce(nullif(m.place, ''), b.address) as place,
         s.id as specialist_id, s.name as specialist, d.name as department, s.email, a.id as account_id, a.locale
       from visits v join meetings m on m.id = v.meeting_id join branches b on b.id = v.branch_id
       join specialists s on s.id = v.specialist_id join departments d on d.id = s.department_id
       join committees c on c.id = v.committee_id
       left join memberships p on p.specialist_id = s.id and p.role = 'specialist'
       left join accounts a on a.id = p.account_id
       where v.plan_id = $1 order by m.starts_at, b.code, s.code`,
      [planId],
    );
  }

  occasionOf(visit: PlanVisit): VisitOccasion {
    return {
      visitId: visit.id,
      sequence: visit.calendar_sequence,
      startsAt: visit.starts_at,
      endsAt: visit.ends_at,
      zone: visit.zone,
      label: visit.branch_short,
      place: visit.place,
      link: `${this.config.publicUrl}/my/visits/${visit.id}`,
      attendee: { name: visit.specialist, address: visit.email, accepted: visit.state === 'accepted' },
    };
  }
}
