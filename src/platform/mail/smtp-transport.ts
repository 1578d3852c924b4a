import { createTransport } from 'nodemailer';
import { isLoopback } from '../../config/config.ts';
import { type Delivery, MailTransport, type OutgoingMail } from './mail-transport.ts';

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** The name that we give in EHLO; many servers refuse a name without a dot. */
  readonly name?: string;
  readonly connectSeconds?: number;
  /** How long the server may be silent within a conversation. */
  readonly silenceSeconds?: number;
  /**
   * How long one mail may take in all, even if the server keeps sending slowly. Must be shorter than the timeout of the
   * mail queue.
   */
  readonly mailSeconds?: number;
  readonly maxConnections?: number;
}

/** SMTP over a few connections that stay open between mails. */
export class SmtpTransport extends MailTransport {
  private readonly pool;
  private readonly mailMs: number;

  constructor({
    url,
    name,
    connectSeconds = 10,
    silenceSeconds = 60,
    mailSeconds = 90,
    maxConnections = 4,
  }: SmtpOptions) {
    super();
    this.mailMs = mailSeconds * 1000;
    this.pool = createTransport({
      pool: true,
      url,
      ...(name?.includes('.') === true && { name }),
      ...(mustEncrypt(url) && { requireTLS: true }),
      connectionTimeout: connectSeconds * 1000,
      greetingTimeout: connectSeconds * 1000,
      dnsTimeout: connectSeconds * 1000,
      socketTimeout: silenceSeconds * 1000,
      maxConnections,
      // Only for a pooled connection that turns out to be closed; the caller repeats everything else.
      maxRequeues: 1,
      idleTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  override async deliver({ from, to, mime }: OutgoingMail): Promise<Delivery> {
    try {
      await this.pool.sendMail({ envelope: { from, to }, raw: mime, signal: AbortSignal.timeout(this.mailMs) });
      return { kind: 'accepted' };
    } catch (error) {
      return deliveryOf(error as SmtpError);
    }
  }

  override close(): Promise<void> {
    this.pool.close();
    return Promise.resolve();
  }
}

export interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/**
 * Only the refusal of this recipient or this message is final. A refused sender, password or connection affects all
 * mails: it will be corrected, and the waiting mails must then be sent.
 */
export function deliveryOf(error: SmtpError): Delivery {
  const { code = 'ESMTP', command = '', responseCode = 0, response = '' } = error;
  const aboutThisMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  // 503 means that the commands came in the wrong order and says nothing about the mail. Without a code, the client
  // library itself has rejected the mail.
  const forGood = responseCode === 0 ? command === 'API' : responseCode >= 500 && responseCode !== 503;
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const words = {
    reason: [code, responseCode || null, enhanced].filter(Boolean).join(' '),
    reply: withoutAddresses(response || error.message).slice(0, 300),
  };
  if (!aboutThisMail || !forGood) return { kind: 'postponed', ...words };
  return {
    kind: 'refused',
    about: code === 'EMESSAGE' || isPolicy(enhanced, response) ? 'message' : 'recipient',
    ...words,
  };
}

/**
 * A refusal at RCPT that concerns the sender rather than the recipient: 5.7.x and 5.3.x stand for policy and system
 * (RFC 3463).
 */
function isPolicy(enhanced: string | undefined, response: string): boolean {
  return /^5\.[37]\./.test(enhanced ?? '') || /\brelay/i.test(response);
}

function withoutAddresses(text: string): string {
  return text
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether TLS is required: always, except on this machine or where the address says otherwise. */
function mustEncrypt(url: string): boolean {
  const { protocol, username, searchParams } = new URL(url);
  const decided = searchParams.has('requireTLS') || searchParams.has('ignoreTLS');
  return protocol === 'smtp:' && username !== '' && !decided && !isLoopback(url);
}
