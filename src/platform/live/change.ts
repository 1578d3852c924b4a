import type { TrackedJobState } from '../../kernel/tracked-jobs.ts';

export const CHANGES_CHANNEL = 'giaoban_changes';
/** Where the account is told one of whose sessions, roles or rights has ended. */
export const SESSIONS_CHANNEL = 'giaoban_sessions';

/** Something happened that open pages may show: names of facts alone, whoever wants more asks for it. */
export interface EventChange {
  readonly kind: 'event';
  readonly committeeId: string;
  readonly id: string;
  /** The transaction that brought it. */
  readonly xid: string;
  readonly name: string;
  readonly about: readonly string[];
  /** Who did it: their own pages know. */
  readonly by: string | null;
}

/** How far a tracked job is. */
export interface JobChange {
  readonly kind: 'job';
  readonly committeeId: string;
  readonly id: string;
  readonly state: TrackedJobState;
  readonly share: number | null;
  readonly facts: unknown;
}

export type Change = EventChange | JobChange;

export const jobTopic = (id: string): string => `job/${id}`;

/** A month, a plan, a job …: `kind/name`. */
export const TOPIC = /^[a-z]{2,20}\/[\w-]{1,60}$/;
