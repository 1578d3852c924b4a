import type { MailDraft } from '../application/outbox.ts';

/** The `content` of a row of `mails`: all that sending it takes, fixed when it was posted. */
export interface MailContent {
  /** Envelope sender. */
  readonly from: string;
  /** Taken away once a mail with a secret in it is sent. */
  readonly mime?: string;
  /** What it was made from, so that it can be made again for a corrected address; never of a mail with a secret in it. */
  readonly draft?: MailDraft;
  /** Message-IDs of the mails that it follows, oldest first. */
  readonly references: readonly string[];
  /** Key of the mail that must not be overtaken. */
  readonly thread?: string;
}
