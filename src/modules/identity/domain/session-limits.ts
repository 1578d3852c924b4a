const HOUR = 3_600_000;

/**
 * A session ends after a week without use, and in any case after a month: forms are filled in on phones, at meetings.
 */
export const SESSION_IDLE_MS = 7 * 24 * HOUR;
export const SESSION_ABSOLUTE_MS = 30 * 24 * HOUR;
/** How old `last_seen_at` may become, so that reading pages rarely writes. */
export const SEEN_EVERY_MS = 5 * 60_000;

/** Long enough for a mail that is read after lunch. */
export const LINK_MS = 2 * HOUR;
export const LINK_MINUTES = LINK_MS / 60_000;

export interface SessionTimes {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export function isSessionOver({ lastSeenAt, expiresAt }: SessionTimes, now: Date): boolean {
  return now >= expiresAt || now.getTime() - lastSeenAt.getTime() >= SESSION_IDLE_MS;
}
