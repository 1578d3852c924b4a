import type { Sentence } from '../../platform/i18n/messages.ts';
import type { MailState } from '../../modules/notifications/index.ts';

/** The partial `delivery`: how mails are doing, and what can be done about those that do not go out. */
export interface DeliveryView {
  readonly kind: 'done' | 'note' | 'warning';
  readonly sentence: Sentence;
  /** Why all of them wait. */
  readonly hold: { readonly since: Date; readonly until: Date; readonly reply: string } | null;
  readonly troubles: readonly MailTrouble[];
  /** Troubles that are not among these. */
  readonly more: number;
  /** Takes a POST that sends all of them again; null where there are none, or for readers who may not. */
  readonly againAction: string | null;
  /** The month whose page the POST comes back to; null: the list of mails. */
  readonly month: string | null;
}

export interface MailTrouble {
  readonly mailId: string;
  readonly to: string;
  readonly address: string;
  readonly subject: string;
  readonly state: MailState;
  readonly reason: Sentence;
  /** What the mail server said, without addresses. */
  readonly reply: string | null;
  readonly nextAt: Date | null;
  readonly againAction: string | null;
}
