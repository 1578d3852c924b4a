import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.ts';
import type { SpecialistId } from '../../kernel/id.ts';
import { firstDay, type Month } from '../../kernel/month.ts';
import { MailPreviews, MailsReadModel, type MailStatus, type ShownMail } from '../../modules/notifications/index.ts';
import { DutyPreview, type PlanHeader, Plans, PlanVisitsReadModel } from '../../modules/planning/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';

/** A person with visits in a month. */
export interface DutyHolder {
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly department: string;
  readonly address: string;
  /** Visits that they have to make, or would have to. */
  readonly visits: number;
  /** For a published month. */
  readonly published: {
    readonly all: number;
    readonly answered: number;
    readonly declined: number;
    readonly mail: MailStatus | null;
  } | null;
}

type Row = Omit<DutyHolder, 'published'> & { all: number; answered: number; declined: number };

/** By which people hear of their duties: the latest counts. */
const DUTY_MAILS = ['visits-published', 'visits-amended'] as const;

/** Reads who has visits in a month, by its draft or after its publication; takes part in the ambient transaction. */
@Injectable()
export class DutiesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly planned: PlanVisitsReadModel,
    private readonly mails: MailsReadModel,
    private readonly plans: Plans,
    private readonly preview: DutyPreview,
    private readonly shown: MailPreviews,
  ) {}

  list({ id, month, state }: PlanHeader): Promise<DutyHolder[]> {
    return this.work.run(() => (state === 'published' ? this.published(month) : this.drafted(id)));
  }

  /** One person's mail, as it was posted or as it would be. @throws DomainError plan.not_found, plan.no_duties */
  mail(month: Month, specialistId: SpecialistId): Promise<{ isPublished: boolean; mail: ShownMail }> {
    return this.work.run(async () => {
      const plan = await this.plans.findHeader(month);
      if (!plan) throw new DomainError('plan.not_found', { month });
      if (plan.state === 'published') {
        const mail = (await this.mails.toSpecialists(month, DUTY_MAILS)).get(specialistId);
        const posted = mail && (await this.shown.posted(mail.mailId));
        if (!posted) throw new DomainError('plan.no_duties', { month });
        return { isPublished: true, mail: posted };
      }
      const draft = await this.preview.mail(month, specialistId);
      const mail = { ...(await this.shown.show(draft)), invitations: draft.model.visits.length };
      return { isPublished: false, mail };
    });
  }

  private async drafted(planId: PlanHeader['id']): Promise<DutyHolder[]> {
    const holders = new Map<string, DutyHolder>();
    for (const { specialistId, specialist, department, email } of await this.planned.listOfDraft(planId)) {
      const visits = 1 + (holders.get(specialistId)?.visits ?? 0);
      holders.set(specialistId, {
        specialistId,
        name: specialist,
        department,
        address: email,
        visits,
        published: null,
      });
    }
    return [...holders.values()];
  }

  private async published(month: Month): Promise<DutyHolder[]> {
    const rows = await this.work.query<Row>(
      `select s.id as "specialistId", s.name, s.department, s.email as address,
         (count(*) filter (where v.holds_seat))::integer as visits,
         (count(*) filter (where v.is_assigned))::integer as all,
         (count(*) filter (where v.is_assigned and v.state <> 'offered'))::integer as answered,
         (count(*) filter (where v.state = 'declined'))::integer as declined
       from month_visits v join specialist_profiles s on s.id = v.specialist_id
       where v.month = $1 group by s.id, s.name, s.department, s.email
       having count(*) filter (where v.is_assigned) > 0 order by s.id`,
      [firstDay(month)],
    );
    const mails = await this.mails.toSpecialists(month, DUTY_MAILS);
    return rows.map(({ all, answered, declined, ...holder }) => ({
      ...holder,
      published: { all, answered, declined, mail: mails.get(holder.specialistId) ?? null },
    }));
  }
}
