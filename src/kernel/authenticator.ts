import type { Actor, Locale } from './actor.ts';
import type { AccountId, CommitteeId } from './id.ts';

export interface Committee {
  readonly id: CommitteeId;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  /** Whether its data are a sample of our own making, which every page says. */
  readonly isSample: boolean;
}

/** Somebody signed in, for one committee. */
export interface Session {
  readonly actor: Actor;
  readonly account: { readonly id: AccountId; readonly name: string; readonly email: string; readonly locale: Locale };
  readonly committee: Committee;
  /** Every unsafe request of this session carries it. */
  readonly csrfToken: string;
}

export abstract class Authenticator {
  /** Who holds this session token; null where it is unknown, ended or too old. */
  abstract authenticate(token: string): Promise<Session | null>;
}
