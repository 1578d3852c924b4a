import type { Ref } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { ShownMailState } from './shown-mail-state.ts';

/** The partial `delivery`: the state of mails, and what can be done about those that were not sent. */
export interface DeliveryView {
  readonly kind: 'done' | 'note' | 'warning';
  readonly sentence: Sentence;
  /** Why all of them wait. */
  readonly hold: { readonly since: Date; readonly until: Date; readonly reply: string } | null;
  readonly troubles: readonly MailTrouble[];
  /** Number of further troubles. */
  readonly more: number;
  /** `action` takes a POST that sends these again; null where there are none, or for readers who may not. */
  readonly again: { readonly action: string; readonly count: number } | null;
  /** The month whose page is shown after the POST; null: the list of mails. */
  readonly month: string | null;
}

export interface MailTrouble {
  readonly mailId: Ref<'Mail'>;
  readonly to: string;
  readonly address: string;
  readonly subject: string;
  readonly state: ShownMailState;
  readonly reason: Sentence;
  /** The answer of the mail server, or of the one that sent it back, without addresses. */
  readonly reply: string | null;
  /** When it was reported that it did not arrive. */
  readonly reportedAt: Date | null;
  readonly nextAt: Date | null;
  readonly againAction: string | null;
}
