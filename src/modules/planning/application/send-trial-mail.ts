import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { AccountId, Ref, SpecialistId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import {
  MailContactReadModel,
  MailOutcomes,
  MailsReadModel,
  type MailStatus,
  Outbox,
} from '../../notifications/index.ts';
import { DutyMails } from './ports.ts';

/**
 * Mails somebody's duties of a draft to whoever acts, who wants to see it in their own mail program. It belongs to no
 * month and no specialist, so that it counts nowhere as a mail that told anybody of duties.
 */
@Injectable()
export class SendTrialMail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly duties: DutyMails,
    private readonly contacts: MailContactReadModel,
    private readonly outbox: Outbox,
    private readonly outcomes: MailOutcomes,
    private readonly report: MailsReadModel,
  ) {}

  /**
   * `trialId` comes with the form: sent twice, it is one mail.
   *
   * @throws DomainError plan.not_found, plan.no_duties, plan.already_published, http.not_allowed where nobody is signed in
   */
  async execute(month: Month, specialistId: SpecialistId, trialId: Ref<'Trial'>): Promise<void> {
    const key = await this.work.run(async () => {
      const { accountId } = this.work.actor;
      const self = await this.contacts.acting();
      if (accountId === null || !self) throw new DomainError('http.not_allowed', {});
      const { to, locale, model } = await this.duties.mail(month, specialistId);
      await this.outbox.post({
        key: keyOf(accountId, trialId),
        to: { accountId, ...self },
        locale,
        template: 'visits-trial',
        model: { ...model, specialist: to.name, address: to.address },
      });
      return keyOf(accountId, trialId);
    });
    await this.outcomes.firstAttempt(key);
  }

  /** How one's own trial is doing; null where there is none of this id. */
  find(trialId: Ref<'Trial'>): Promise<MailStatus | null> {
    const { accountId } = this.work.actor;
    return accountId === null ? Promise.resolve(null) : this.report.find(keyOf(accountId, trialId));
  }
}

function keyOf(accountId: AccountId, trialId: Ref<'Trial'>): string {
  return `visits-trial/${accountId}/${trialId}`;
}
