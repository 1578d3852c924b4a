import type { DocumentId, PlanId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { firstDay } from '../../../kernel/month.ts';
import { formatMonth } from '../../../kernel/format.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { DocumentRegister, type IssuedDocument } from '../../documents/index.ts';
import {
  Calendars,
  type MailContact,
  MailContactReadModel,
  type MailDraft,
  Outbox,
  type VisitOccasion,
} from '../../notifications/index.ts';
import {
  type Deadlines,
  DeadlinesReadModel,
  type Visit,
  VisitCalendars,
  VisitInvitations,
  VisitsReadModel,
} from '../../visits/index.ts';
import { type DutyNotice, DutyNotices } from '../application/ports.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { dutyMails } from './duty-mails.ts';
import { dutyNotice } from './duty-notice.ts';
import { dutyRow, type PlanVisit, PlanVisitsReadModel } from './plan-visits-read-model.ts';

type Asked = Parameters<DutyNotices['issue']>[2];

interface MailFacts extends Pick<Asked, 'leftOut'> {
  readonly notice: IssuedDocument;
  readonly deadlines: Deadlines;
  readonly contact: MailContact | null;
  readonly occasions: ReadonlyMap<VisitId, VisitOccasion>;
}

/** Announces duties: one numbered notice for the office, one mail to each person. */
@Injectable()
export class RegisteredDutyNotices extends DutyNotices {
  constructor(
    private readonly visits: PlanVisitsReadModel,
    private readonly register: DocumentRegister,
    private readonly outbox: Outbox,
    private readonly calendars: Calendars,
    private readonly lines: VisitsReadModel,
    private readonly visitCalendars: VisitCalendars,
    private readonly invitations: VisitInvitations,
    private readonly deadlines: DeadlinesReadModel,
    private readonly contacts: MailContactReadModel,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async issue(plan: PlanHeader, visits: readonly Visit[], { given, leftOut }: Asked): Promise<DutyNotice> {
    const { month } = plan;
    const named = await this.visits.list(visits.map(({ id }) => id));
    const rows = named.map(dutyRow);
    const deadlines = await this.deadlines.read();
    const notice = await this.register.issue({
      type: 'TB',
      given,
      title: `Phân công dự sinh hoạt chi bộ tháng ${formatMonth('vi', month)}`,
      compose: (letterhead, number, issuedOn) =>
        dutyNotice(letterhead, number, issuedOn, month, { rows, leftOut }, deadlines.policyOn(firstDay(month))),
    });
    const lines = await this.lines.list(visits.map(({ id }) => id));
    const identified = await this.visitCalendars.identified(lines);
    const occasions = new Map(identified.map((occasion) => [occasion.visitId, occasion]));
    const contact = await this.contacts.acting();
    const mails = this.mailsOf(plan, named, { notice, deadlines, contact, occasions, leftOut });
    await this.outbox.postAll(mails);
    await this.noteSent(plan, named);
    return notice;
  }

  async get(id: DocumentId): Promise<DutyNotice> {
    return { id, symbol: await this.register.symbolOf(id) };
  }

  /** Later mails about one of these visits continue the thread of the mail with the invitation. */
  private async noteSent({ id }: PlanHeader, visits: readonly PlanVisit[]): Promise<void> {
    await this.invitations.noteSent(
      visits.map(({ id: visitId, specialistId }) => ({ visitId, mailKey: dutyMailKey(id, specialistId) })),
    );
  }

  private mailsOf(
    { id, month }: PlanHeader,
    visits: readonly PlanVisit[],
    { notice, deadlines, contact, occasions, leftOut }: MailFacts,
  ): MailDraft[] {
    const { publicUrl } = this.config;
    const { symbol, issuedOn } = notice;
    const mails = dutyMails(visits, {
      month,
      notice: { symbol, issuedOn, link: `${publicUrl}/my/notices/${notice.id}/pdf` },
      leftOut,
      deadlines,
      contact,
      link: `${publicUrl}/my/visits?month=${month}`,
      linkOf: (visit) => `${publicUrl}/my/visits/${visit.id}`,
    });
    return mails.map(({ visits: own, model }) => {
      const [{ specialistId, specialist, email, accountId, locale: chosen }] = own;
      const locale = chosen ?? 'vi';
      return {
        key: dutyMailKey(id, specialistId),
        to: { address: email, name: specialist, specialistId, ...(accountId && { accountId }) },
        locale,
        month,
        template: 'visits-published',
        model,
        invitations: own.flatMap(({ id: visitId }) => {
          const occasion = occasions.get(visitId);
          return occasion ? [this.calendars.invitation('REQUEST', occasion, locale)] : [];
        }),
      };
    });
  }
}

function dutyMailKey(planId: PlanId, specialistId: SpecialistId): string {
  return `visits-published/${planId}/${specialistId}`;
}
