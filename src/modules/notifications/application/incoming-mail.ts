import type { CalendarReply } from '../domain/calendar-reply.ts';
import type { DeliveryReport } from '../domain/delivery-report.ts';

/** A mail that somebody sent to the service, as far as the service reads it. */
export interface IncomingMail {
  /** Of the mail itself, or of its bytes where it has no Message-ID: the same mail is taken once. */
  readonly key: string;
  /** Address in lower case; empty where there is none. */
  readonly from: string;
  readonly subject: string;
  readonly isReadable: boolean;
  /** A program sent it by itself, such as a notice of absence; it is never answered (RFC 3834). */
  readonly isAutomatic: boolean;
  /** What it says of the delivery of one of our mails; null for other mails. */
  readonly report: DeliveryReport | null;
  readonly replies: readonly CalendarReply[];
}

/** Why a mail was kept without being understood. */
export type StrayReason = 'unreadable' | 'unknown_report' | 'automatic' | 'no_reply' | 'unknown_visit';

/** Why a reply is not taken for the person's own: the attendee is somebody else, or somebody else sent it. */
export type ReplyProblem = 'attendee' | 'sender';
