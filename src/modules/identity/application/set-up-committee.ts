import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { Locale } from '../../../kernel/actor.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { isWeakPassword, LEAST_PASSWORD, normaliseEmail } from '../domain/account.ts';
import { GrantRole } from './grant-role.ts';
import { type NewCommittee, Passwords, serviceActor } from './ports.ts';
import { Committees } from '../infra/repositories/committees.ts';
import { Accounts } from '../infra/repositories/accounts.ts';

export interface FirstAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: Locale;
}

/** Sets up an empty service: its committee, and an account with every role that can be granted. */
@Injectable()
export class SetUpCommittee {
  constructor(
    private readonly work: UnitOfWork,
    private readonly committees: Committees,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly grant: GrantRole,
    private readonly audit: AuditTrail,
  ) {}

  isNeeded(): Promise<boolean> {
    return this.work.run(async () => !(await this.committees.any()));
  }

  /**
   * `seed` creates further data that the committee starts with. Sending the same committee again changes nothing.
   * @throws DomainError identity.already_set_up, identity.weak_password
   */
  async execute(committee: NewCommittee, first: FirstAccount, seed: () => Promise<void>): Promise<void> {
    const email = normaliseEmail(first.email);
    if (isWeakPassword(first.password, { email, name: first.name })) {
      throw new DomainError('identity.weak_password', { least: LEAST_PASSWORD });
    }
    const hash = await this.passwords.hash(first.password);
    await this.work.as(serviceActor(committee.id), () =>
      this.work.run(async () => {
        await this.committees.lock();
        if (await this.committees.has(committee.id)) return;
        if (await this.committees.any()) throw new DomainError('identity.already_set_up', {});
        await this.committees.insert(committee);
        this.audit.record({ action: 'committee.set_up', subject: { kind: 'committee', id: committee.id } });
        const account = await this.grant.execute({ email, name: first.name, role: 'admin' });
        await this.grant.execute({ email, name: first.name, role: 'board' });
        await this.accounts.setPassword(account.id, hash);
        await this.accounts.setProfile(account, first);
        await seed();
      }),
    );
  }
}
