export type MailState = 'queued' | 'sent' | 'failed';

export interface MailStatus {
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
