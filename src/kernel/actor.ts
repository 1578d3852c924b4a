import type { AccountId, CommitteeId, SpecialistId } from './id.ts';

export const ROLES = ['board', 'specialist', 'leader', 'branch', 'front', 'admin'] as const;
export type Role = (typeof ROLES)[number];
/** Roles that an administrator gives; the others follow from the register. */
export const GRANTED_ROLES = ['board', 'leader', 'front', 'admin'] as const satisfies readonly Role[];
/** Whether nobody grants these roles, because they follow the register of specialists. */
export function followsRegister(roles: readonly Role[]): boolean {
  return roles.every((role) => role === 'specialist');
}
/** For an account with several roles, the first of them decides which pages are shown. */
export const ROLES_BY_PRECEDENCE: readonly Role[] = ['board', 'leader', 'specialist', 'admin', 'branch', 'front'];

/** The account that acts, and its committee. A job acts as the service itself, without an account and without roles. */
export interface Actor {
  readonly accountId: AccountId | null;
  readonly committeeId: CommitteeId;
  readonly roles: readonly Role[];
  /** The specialist of this committee to whom the account belongs, if any. */
  readonly specialistId: SpecialistId | null;
  /** Roles held as a deputy today; they are among `roles`. */
  readonly deputised?: readonly Deputised[];
  /** Of several people whose deputy they are in a role, the one for whom they have chosen to act. */
  readonly actsFor?: Readonly<Partial<Record<Role, AccountId>>>;
  /**
   * The account on whose behalf this request acts, because the permission it needs comes from a deputised role only.
   * Set by the guard of routes.
   */
  onBehalfOf?: AccountId;
}

export interface Deputised {
  readonly role: Role;
  readonly accountId: AccountId;
  readonly name: string;
  /** Whether the actor also holds the role without being a deputy. */
  readonly isOwn: boolean;
}

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
