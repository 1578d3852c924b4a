export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  /** The whole message, header and body, in ASCII with CRLF. */
  readonly mime: string;
}

/**
 * The result of one attempt. `refused`: this mail will never be accepted, so no further attempt is made. `postponed`:
 * it may be accepted later. `reason` holds codes only, `reply` also the server's words without addresses.
 */
export type Delivery =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' | 'postponed'; readonly reason: string; readonly reply: string };

/** Hands mails to a server. Must not be called within a transaction, because it waits for another machine. */
export abstract class MailTransport {
  abstract deliver(mail: OutgoingMail): Promise<Delivery>;
  abstract close(): Promise<void>;
}
