export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  /** The whole message, header and body, in ASCII with CRLF. */
  readonly mime: string;
}

/**
 * What became of one attempt. `refused`: this mail will never be taken, so asking again is pointless. `postponed`: it
 * may be taken later. `reason` holds codes only, `reply` also the server's words without addresses.
 */
export type Delivery =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' | 'postponed'; readonly reason: string; readonly reply: string };

/** Hands mails to a server. Never called within a transaction: it waits for somebody else's machine. */
export abstract class MailTransport {
  abstract deliver(mail: OutgoingMail): Promise<Delivery>;
  abstract close(): Promise<void>;
}
