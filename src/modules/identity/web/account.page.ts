import type { Locale, Role } from '../../../kernel/actor.ts';
import type { FieldErrors } from '../../../platform/views/page-context.ts';

/** `pages/account`: one's own name, language, password and open sessions. */
export interface AccountPage {
  readonly name: string;
  readonly email: string;
  readonly committee: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  readonly hasPassword: boolean;
  readonly leastPassword: number;
  readonly errors: FieldErrors;
  readonly sessions: readonly OwnSession[];
  /** The address of the personal calendar; null for who has no visits. */
  readonly calendar: { readonly url: string; readonly renewAction: string } | null;
}

export interface OwnSession {
  readonly sessionId: string;
  readonly openedAt: Date;
  readonly usedAt: Date;
  readonly isThis: boolean;
}
