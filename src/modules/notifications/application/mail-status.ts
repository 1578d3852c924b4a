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
  /** What the mail server said, without addresses. */
  readonly lastError: string | null;
  /** Whom or what the last refusal was about. */
  readonly fault: MailFault | null;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  /** When a mail that waits is tried again; null where that is at once, or never. */
  readonly nextAt: Date | null;
  /** Its text is still there. */
  readonly canBeSentAgain: boolean;
}

/** The mail server refuses whatever it is sent. */
export interface MailHold {
  readonly since: Date;
  readonly until: Date;
  readonly lastError: string;
}

/** How a group of mails is doing. */
export interface MailDelivery {
  /** Whether there is a mail server at all; without one every mail stays in the built-in mailbox. */
  readonly leavesHouse: boolean;
  readonly total: number;
  /** Taken by the mail server. */
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  readonly hold: MailHold | null;
  /** Those that failed, and those that wait after an attempt, the failed ones first. */
  readonly troubles: readonly MailStatus[];
}
