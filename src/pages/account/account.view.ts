import type { Role } from '../../kernel/actor.ts';
import type { FieldErrors, Option } from '../../platform/views/page-context.ts';

/** `pages/account`: one's own name, language, password, calendar and open sessions. */
export interface AccountPage {
  /** The revision of the profile that a change is based on. */
  readonly revision: number;
  /** As typed, where it is shown again with an error. */
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly locales: readonly Option[];
  readonly hasPassword: boolean;
  readonly leastPassword: number;
  readonly errors: FieldErrors;
  /** The current session first. */
  readonly sessions: readonly OwnSession[];
  /** Null where the committee has no gateway. */
  readonly messages: {
    readonly seen: number;
    readonly address: string;
    /** One way for each kind that the committee allows. */
    readonly kinds: readonly { readonly name: string; readonly label: string; readonly channels: readonly Option[] }[];
  } | null;
  /** Null for people without visits; its address is null until one is asked for. */
  readonly calendar: {
    readonly url: string | null;
    /** Opens the device's calendar program, which then subscribes. */
    readonly subscribeHref: string | null;
    readonly renewAction: string;
  } | null;
}

export interface OwnSession {
  /** Such as `Chrome, Android`; empty where unknown. */
  readonly device: string;
  readonly openedAt: Date;
  readonly usedAt: Date;
  /** Null for the current session, which ends by signing out. */
  readonly endAction: string | null;
}
