import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Month } from '../../../kernel/month.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { Ref } from '../../../kernel/id.ts';
import { AuditTrail } from '../../audit/index.ts';
import type {} from '../errors.ts';
import { StoredMails } from '../infra/repositories/stored-mails.ts';

/** Sends mails that were not delivered again, to the current address of their reader. */
@Injectable()
export class SendMailsAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mails: StoredMails,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * A mail that was sent meanwhile is left unchanged. @returns how many are sent again @throws DomainError
   * mail.not_found, mail.gone, mail.told_by_message, mail.no_address
   */
  one(mailId: Ref<'Mail'>): Promise<number> {
    return this.work.run(async () => {
      const mail = await this.mails.find(mailId);
      if (!mail) throw new DomainError('mail.not_found', { mailId });
      if (!mail.canBeSentAgain) throw new DomainError('mail.gone', { mailId });
      if (mail.isMessaged) throw new DomainError('mail.told_by_message', { name: mail.name });
      if (!mail.isAddressed) throw new DomainError('mail.no_address', { name: mail.name });
      return this.again([mailId], { mailId });
    });
  }

  /** All undelivered mails, of a month or of all months, to people who have an address. @returns their number */
  all(month: Month | null): Promise<number> {
    return this.work.run(async () => this.again(await this.mails.listOpen(month), { month }));
  }

  private async again(ids: readonly string[], details: object): Promise<number> {
    const changed = await this.mails.sendAgain(ids);
    if (changed > 0) {
      const subject = { kind: 'committee', id: this.work.actor.committeeId };
      this.audit.record({ action: 'mail.sent_again', subject, details: { ...details, mails: changed } });
    }
    return changed;
  }
}
