import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { SpecialistId } from '../../../kernel/id.ts';
import { dayIn, firstDay, type Month, monthIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { type DocumentFile, Documents, type FileFormat, Letterheads, symbol } from '../../documents/index.ts';
import { type MailDraft, MailContactReadModel } from '../../notifications/index.ts';
import { DeadlinesReadModel } from '../../visits/index.ts';
import { DutyMails } from '../application/ports.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import type {} from '../errors.ts';
import { dutyMails } from './duty-mails.ts';
import { dutyNotice } from './duty-notice.ts';
import { dutyRow, PlanVisitsReadModel } from './plan-visits-read-model.ts';
import { Plans } from './repositories/plans.ts';

/** What goes out when the draft of a month is published, as it would be if that were done now; nothing is kept of it. */
@Injectable()
export class DutyPreview extends DutyMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly plans: Plans,
    private readonly visits: PlanVisitsReadModel,
    private readonly letterheads: Letterheads,
    private readonly documents: Documents,
    private readonly deadlines: DeadlinesReadModel,
    private readonly contacts: MailContactReadModel,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  /**
   * The duty notice: no number, the day left open, and marked as a draft on each page.
   *
   * @throws DomainError plan.not_found, plan.already_published
   */
  async notice(month: Month, format: FileFormat): Promise<DocumentFile> {
    const document = await this.work.run(async () => {
      const draft = await this.draftOf(month);
      const letterhead = await this.letterheads.get();
      const number = { kind: 'unnumbered', symbol: symbol('TB', letterhead.boardSymbol) } as const;
      const rows = (await this.visits.listOfDraft(draft.id)).map(dutyRow);
      const policy = (await this.deadlines.read()).policyOn(firstDay(month));
      const day = monthIn(letterhead.timeZone, this.clock.now());
      const leftOut = (await this.plans.listLeftOut(draft, this.clock.now())).length;
      return { ...dutyNotice(letterhead, number, day, month, { rows, leftOut }, policy), marks: { draft: true } };
    });
    const bytes = await (format === 'pdf' ? this.documents.renderPdf(document) : this.documents.renderDocx(document));
    return { name: `phan-cong-${month}-du-thao.${format}`, bytes };
  }

  /** With links that lead the board where it may look. */
  async mail(month: Month, specialistId: SpecialistId): Promise<Extract<MailDraft, { template: 'visits-published' }>> {
    const draft = await this.draftOf(month);
    const letterhead = await this.letterheads.get();
    const page = `${this.config.publicUrl}/months/${month}/duties`;
    const mails = dutyMails(await this.visits.listOfDraft(draft.id), {
      month,
      notice: {
        symbol: `…-${symbol('TB', letterhead.boardSymbol)}`,
        issuedOn: dayIn(letterhead.timeZone, this.clock.now()),
        link: `${page}/notice/pdf`,
      },
      leftOut: (await this.work.run(() => this.plans.listLeftOut(draft, this.clock.now()))).length,
      deadlines: await this.deadlines.read(),
      contact: await this.contacts.acting(),
      link: `${page}/${specialistId}`,
      linkOf: ({ meetingId }) => `${this.config.publicUrl}/meetings/${meetingId}`,
    });
    const own = mails.find(({ visits: [first] }) => first.specialistId === specialistId);
    if (!own) throw new DomainError('plan.no_duties', { month });
    const [{ specialist, email, locale }] = own.visits;
    return {
      key: `visits-preview/${draft.id}/${specialistId}`,
      to: { address: email, name: specialist },
      locale: locale ?? 'vi',
      template: 'visits-published',
      model: own.model,
    };
  }

  private async draftOf(month: Month): Promise<PlanHeader> {
    const plan = await this.plans.findHeader(month);
    if (!plan) throw new DomainError('plan.not_found', { month });
    if (plan.state === 'published') throw new DomainError('plan.already_published', { month });
    return plan;
  }
}
