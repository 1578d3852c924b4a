import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type AccountId, isId, type SpecialistId } from '../../../kernel/id.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type {} from '../errors.ts';
import { ObserverAccounts } from '../infra/repositories/observer-accounts.ts';
import { AS_READ, type ImportQuestionCode } from '../domain/import/question.ts';
import type { TypedRow } from '../domain/register/typed-rows.ts';
import { ChangeRegister, type RegisterOutcome } from './change-register.ts';

const OF_ACCOUNT: ReadonlySet<ImportQuestionCode> = new Set(['name_with_more', 'mail_unlikely']);

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
      const outcome = await this.entered(row);
      if (outcome.kind === 'done' || outcome.kind === 'unchanged') return outcome.address as SpecialistId;
      throw new DomainError('directory.observer_refused', { name: account.name });
    });
  }

  /** Their name and address are those of an account in use: nobody is asked whether they are right. */
  private async entered(row: TypedRow): Promise<RegisterOutcome> {
    const outcome = await this.register.add('specialists', [row]);
    if (outcome.kind !== 'asked' || !outcome.questions.every(({ code }) => OF_ACCOUNT.has(code))) return outcome;
    return this.register.add(
      'specialists',
      [row],
      Object.fromEntries(outcome.questions.map(({ id }) => [id, AS_READ])),
    );
  }
}
