import MailComposer from 'nodemailer/lib/mail-composer';
import type { Locale } from '../../../kernel/actor.ts';
import { contentHash } from '../../../kernel/canonical-json.ts';
import type { Invitation } from '../application/outbox.ts';
import { mailboxOf } from './mailbox-of.ts';
import type { RenderedMail } from './mail-renderer.ts';

export interface Envelope {
  /** As configured: `Giao Ban <giaoban@example.vn>`. */
  readonly from: string;
  /** The address that really sends; added to the header where `from` differs. */
  readonly sender?: string;
  readonly to: { readonly address: string; readonly name: string };
  readonly messageId: string;
  readonly date: Date;
  readonly locale: Locale;
  /** Message-IDs of the mails that this one follows, oldest first. */
  readonly references: readonly string[];
  readonly invitations: readonly Invitation[];
  readonly listUnsubscribe?: string;
}

/** The bytes of a mail; they depend on the input only: boundaries are not random, and the time is given. */
export async function composeMime(mail: RenderedMail, envelope: Envelope): Promise<string> {
  const { invitations, references } = envelope;
  const [only] = invitations.length === 1 ? invitations : [];
  const previous = references.at(-1);
  const composer = new MailComposer({
    from: envelope.from,
    ...(envelope.sender !== undefined &&
      envelope.sender !== mailboxOf(envelope.from).address && { sender: envelope.sender }),
    to: { name: envelope.to.name, address: envelope.to.address },
    subject: mail.subject,
    date: envelope.date,
    messageId: envelope.messageId,
    ...(previous !== undefined && { inReplyTo: previous, references: [...references] }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': envelope.locale,
      ...(envelope.listUnsubscribe !== undefined && {
        'List-Unsubscribe': `<${envelope.listUnsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    text: mail.text,
    html: mail.html,
    // A single invitation is an alternative part, which mail programs show as a card, and also a file for other
    // programs. Several invitations are files only, because a program would take the whole mail for one meeting.
    ...(only
      ? { icalEvent: { method: only.method, filename: only.fileName, content: only.ics } }
      : {
          attachments: invitations.map(({ fileName, method, ics }) => ({
            filename: fileName,
            content: ics,
            contentType: `text/calendar; charset=utf-8; method=${method}`,
            contentDisposition: 'attachment',
          })),
        }),
    baseBoundary: contentHash(['boundary', envelope.messageId]).slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return (await composer.compile().build()).toString('latin1');
}
