import type { TrackedJobState } from '../../kernel/tracked-jobs.ts';

export const CHANGES_CHANNEL = 'giaoban_changes';
/** Channel that announces accounts whose sessions, roles or permissions have ended. */
export const SESSIONS_CHANNEL = 'giaoban_sessions';

/** A change that open pages may show: only the names of facts; clients request the rest. */
export interface EventChange {
  readonly kind: 'event';
  readonly committeeId: string;
  readonly id: string;
  /** The transaction that made the change. */
  readonly xid: string;
  readonly name: string;
  readonly about: readonly string[];
  /** Who made it, so that their own pages can ignore it. */
  readonly by: string | null;
}

/** The progress of a tracked job. */
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
