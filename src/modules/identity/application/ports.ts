import type { Actor } from '../../../kernel/actor.ts';
import type { Session } from '../../../kernel/authenticator.ts';
import type { AccountId, CommitteeId } from '../../../kernel/id.ts';
import type { Account, Membership } from '../domain/account.ts';
import type { SessionTimes } from '../domain/session-limits.ts';

export type Profile = Pick<Account, 'name' | 'locale'>;

export abstract class Accounts {
  abstract findByEmail(email: string): Promise<Account | null>;
  abstract get(id: AccountId): Promise<Account>;
  /** Inserts, or finds who has this address already. */
  abstract ensure(account: Account): Promise<Account>;
  abstract setPassword(id: AccountId, passwordHash: string): Promise<void>;
  abstract setProfile(id: AccountId, profile: Profile): Promise<void>;
  /** In the acting committee. */
  abstract grant(membership: Membership): Promise<void>;
  abstract revoke(membership: Pick<Membership, 'accountId' | 'role'>): Promise<void>;
  /** The committee that an account works for first; null where it has no role anywhere. */
  abstract findHome(id: AccountId): Promise<CommitteeId | null>;
  abstract list(role: Membership['role']): Promise<Account[]>;
}

export interface StoredSession extends SessionTimes {
  readonly session: Session;
}

/** A session as the list of one's own shows it. */
export interface OpenSession extends SessionTimes {
  /** What is kept of its token, which lets nobody in. */
  readonly id: string;
  /** Empty where the browser is none of the usual ones. */
  readonly device: string;
  readonly createdAt: Date;
}

export abstract class Sessions {
  abstract insert(session: {
    tokenHash: string;
    accountId: AccountId;
    committeeId: CommitteeId;
    csrfToken: string;
    device: string;
    createdAt: Date;
    expiresAt: Date;
  }): Promise<void>;
  abstract find(tokenHash: string): Promise<StoredSession | null>;
  abstract seen(tokenHash: string, at: Date): Promise<void>;
  /** Whether there was one. */
  abstract delete(tokenHash: string): Promise<boolean>;
  /** The latest used first. */
  abstract list(accountId: AccountId): Promise<OpenSession[]>;
  /** Whether there was such a session of this account. */
  abstract deleteOf(accountId: AccountId, tokenHash: string): Promise<boolean>;
  /** How many there were. */
  abstract deleteOthers(accountId: AccountId, keptTokenHash: string): Promise<number>;
  /** All that `isSessionOver` at that time, of any account. */
  abstract deleteOver(now: Date): Promise<void>;
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

export abstract class SignInLinks {
  abstract insert(link: SignInLink): Promise<void>;
  /** The link if it could be used now; spends nothing. */
  abstract find(tokenHash: string, now: Date): Promise<SignInLink | null>;
  /** Uses the link up; of two at once one is told true. */
  abstract spend(tokenHash: string, now: Date): Promise<boolean>;
  /** Of any account, used or not. */
  abstract deleteExpired(now: Date): Promise<void>;
}

export interface NewCommittee {
  readonly id: CommitteeId;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isSample: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

export abstract class Committees {
  abstract any(): Promise<boolean>;
  abstract has(id: CommitteeId): Promise<boolean>;
  /** Serialises set-up: two first visitors make one committee. */
  abstract lock(): Promise<void>;
  abstract insert(committee: NewCommittee): Promise<void>;
  abstract list(): Promise<{ id: CommitteeId; code: string; name: string }[]>;
}

export abstract class Passwords {
  abstract hash(password: string): Promise<string>;
  /** Takes as long where there is no hash to compare with. */
  abstract verify(hash: string | null, password: string): Promise<boolean>;
}

/** Actor of work that nobody signed in for, such as the set-up or a job. */
export function serviceActor(committeeId: CommitteeId): Actor {
  return { accountId: null, committeeId, roles: [], specialistId: null };
}

export abstract class SignInMail {
  abstract send(account: Account, path: string): Promise<void>;
}
