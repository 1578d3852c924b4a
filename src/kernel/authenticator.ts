import type { Actor, Locale } from './actor.ts';
import type { AccountId, CommitteeId } from './id.ts';

export interface Committee {
  readonly id: CommitteeId;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  /** Whether the committee's data is the generated sample; every page then says so. */
  readonly isSample: boolean;
}

/** Somebody who is signed in to one committee. */
export interface Session {
  readonly actor: Actor;
  readonly account: { readonly id: AccountId; readonly name: string; readonly email: string; readonly locale: Locale };
  readonly committee: Committee;
  /** Must be sent with every request of this session that changes something. */
  readonly csrfToken: string;
}

export abstract class Authenticator {
  /** The session of a token; null where the token is unknown, revoked or expired. */
  abstract authenticate(token: string): Promise<Session | null>;

  /** Of a token without a session: whether its account has lost every role since it signed in. */
  abstract hasLostRoles(token: string): Promise<boolean>;
}
