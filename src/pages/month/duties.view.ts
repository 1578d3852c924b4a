import type { Month } from '../../kernel/month.ts';
import type { Ref, SpecialistRef } from '../../kernel/id.ts';
import type { ShownMailState } from '../mails/shown-mail-state.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { DeliveryView } from '../mails/delivery.view.ts';
import type { MailPiece } from '../mails/mail-pieces.ts';
import type { OutdatedDraft } from './outdated-draft.ts';

export const DUTY_COLUMNS = ['name', 'department', 'visits', 'mail', 'answers'] as const;
export type DutyColumn = (typeof DUTY_COLUMNS)[number];

/** `pages/duties`: who goes how often, with the mail to each; for a published plan, whom the mails have reached. */
export interface DutiesPage {
  readonly month: Month;
  readonly backHref: string;
  readonly isPublished: boolean;
  readonly visits: number;
  /** For an outdated draft. */
  readonly outdated: OutdatedDraft | null;
  /** For a draft: a preview of the duty notice. */
  readonly notice: { readonly pdfHref: string; readonly docxHref: string } | null;
  /** For a published month. */
  readonly delivery: DeliveryView | null;
  readonly mailsLeaveHouse: boolean;
  readonly heads: Readonly<Record<DutyColumn, SortHead>>;
  readonly people: readonly PersonDuties[];
}

export interface PersonDuties {
  readonly specialistId: SpecialistRef;
  readonly name: string;
  readonly department: string;
  readonly address: string;
  readonly visits: number;
  /** The mail itself; null where none was sent, as for imported months. */
  readonly mailHref: string | null;
  /** For a published month. */
  readonly sent: {
    /** Null where no mail was sent. */
    readonly state: ShownMailState | null;
    readonly at: Date | null;
    /** Why it was not sent; null where it was, or waits for its first attempt. */
    readonly reason: Sentence | null;
    readonly answered: number;
    readonly declined: number;
    /** Visits that were published for them, whatever happened since. */
    readonly published: number;
  } | null;
}

/** `pages/duty-mail`: one person's mail, as it would be or was. */
export interface DutyMailPage {
  readonly month: Month;
  readonly backHref: string;
  readonly isPublished: boolean;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: readonly MailPiece[];
  readonly invitations: number;
  /** Sends it to the reader only; null once the real ones were sent. */
  readonly trial: {
    readonly action: string;
    readonly trialId: Ref<'Trial'>;
    readonly address: string;
    readonly outcome: TrialOutcome | null;
  } | null;
}

export interface TrialOutcome {
  readonly kind: 'done' | 'note' | 'warning';
  readonly sentence: Sentence;
  /** The mail server's answer. */
  readonly reply: string | null;
  /** Reloads the state of a mail that still waits. */
  readonly lookHref: string | null;
}
