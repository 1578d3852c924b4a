import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { isReached, MailContactReadModel, type MailDraft, Outbox, WaysToPeople } from '../../notifications/index.ts';
import { type AvailabilityAsked, AvailabilityMails } from '../application/availability-mails.ts';

@Injectable()
export class OutboxAvailabilityMails extends AvailabilityMails {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly outbox: Outbox,
    private readonly contact: MailContactReadModel,
    private readonly ways: WaysToPeople,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async ask({ month, until, mailing, people }: AvailabilityAsked): Promise<number> {
    const contact = await this.contact.acting();
    const { publicUrl } = this.config;
    const { committeeId } = this.work.actor;
    await this.outbox.postAll(
      people.map(({ person: { specialistId, name, email, accountId, locale }, token }): MailDraft => ({
        key: `availability-asked/${month}/${specialistId}/${mailing}`,
        to: { address: email, name, specialistId, ...(accountId && { accountId }) },
        locale,
        month,
        template: 'availability-asked',
        model: {
          month,
          until,
          nothingLink: `${publicUrl}/nothing-to-block/${committeeId}/${token}`,
          link: `${publicUrl}/my/absences`,
          contact,
        },
      })),
    );
    const ways = await this.ways.of('reminders');
    return people.filter(({ person }) => isReached(ways.get(person.specialistId))).length;
  }
}
