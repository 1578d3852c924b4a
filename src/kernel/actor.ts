import type { AccountId, CommitteeId, SpecialistId } from './id.ts';

export const ROLES = ['board', 'specialist', 'leader', 'branch', 'front', 'admin'] as const;
export type Role = (typeof ROLES)[number];
/** Roles that people are given by hand; the others come and go with the register. */
export const GRANTED_ROLES = ['board', 'leader', 'front', 'admin'] as const satisfies readonly Role[];
/** Of somebody who holds several, the first is the one whose pages are shown. */
export const ROLES_BY_PRECEDENCE: readonly Role[] = ['board', 'leader', 'specialist', 'admin', 'branch', 'front'];

/** Who acts, and for which committee. A job acts as the service itself, without an account and without roles. */
export interface Actor {
  readonly accountId: AccountId | null;
  readonly committeeId: CommitteeId;
  readonly roles: readonly Role[];
  /** The specialist of this committee to whom the account belongs, if any. */
  readonly specialistId: SpecialistId | null;
  /** Roles in which they act for others today; they are among `roles`. */
  readonly deputised?: readonly Deputised[];
  /** For whom this request acts: what it does is not allowed in a role of one's own. The route's guard says so. */
  onBehalfOf?: AccountId;
}

export interface Deputised {
  readonly role: Role;
  readonly accountId: AccountId;
  /** Whether they hold the role themselves, too. */
  readonly isOwn: boolean;
}

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
