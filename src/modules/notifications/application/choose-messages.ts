import { Injectable } from '@nestjs/common';
import { staleEdit } from '../../../kernel/edit.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import type { ChannelKinds } from '../domain/message-kinds.ts';
import { Webhooks } from '../infra/repositories/webhooks.ts';

/** What the acting person wants to get by the committee's gateway, and where. */
@Injectable()
export class ChooseMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly webhooks: Webhooks,
    private readonly audit: AuditTrail,
  ) {}

  /** The same again changes nothing. @throws DomainError edit.stale */
  execute(seen: number, address: string, { kinds, instead }: ChannelKinds): Promise<void> {
    return this.work.run(async () => {
      const before = await this.webhooks.choice();
      const isSame = before.kinds.join() === kinds.join() && before.instead.join() === instead.join();
      if (before.address === address && isSame) return;
      if (!(await this.webhooks.storeChoice(seen, { address, kinds, instead }))) throw staleEdit();
      const { accountId } = this.work.actor;
      if (accountId) {
        this.audit.record({
          action: 'messages.chosen',
          subject: { kind: 'account', id: accountId },
          details: { kinds, instead },
        });
      }
    });
  }
}
