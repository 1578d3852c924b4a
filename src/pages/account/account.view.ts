import type { Role } from '../../kernel/actor.ts';
import type { FieldErrors, Option } from '../../platform/views/page-context.ts';

/** `pages/account`: one's own name, language, password, calendar and open sessions. */
export interface AccountPage {
  /** What a change of name or language is about. */
  readonly revision: number;
  /** As it was typed, where it comes back with an error. */
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly locales: readonly Option[];
  readonly hasPassword: boolean;
  readonly leastPassword: number;
  readonly errors: FieldErrors;
  /** This one first. */
  readonly sessions: readonly OwnSession[];
  /** Null for who has no visits; its address is null until one is asked for. */
  readonly calendar: {
    readonly url: string | null;
    /** Opens the calendar program of the device, which then subscribes. */
    readonly subscribeHref: string | null;
    readonly renewAction: string;
  } | null;
}

export interface OwnSession {
  /** Such as `Chrome, Android`; empty where it is not known. */
  readonly device: string;
  readonly openedAt: Date;
  readonly usedAt: Date;
  /** Null for this session, which ends by signing out. */
  readonly endAction: string | null;
}
