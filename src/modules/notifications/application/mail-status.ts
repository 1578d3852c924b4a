import type { MailFault } from '../domain/attempt.ts';

export type MailState = 'queued' | 'sent' | 'failed';

export interface MailStatus {
  readonly mailId: string;
  readonly template: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  /** The mail server's answer, without addresses. */
  readonly lastError: string | null;
  /** Whom or what the last refusal concerned. */
  readonly fault: MailFault | null;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  /** When a waiting mail is tried again; null for at once, or never. */
  readonly nextAt: Date | null;
  /** Its text is still stored. */
  readonly canBeSentAgain: boolean;
}

/** A period in which the mail server refuses every mail. */
export interface MailHold {
  readonly since: Date;
  readonly until: Date;
  readonly lastError: string;
}

/** The delivery of a group of mails. */
export interface MailDelivery {
  /** Whether a mail server is configured; without one every mail stays in the built-in mailbox. */
  readonly leavesHouse: boolean;
  readonly total: number;
  /** Number accepted by the mail server. */
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  readonly hold: MailHold | null;
  /** Failed mails, then mails that wait after a failed attempt. */
  readonly troubles: readonly MailStatus[];
}
