import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { Ref } from '../../../kernel/id.ts';
import { AuditTrail } from '../../audit/index.ts';
import { bounceKindOf, type BounceKind, type DeliveryReport } from '../domain/delivery-report.ts';
import type {} from '../errors.ts';
import { MailBounces } from '../infra/repositories/mail-bounces.ts';

export interface TakenBounce {
  readonly mailId: Ref<'Mail'>;
  readonly kind: BounceKind;
  /** Whether the same report had come before. */
  readonly isKnown: boolean;
}

const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;
const LONGEST_REPLY = 300;

/** Records what another mail server reports of one of our mails; nothing else is done about it. */
@Injectable()
export class TakeBounce {
  constructor(
    private readonly work: UnitOfWork,
    private readonly bounces: MailBounces,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError mail.unknown */
  async execute(report: DeliveryReport): Promise<TakenBounce> {
    const mail = await this.work.run(() => this.bounces.mailOf(report.messageIds));
    if (!mail) throw new DomainError('mail.unknown', {});
    const { committeeId, mailId } = mail;
    const kind = bounceKindOf(report);
    const actor = { accountId: null, committeeId, roles: [], specialistId: null };
    const isNew = await this.work.as(actor, () =>
      this.work.run(async () => {
        const reply = report.diagnostic.replace(ADDRESS, '…').replace(/\s+/g, ' ').trim().slice(0, LONGEST_REPLY);
        const { key, status } = report;
        const added = await this.bounces.add({ mailId, key, kind, status, reply });
        if (added) {
          this.audit.record({
            action: 'mail.reported',
            subject: { kind: 'mail', id: mailId },
            details: { kind, status },
          });
        }
        return added;
      }),
    );
    return { mailId, kind, isKnown: !isNew };
  }
}
