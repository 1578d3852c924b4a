import type { Role } from '../../kernel/actor.ts';
import type { FieldErrors, Option } from '../../platform/views/page-context.ts';

/** `pages/accounts`: who may come in, for administrators. */
export interface AccountsPage {
  readonly people: readonly AccountRow[];
  readonly invite: {
    readonly action: string;
    /** As it was typed, where it comes back with an error. */
    readonly name: string;
    readonly email: string;
    readonly roles: readonly Option[];
    readonly errors: FieldErrors;
  };
}

export interface AccountRow {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleView[];
  /** Nobody signs in with it any more. */
  readonly isDisabled: boolean;
  readonly openSessions: number;
  /** When an open session was last used; null where none is open. */
  readonly usedAt: Date | null;
  /** Null where nothing is open. */
  readonly signOutAction: string | null;
  readonly linkAction: string;
}

export interface RoleView {
  readonly role: Role;
  /** Takes a POST; null for a role that follows the register, and for the last administrator. */
  readonly takeAction: string | null;
}
