import type { BranchId, Ref, SpecialistId } from '../../../kernel/id.ts';
import type { MailFault } from '../domain/attempt.ts';
import type { BounceKind } from '../domain/delivery-report.ts';

/** `replaced`: a message says the same, and the mail is sent only if the gateway does not take it. */
export type MailState = 'queued' | 'sent' | 'failed' | 'replaced';

/** What another mail server said of a mail after ours had taken it. */
export interface MailBounce {
  readonly kind: BounceKind;
  /** The code by RFC 3463. */
  readonly status: string;
  /** Without addresses; may be empty. */
  readonly reply: string;
  /** ISO 8601. */
  readonly at: string;
}

/** An address at which no mail arrives: the receiving server refused it, or a mail came back. */
export interface UndeliverableAddress {
  readonly address: string;
  readonly kind: 'refused' | 'returned';
  /** Of a mail that came back. */
  readonly status: string;
  readonly reply: string;
  readonly at: Date;
  readonly name: string;
  /** Whose it is now: of the directory, or else an account. */
  readonly specialistId: SpecialistId | null;
  readonly branchId: BranchId | null;
}

/** Somebody whom neither a mail nor a message reaches. */
export interface UnreachablePerson {
  readonly specialistId: SpecialistId;
  readonly name: string;
  readonly department: string;
  /** There is a telephone number, but the committee has no gateway that takes duties. */
  readonly hasPhone: boolean;
}

export interface MailStatus {
  readonly mailId: Ref<'Mail'>;
  readonly template: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  /** The mail server's answer, without addresses. */
  readonly lastError: string | null;
  /** Whom or what the last refusal concerned. */
  readonly fault: MailFault | null;
  /** The last that is known since it was sent; null where nothing was reported. */
  readonly bounce: MailBounce | null;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  /** When a waiting mail is tried again; null for at once, or never. */
  readonly nextAt: Date | null;
  /** Its text is still stored. */
  readonly canBeSentAgain: boolean;
  /** The committee's gateway has told its reader the same. */
  readonly isMessaged: boolean;
}

/** A period in which the mail server refuses every mail. */
export interface MailHold {
  readonly since: Date;
  readonly until: Date;
  readonly lastError: string;
}

/** The delivery of a group of mails. */
export interface MailDelivery {
  /** Whether a mail server is configured; without one every mail stays in the built-in mailbox. */
  readonly leavesHouse: boolean;
  readonly total: number;
  /** Number accepted by the mail server, those that came back later included. */
  readonly sent: number;
  /** For the mail server, or for the gateway in its place. */
  readonly waiting: number;
  readonly failed: number;
  /** The gateway has taken a message instead. */
  readonly replaced: number;
  /** Of the sent ones: how many did not reach their reader, as other servers report. */
  readonly cameBack: number;
  /** How many `SendMailsAgain.all` takes, of the month or of all, whatever their template or age. */
  readonly again: number;
  readonly hold: MailHold | null;
  /** Failed mails, then mails that wait after a failed attempt, then those that came back or are delayed elsewhere. */
  readonly troubles: readonly MailStatus[];
}
