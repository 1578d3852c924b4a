import PostalMime, { type Address, type Email } from 'postal-mime';

export interface MailSummary {
  readonly id: string;
  /** As the mail's header says. */
  readonly from: string;
  readonly to: readonly string[];
  /** The recipients of the envelope, blind copies included. */
  readonly deliveredTo: readonly string[];
  readonly subject: string;
  /** ISO 8601; null if the mail has no readable date. */
  readonly date: string | null;
  readonly messageId: string | null;
  readonly attachments: readonly string[];
}

export interface MailAttachment {
  readonly name: string;
  readonly type: string;
  /** Of a calendar part, such as REQUEST. */
  readonly method: string | null;
  readonly content: Uint8Array;
}

export interface Mail extends Omit<MailSummary, 'attachments'> {
  readonly text: string;
  readonly html: string | null;
  /** In the order of the mail, names in lower case. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly MailAttachment[];
}

/** Parses a stored mail; what cannot be parsed is returned as plain text. */
export async function readMail(id: string, raw: Buffer): Promise<Mail> {
  const email = await PostalMime.parse(raw).catch((): Email => ({
    headers: [],
    headerLines: [],
    attachments: [],
    text: raw.toString('utf8'),
  }));
  return {
    id,
    from: email.from === undefined ? '' : written(email.from),
    to: [...(email.to ?? []), ...(email.cc ?? [])].map(written),
    deliveredTo: email.headers.filter((header) => header.key === 'delivered-to').map((header) => header.value),
    subject: email.subject ?? '',
    date: email.date !== undefined && !Number.isNaN(Date.parse(email.date)) ? email.date : null,
    messageId: email.messageId ?? null,
    text: email.text ?? '',
    html: email.html ?? null,
    headers: email.headers.map(({ key, value }) => ({ name: key, value })),
    attachments: email.attachments.map((attachment) => ({
      name: attachment.filename ?? attachment.mimeType,
      type: attachment.mimeType,
      method: attachment.method ?? null,
      content: bytesOf(attachment.content),
    })),
  };
}

export function summaryOf({ text: _text, html: _html, headers: _headers, attachments, ...rest }: Mail): MailSummary {
  return { ...rest, attachments: attachments.map((attachment) => attachment.name) };
}

function written({ name, address }: Address): string {
  if (address === undefined || address === '') return name;
  return name === '' ? address : `${name} <${address}>`;
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
