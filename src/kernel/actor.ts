import type { AccountId, CommitteeId, SpecialistId } from './id.ts';

export const ROLES = ['board', 'specialist', 'leader', 'branch', 'front', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts, for which committee. A job acts as the service itself: no account, all roles of its task. */
export interface Actor {
  readonly accountId: AccountId | null;
  readonly committeeId: CommitteeId;
  readonly roles: readonly Role[];
  /** The specialist that this account is in this committee, if any. */
  readonly specialistId: SpecialistId | null;
}

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
