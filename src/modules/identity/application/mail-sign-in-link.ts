import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { normaliseEmail } from '../domain/account.ts';
import { MakeSignInLink } from './make-sign-in-link.ts';
import { serviceActor, SignInMail } from './ports.ts';
import { Accounts } from '../infra/repositories/accounts.ts';

/** Mails a sign-in link to the given address, if it has an account. */
@Injectable()
export class MailSignInLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly makeLink: MakeSignInLink,
    private readonly mail: SignInMail,
  ) {}

  async execute(email: string, leadsTo: string): Promise<void> {
    const found = await this.work.run(async () => {
      const account = await this.accounts.findByEmail(normaliseEmail(email));
      const home = account && !account.disabledAt ? await this.accounts.findHome(account.id) : null;
      return account && home ? { account, home } : null;
    });
    if (!found) return;
    await this.work.as(serviceActor(found.home), () =>
      this.work.run(async () => {
        const path = await this.makeLink.execute(found.account.id, found.home, leadsTo);
        await this.mail.send(found.account, path);
      }),
    );
  }
}
