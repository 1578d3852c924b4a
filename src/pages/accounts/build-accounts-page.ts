import { GRANTED_ROLES, type Role } from '../../kernel/actor.ts';
import type { ListedAccount } from '../../modules/identity/index.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';
import type { AccountsPage } from './accounts.view.ts';

/** What was typed into the invitation, and what is wrong with it. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly errors: FieldErrors;
}

export const NOTHING_TYPED: Invitation = { name: '', email: '', role: 'leader', errors: {} };

export function buildAccountsPage(
  accounts: readonly ListedAccount[],
  { name, email, role: chosen, errors }: Invitation,
  nameOf: (role: Role) => string,
): AccountsPage {
  const administrators = accounts.filter(({ roles }) => roles.includes('admin')).length;
  const mayTake = (role: Role): boolean =>
    GRANTED_ROLES.some((granted) => granted === role) && (role !== 'admin' || administrators > 1);
  return {
    people: accounts.map((account) => ({
      name: account.name,
      email: account.email,
      roles: account.roles.map((role) => ({
        role,
        takeAction: mayTake(role) ? `/accounts/${account.id}/roles/${role}/take` : null,
      })),
      isDisabled: account.isDisabled,
      openSessions: account.openSessions,
      usedAt: account.usedAt,
      signOutAction: account.openSessions > 0 ? `/accounts/${account.id}/sign-out` : null,
      linkAction: `/accounts/${account.id}/link`,
    })),
    invite: {
      action: '/accounts',
      name,
      email,
      roles: GRANTED_ROLES.map((role) => ({ value: role, label: nameOf(role), selected: role === chosen })),
      errors,
    },
  };
}
