import { createHash } from 'node:crypto';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { IncomingMail } from '../application/incoming-mail.ts';
import { readCalendarReplies } from '../domain/calendar-reply.ts';
import type { DeliveryReport } from '../domain/delivery-report.ts';
import { readDeliveryStatus } from '../domain/read-delivery-status.ts';

const MESSAGE_ID = /<[^<>\s]+>/g;
/** U+0000 and halves of surrogate pairs, which PostgreSQL does not store. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;
const LONGEST_TEXT = 300;

export async function readIncomingMail(raw: Uint8Array): Promise<IncomingMail> {
  const mail = await PostalMime.parse(raw).catch(() => null);
  const bytes = createHash('sha256').update(raw).digest('hex');
  if (!mail || mail.headers.length === 0) {
    const nothing = { from: '', subject: '', isReadable: false, isAutomatic: false, report: null, replies: [] };
    return { key: bytes, ...nothing };
  }
  const key = storable(mail.messageId ?? bytes);
  const report = reportOf(mail, key);
  return {
    key,
    from: storable(mail.from?.address ?? '').toLowerCase(),
    subject: storable(mail.subject ?? ''),
    isReadable: true,
    isAutomatic: isAutomatic(mail),
    report,
    replies: report ? [] : repliesIn(mail),
  };
}

function isAutomatic({ headers }: Email): boolean {
  const value = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.toLowerCase()
      .trim() ?? '';
  const submitted = value('auto-submitted');
  return (
    (submitted !== '' && submitted !== 'no') ||
    /^(?:bulk|junk|list|auto_reply)/.test(value('precedence')) ||
    value('x-autoreply') !== '' ||
    value('return-path') === '<>'
  );
}

function repliesIn(mail: Email) {
  const parts = mail.attachments.filter(
    ({ mimeType, filename }) => mimeType === 'text/calendar' || filename?.toLowerCase().endsWith('.ics'),
  );
  // Programs send the same calendar as a part and as a file; one is enough.
  return (
    parts.map((part) => readCalendarReplies(storable(textOf(part), Infinity))).find((found) => found.length > 0) ?? []
  );
}

function reportOf(mail: Email, key: string): DeliveryReport | null {
  const part = mail.attachments.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType));
  const status = part ? readDeliveryStatus(storable(textOf(part), Infinity)) : null;
  if (!status) return null;
  const returned = mail.attachments.find(({ mimeType }) => /^(?:message|text)\/rfc822(?:-headers)?$/.test(mimeType));
  const head = returned ? (textOf(returned).split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ') : '';
  const own = /^message-id\s*:(.*)$/im.exec(head)?.[1]?.match(MESSAGE_ID) ?? [];
  // Some servers return nothing of the mail, but answer it.
  const messageIds =
    own.length > 0 ? own : (`${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.match(MESSAGE_ID) ?? []);
  return { ...status, messageIds: messageIds.map((id) => storable(id)), key };
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('utf8');
}

function storable(text: string, longest = LONGEST_TEXT): string {
  return text.replace(UNSTORABLE, '').slice(0, longest);
}
