export type MailState = 'queued' | 'sent' | 'failed';

export interface MailStanding {
  readonly mailId: string;
  readonly template: string;
  readonly toName: string;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  /** What the mail server said, without addresses. */
  readonly lastError: string | null;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
}

/** How the acting committee's mails are doing. */
export abstract class MailReport {
  abstract counts(): Promise<Readonly<Record<MailState, number>>>;
  /** Null where nothing was posted under this key. */
  abstract find(key: string): Promise<MailStanding | null>;
  /** Which of these Message-IDs are of the committee's own mails. */
  abstract ownMessageIds(among: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those that will not arrive unless somebody does something, latest first. */
  abstract listFailed(limit: number): Promise<readonly MailStanding[]>;
}
