export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  /** The whole message, header and body, in ASCII with CRLF. */
  readonly mime: string;
}

/**
 * The result of one attempt. `refused`: the server will not take this mail as it is, either because of its recipient or
 * because of what is sent; the latter may be about the sender, and then concerns all mails. `postponed`: it may be
 * accepted later. `reason` holds codes only, `reply` also the server's words without addresses.
 */
export type Delivery =
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'refused';
      readonly about: 'recipient' | 'message';
      readonly reason: string;
      readonly reply: string;
    }
  | { readonly kind: 'postponed'; readonly reason: string; readonly reply: string };

/** Hands mails to a server. Must not be called within a transaction, because it waits for another machine. */
export abstract class MailTransport {
  abstract deliver(mail: OutgoingMail): Promise<Delivery>;
  abstract close(): Promise<void>;
}
