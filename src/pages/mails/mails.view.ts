import type { MessageRow } from './webhook.view.ts';
import type { Day } from '../../kernel/month.ts';
import type { StrayMail } from '../../modules/notifications/index.ts';
import type { DeliveryView } from './delivery.view.ts';

/** `pages/mails`: mails of the committee that were not sent or came back, and addresses that get none. */
export interface MailsPage {
  readonly delivery: DeliveryView;
  /** So many days are counted. */
  readonly days: number;
  /** Whom neither a mail nor a message reaches. */
  readonly unreachable: readonly {
    readonly name: string;
    readonly department: string;
    /** There is a telephone number, but no gateway that takes duties. */
    readonly hasPhone: boolean;
    readonly href: string;
  }[];
  readonly addresses: readonly AddressTrouble[];
  /** Messages that the gateway has not taken. */
  readonly messages: readonly MessageRow[];
  /** For those who may set it up. */
  readonly webhookHref: string | null;
  readonly replies: readonly CalendarReplyRow[];
  /** Only for those who watch the service, because they may be about any committee. */
  readonly strays: readonly StrayMail[];
}

/** The partial `address-trouble`: why no mail arrives at an address. */
export interface AddressTrouble {
  readonly name: string;
  readonly address: string;
  readonly kind: 'refused' | 'returned';
  readonly at: Date;
  /** What the server said; empty where it said nothing. */
  readonly reply: string;
  /** The page of the person or branch; null for accounts, and on that page itself. */
  readonly href: string | null;
}

/** The partial `calendar-replies`: what calendar programs answered; it has changed no visit. */
export interface CalendarReplyRow {
  readonly name: string;
  readonly branch: string;
  readonly day: Day;
  readonly meetingHref: string;
  /** Of the visit now. */
  readonly state: string;
  readonly answer: 'accepted' | 'declined' | 'tentative';
  readonly comment: string;
  /** The address in the reply. */
  readonly attendee: string;
  /** Why it is not taken for the person's own; null where it is. */
  readonly problem: 'attendee' | 'sender' | null;
  readonly receivedAt: Date;
  /** It declines, and nobody has answered on the page since. */
  readonly isOpen: boolean;
}
