import { GRANTED_ROLES, type Role, ROLES } from '../../kernel/actor.ts';
import type { AccountId, AccountRef } from '../../kernel/id.ts';
import type { Day } from '../../kernel/month.ts';
import {
  ACCOUNT_SORTS,
  type AccountMail,
  type ListedAccount,
  type NamedDeputyship,
} from '../../modules/identity/index.ts';
import type { FieldErrors, Option } from '../../platform/views/page-context.ts';
import {
  hrefOfList,
  isFiltered,
  type ListAddress,
  pageWindow,
  pagination,
  sortHeads,
  withinPages,
} from '../directory/page-rows.ts';
import type { AccountRow, AccountsPage } from './accounts.view.ts';

/** The typed invitation with its faults. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly errors: FieldErrors;
}

/** The typed deputyship with its faults. */
export interface DeputyTyped {
  readonly holder: string;
  readonly deputyId: AccountRef;
  readonly from: string;
  readonly to: string;
  readonly error: string | null;
  readonly errors: FieldErrors;
}

export interface AccountsFacts {
  /** `everybody` for choices; `found` for the list, as filtered. */
  readonly everybody: readonly ListedAccount[];
  readonly found: readonly ListedAccount[];
  readonly deputies: readonly NamedDeputyship[];
  readonly asked: ListAddress;
  readonly today: Day;
  /** The reader, who cannot disable their own account. */
  readonly reader: AccountId | null;
  readonly invitation?: Invitation | undefined;
  readonly deputy?: DeputyTyped | undefined;
  /** An address that was typed and refused. */
  readonly address?: { readonly id: AccountRef; readonly typed: string; readonly error: string } | undefined;
}

export interface AccountWords {
  readonly role: (role: Role) => string;
  readonly all: string;
  readonly choose: string;
}

const isGranted = (role: Role): boolean => GRANTED_ROLES.some((granted) => granted === role);

export function buildAccountsPage(facts: AccountsFacts, words: AccountWords): AccountsPage {
  const { everybody, found, deputies, asked, today } = facts;
  const invitation = facts.invitation ?? { name: '', email: '', role: 'leader', errors: {} };
  const typed = facts.deputy ?? { holder: '', deputyId: '', from: today, to: '', error: null, errors: {} };
  const address = withinPages(asked, found.length);
  const { limit, offset } = pageWindow(address);
  const shown = found.slice(offset, offset + limit);
  const { q = '', role = '', sort = '' } = address.filters;
  const kept = hrefOfList(address).slice('/accounts'.length);
  const administrators = everybody.filter(({ roles, isDisabled }) => roles.includes('admin') && !isDisabled);
  return {
    filters: {
      q,
      roles: [
        { value: '', label: words.all, selected: role === '' },
        ...ROLES.map((one) => option(one, words.role(one), role)),
      ],
      sort,
      isActive: isFiltered({ ...address, filters: { q, role } }),
    },
    heads: sortHeads(address, ACCOUNT_SORTS),
    total: found.length,
    people: shown.map((account) => rowOf(account, facts, administrators, kept)),
    pagination: pagination(address, shown.length, found.length),
    invite: {
      action: `/accounts${kept}`,
      isOpen: facts.invitation !== undefined,
      name: invitation.name,
      email: invitation.email,
      roles: GRANTED_ROLES.map((one) => option(one, words.role(one), invitation.role)),
      errors: invitation.errors,
    },
    deputies: deputies.map(({ id, name, role: of, deputy, from, to }) => ({
      name,
      role: of,
      deputy,
      from,
      to,
      isOn: from <= today,
      endAction: `/accounts/deputies/${id}/end${kept}`,
    })),
    deputise: {
      action: `/accounts/deputies${kept}`,
      isOpen: facts.deputy !== undefined,
      holders: [
        option('', words.choose, typed.holder),
        ...everybody.flatMap(({ id, name, roles }) =>
          roles.filter(isGranted).map((one) => option(`${id}/${one}`, `${name}: ${words.role(one)}`, typed.holder)),
        ),
      ],
      people: [
        option('', words.choose, typed.deputyId),
        ...everybody
          .filter(({ isDisabled }) => !isDisabled)
          .map(({ id, name, email }) => option(id, `${name} (${email})`, typed.deputyId)),
      ],
      from: typed.from,
      to: typed.to,
      error: typed.error,
      errors: typed.errors,
    },
  };
}

function rowOf(
  account: ListedAccount,
  { address, reader }: AccountsFacts,
  administrators: readonly ListedAccount[],
  kept: string,
): AccountRow {
  const { id, roles, isDisabled } = account;
  const isLast = administrators.length === 1 && administrators[0]?.id === id;
  const path = `/accounts/${id}`;
  const refused = address?.id === id ? address : null;
  return {
    name: account.name,
    email: account.email,
    roles: roles.map((role) => ({
      role,
      takeAction: isGranted(role) && !(role === 'admin' && isLast) ? `${path}/roles/${role}/take${kept}` : null,
    })),
    isDisabled,
    openSessions: account.openSessions,
    usedAt: account.usedAt,
    signedInAt: account.signedInAt,
    mail: account.mail && mailOf(account.mail),
    signOutAction: account.openSessions > 0 ? `${path}/sign-out${kept}` : null,
    linkAction: isDisabled ? null : `${path}/link${kept}`,
    disableAction: isDisabled || isLast || id === reader ? null : `${path}/disable${kept}`,
    enableAction: isDisabled ? `${path}/enable${kept}` : null,
    address: roles.every(isGranted)
      ? { action: `${path}/address${kept}`, typed: refused?.typed ?? account.email, error: refused?.error ?? null }
      : null,
  };
}

function mailOf({ state, at, lastError }: AccountMail): AccountRow['mail'] {
  return { sentence: { key: `accounts.mail.${state}` }, at, isWrong: state === 'failed', reply: lastError };
}

function option(value: string, label: string, chosen: string): Option {
  return { value, label, selected: value === chosen };
}
