import type { AccountId, BranchId, SpecialistId } from '../../../kernel/id.ts';
import type { Locale, Role } from '../../../kernel/actor.ts';
import { visibleText } from '../../../kernel/visible-text.ts';

export interface Account {
  readonly id: AccountId;
  /** In lower case; one account an address. */
  readonly email: string;
  readonly name: string;
  /** Argon2id; null for somebody who signs in by mail only. */
  readonly passwordHash: string | null;
  readonly locale: Locale;
  readonly disabledAt: Date | null;
  /** Rises with each change of the name or the language. */
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

/** As an account keeps it; a copied address often brings along what cannot be seen. */
export function normaliseEmail(text: string): string {
  return visibleText(text).trim().normalize('NFC').toLowerCase();
}

/** Length is what counts (NIST SP 800-63B); only what anybody would guess first is refused. */
export function isWeakPassword(password: string, account: { readonly email: string; readonly name: string }): boolean {
  const plain = password.toLowerCase();
  const guesses = [account.email, account.email.split('@')[0] ?? '', account.name.toLowerCase()];
  return Array.from(password).length < LEAST_PASSWORD || guesses.includes(plain) || /^(.)\1*$/u.test(plain);
}
