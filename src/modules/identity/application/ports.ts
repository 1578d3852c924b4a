import type { Actor } from '../../../kernel/actor.ts';
import type { Session } from '../../../kernel/authenticator.ts';
import type { AccountId, CommitteeId, Ref } from '../../../kernel/id.ts';
import type { Account } from '../domain/account.ts';
import type { SessionTimes } from '../domain/session-limits.ts';

export type Profile = Pick<Account, 'name' | 'locale'>;

export interface StoredSession extends SessionTimes {
  readonly session: Session;
}

export interface NewSession {
  readonly tokenHash: string;
  readonly accountId: AccountId;
  readonly committeeId: CommitteeId;
  readonly csrfToken: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A session in the list of one's own. */
export interface OpenSession extends SessionTimes {
  /** The stored hash of its token, which cannot be used to sign in. */
  readonly id: Ref<'Session'>;
  /** Empty for uncommon browsers. */
  readonly device: string;
  readonly createdAt: Date;
}

export interface SignInLink {
  readonly tokenHash: string;
  readonly accountId: AccountId;
  readonly committeeId: CommitteeId;
  /** A path of this service. */
  readonly leadsTo: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface NewCommittee {
  readonly id: CommitteeId;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isSample: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

export abstract class Passwords {
  abstract hash(password: string): Promise<string>;
  /** Takes equally long where there is no hash to compare with. */
  abstract verify(hash: string | null, password: string): Promise<boolean>;
}

/** The actor of work without a signed-in account, such as the set-up or a job. */
export function serviceActor(committeeId: CommitteeId): Actor {
  return { accountId: null, committeeId, roles: [], specialistId: null };
}

export abstract class SignInMail {
  abstract send(account: Account, path: string): Promise<void>;
}
