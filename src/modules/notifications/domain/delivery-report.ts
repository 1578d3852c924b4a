export const REPORTED_ACTIONS = ['failed', 'delayed', 'delivered'] as const;
/** What happened to a mail after our own server had taken it, as RFC 3464 calls it. */
export type ReportedAction = (typeof REPORTED_ACTIONS)[number];

/**
 * What a report means. `returned`: the mailbox does not take mail, so its address is flagged; `given_up`: another server
 * could not deliver it in time, which says nothing of the address.
 */
export type BounceKind = 'returned' | 'given_up' | 'delayed' | 'delivered';

/** Why a mail came back, as far as its code tells. */
export type BounceCause = 'no_mailbox' | 'full' | 'refused' | 'other';

export interface DeliveryReport {
  /** Of the mail that is reported of; several where the report does not say which of them it is. */
  readonly messageIds: readonly string[];
  readonly action: ReportedAction;
  /** The code by RFC 3463: `5.1.1`. */
  readonly status: string;
  /** What the other server said. */
  readonly diagnostic: string;
  /** Identifies the report, so that the same one counts once. */
  readonly key: string;
}

export const STATUS_CODE = /^[245]\.\d{1,3}\.\d{1,3}$/;

export function bounceKindOf({ action, status }: Pick<DeliveryReport, 'action' | 'status'>): BounceKind {
  if (action !== 'failed') return action;
  return status.startsWith('4.') ? 'given_up' : 'returned';
}

export function bounceCauseOf(status: string): BounceCause {
  if (/^[45]\.1\.(?:[1236]|10)$|^[45]\.2\.1$/.test(status)) return 'no_mailbox';
  if (/^[45]\.2\.2$/.test(status)) return 'full';
  if (/^[45]\.7\./.test(status)) return 'refused';
  return 'other';
}
