import type { Role } from '../kernel/actor.ts';
import { DomainError } from '../kernel/domain-error.ts';
import {
  AccountsReadModel,
  DisableAccount,
  EndSessions,
  type ListedAccount,
  TakeRoleAway,
} from '../modules/identity/index.ts';
import { forCommittee, type ForCommittee } from './for-committee.ts';

/** Everybody with a role in the committee with this code; the code may be omitted where there is only one committee. */
export function listAccounts(committee: string | null): Promise<ForCommittee<readonly ListedAccount[]>> {
  return forCommittee(committee, (app) => app.get(AccountsReadModel).list());
}

export type AccountChange =
  { readonly kind: 'revoke'; readonly role: Role } | { readonly kind: 'disable' | 'enable' | 'sign-out' };

/** Changes the account with this address. @throws DomainError as on the accounts page */
export function changeAccount(
  committee: string | null,
  email: string,
  change: AccountChange,
): Promise<ForCommittee<void>> {
  return forCommittee(committee, async (app) => {
    const found = (await app.get(AccountsReadModel).list()).find((account) => account.email === email.toLowerCase());
    if (!found) throw new DomainError('identity.account_not_found', { accountId: email });
    const { id } = found;
    switch (change.kind) {
      case 'revoke':
        return app.get(TakeRoleAway).execute(id, change.role);
      case 'disable':
        return app.get(DisableAccount).execute(id);
      case 'enable':
        return app.get(DisableAccount).enable(id);
      case 'sign-out':
        return app.get(EndSessions).all(id);
    }
  });
}
