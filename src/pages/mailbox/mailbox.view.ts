import type { Ref } from '../../kernel/id.ts';
import type { MailPiece } from '../mails/mail-pieces.ts';

/** `pages/mailbox`: the built-in mailbox of a demonstration. */
export interface MailboxPage {
  readonly q: string;
  readonly total: number;
  /** Newest first. */
  readonly mails: readonly MailRow[];
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

export interface MailRow {
  readonly mailId: Ref<'Mail'>;
  readonly subject: string;
  readonly to: string;
  readonly sentAt: Date | null;
  readonly attachments: number;
}

/** `pages/mail`: one mail as its reader gets it. Its text is shown, never its HTML. */
export interface MailPage {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly sentAt: Date | null;
  /** Split at its addresses, so that they can be shown as links. */
  readonly text: readonly MailPiece[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly href: string }[];
  readonly rawHref: string | null;
}
