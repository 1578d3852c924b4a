import type { AccountId, BranchId, SpecialistId } from '../../../kernel/id.ts';
import type { Locale, Role } from '../../../kernel/actor.ts';
import { visibleText } from '../../../kernel/visible-text.ts';
import { isGuessable } from './guessable-password.ts';

export interface Account {
  readonly id: AccountId;
  /** In lower case; each address has one account. */
  readonly email: string;
  readonly name: string;
  /** Argon2id; null for people who sign in by mail only. */
  readonly passwordHash: string | null;
  readonly locale: Locale;
  readonly disabledAt: Date | null;
  /** Rises with each change of name or language. */
  readonly revision: number;
}

export interface Membership {
  readonly accountId: AccountId;
  readonly role: Role;
  readonly specialistId: SpecialistId | null;
  readonly branchId: BranchId | null;
}

export const LEAST_PASSWORD = 12;
export const LONGEST_NAME = 200;

/** The address as an account stores it; copied addresses often contain invisible characters. */
export function normaliseEmail(text: string): string {
  return visibleText(text).trim().normalize('NFC').toLowerCase();
}

/**
 * Length is what counts (NIST SP 800-63B); apart from that, only what anybody would guess first is refused: the owner's
 * address and name, common passwords, words of this service (ASVS 5.0, 6.2.4 and 6.2.11).
 */
export function isWeakPassword(password: string, account: { readonly email: string; readonly name: string }): boolean {
  const isAddress = password.toLowerCase() === account.email;
  return Array.from(password).length < LEAST_PASSWORD || isAddress || isGuessable(password, account);
}
