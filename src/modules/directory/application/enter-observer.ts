import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type AccountId, isId, type SpecialistId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type {} from '../errors.ts';
import { ObserverAccounts } from '../infra/repositories/observer-accounts.ts';
import { ChangeRegister } from './change-register.ts';

/**
 * The entry of the register for somebody of the board or a leader who sits in on a meeting. An entry that may make no
 * visits a month is never sent by a plan; with it they have visits, mails, a calendar and forms like everybody who goes.
 */
@Injectable()
export class EnterObserver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: ObserverAccounts,
    private readonly register: ChangeRegister,
  ) {}

  /**
   * The entry that the account has already, else a new one. @throws DomainError directory.observer_unknown,
   * directory.observer_refused
   */
  execute({
    accountId,
    department,
  }: {
    readonly accountId: AccountId;
    readonly department: string;
  }): Promise<SpecialistId> {
    return this.work.run(async () => {
      const account = isId(accountId) ? await this.accounts.find(accountId) : null;
      if (!account) throw new DomainError('directory.observer_unknown', {});
      if (account.specialistId !== null) return account.specialistId;
      const row = {
        code: await this.accounts.freeCode(),
        name: account.name,
        department,
        mail: account.email,
        minVisits: '0',
        maxVisits: '0',
      };
      const outcome = await this.register.add('specialists', [row]);
      if (outcome.kind === 'done' || outcome.kind === 'unchanged') return outcome.address as SpecialistId;
      throw new DomainError('directory.observer_refused', { name: account.name });
    });
  }
}
