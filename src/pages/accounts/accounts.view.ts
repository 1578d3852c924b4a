import type { Role } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/month.ts';
import type { AccountSort } from '../../modules/identity/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { FieldErrors, Option, Pagination } from '../../platform/views/page-context.ts';
import type { SortHead } from '../directory/page-rows.ts';

/** `pages/accounts`: who can sign in, for administrators. */
export interface AccountsPage {
  readonly filters: {
    readonly q: string;
    readonly roles: readonly Option[];
    readonly sort: string;
    readonly isActive: boolean;
  };
  readonly heads: Readonly<Record<AccountSort, SortHead>>;
  readonly total: number;
  readonly people: readonly AccountRow[];
  readonly pagination: Pagination | null;
  readonly invite: {
    readonly action: string;
    /** Something was typed that could not be taken. */
    readonly isOpen: boolean;
    /** As typed, where it is shown again with an error. */
    readonly name: string;
    readonly email: string;
    readonly roles: readonly Option[];
    readonly errors: FieldErrors;
  };
  readonly deputies: readonly DeputyRow[];
  readonly deputise: {
    readonly action: string;
    readonly isOpen: boolean;
    /** Everybody's roles that a deputy can be named for. */
    readonly holders: readonly Option[];
    readonly people: readonly Option[];
    readonly from: string;
    readonly to: string;
    readonly error: string | null;
    readonly errors: FieldErrors;
  };
}

export interface DeputyRow {
  readonly name: string;
  readonly role: Role;
  readonly deputy: string;
  readonly from: Day;
  readonly to: Day;
  /** Whether it is in effect today. */
  readonly isOn: boolean;
  readonly endAction: string;
}

export interface AccountRow {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleView[];
  /** Cannot sign in any more. */
  readonly isDisabled: boolean;
  readonly openSessions: number;
  /** When an open session was last used; null where none is open. */
  readonly usedAt: Date | null;
  /** Null for somebody who never signed in. */
  readonly signedInAt: Date | null;
  /** The state of the last link mailed to them; null where there is nothing to show. */
  readonly mail: {
    readonly sentence: Sentence;
    readonly at: Date;
    readonly isWrong: boolean;
    readonly reply: string | null;
  } | null;
  /** Null where no session is open. */
  readonly signOutAction: string | null;
  /** Null for a disabled account. */
  readonly linkAction: string | null;
  readonly disableAction: string | null;
  readonly enableAction: string | null;
  /** Null for an address that follows the register. */
  readonly address: { readonly action: string; readonly typed: string; readonly error: string | null } | null;
}

export interface RoleView {
  readonly role: Role;
  /** Takes a POST; null for a role that follows the register, and for the last administrator. */
  readonly takeAction: string | null;
}
