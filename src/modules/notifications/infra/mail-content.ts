import type { MailDraft } from '../application/outbox.ts';

/** The column `content` of `mails`: everything needed to send it, fixed when it was posted. */
export interface MailContent {
  /** Envelope sender. */
  readonly from: string;
  /** Removed once a mail that contains a secret is sent. */
  readonly mime?: string;
  /**
   * The draft, so that the mail can be rendered again for a corrected address; never stored for a mail that contains a
   * secret.
   */
  readonly draft?: MailDraft;
  /** Message-IDs of the mails that it follows, oldest first. */
  readonly references: readonly string[];
  /** Key of the mail that must be sent before it. */
  readonly thread?: string;
}
