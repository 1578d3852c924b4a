import type { Month } from '../../kernel/month.ts';
import type { MailState } from '../../modules/notifications/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { SortHead } from '../directory/page-rows.ts';
import type { DeliveryView } from '../mails/delivery.view.ts';
import type { LetterPiece } from '../mails/letter-pieces.ts';
import type { OutdatedDraft } from './draft-standing.ts';

export const DUTY_COLUMNS = ['name', 'department', 'visits', 'mail', 'answers'] as const;
export type DutyColumn = (typeof DUTY_COLUMNS)[number];

/** `pages/duties`: who goes how often, and which mail tells them; once a plan is published, whom it has reached. */
export interface DutiesPage {
  readonly month: Month;
  readonly backHref: string;
  readonly isPublished: boolean;
  readonly visits: number;
  /** Of a draft that no longer fits. */
  readonly outdated: OutdatedDraft | null;
  /** Of a draft: the duty notice as it would be. */
  readonly notice: { readonly pdfHref: string; readonly docxHref: string } | null;
  /** Of a published month. */
  readonly delivery: DeliveryView | null;
  readonly mailsLeaveHouse: boolean;
  readonly heads: Readonly<Record<DutyColumn, SortHead>>;
  readonly people: readonly PersonDuties[];
}

export interface PersonDuties {
  readonly specialistId: string;
  readonly name: string;
  readonly department: string;
  readonly address: string;
  readonly visits: number;
  /** Their mail to look at; null where none was sent, as for months that were imported. */
  readonly mailHref: string | null;
  /** Of a published month. */
  readonly sent: {
    /** Null where no mail was sent. */
    readonly state: MailState | null;
    readonly at: Date | null;
    /** Why it does not go out; null where it has, or waits for its first attempt. */
    readonly reason: Sentence | null;
    readonly answered: number;
    readonly declined: number;
    /** Visits that were published for them, whatever became of them since. */
    readonly published: number;
  } | null;
}

/** `pages/duty-mail`: one person's mail, as it would be or as it was. */
export interface DutyMailPage {
  readonly month: Month;
  readonly backHref: string;
  readonly isPublished: boolean;
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly text: readonly LetterPiece[];
  readonly invitations: number;
  /** Sends it to the reader alone; null once the real ones are out. */
  readonly trial: {
    readonly action: string;
    readonly trialId: string;
    readonly address: string;
    readonly outcome: TrialOutcome | null;
  } | null;
}

export interface TrialOutcome {
  readonly kind: 'done' | 'note' | 'warning';
  readonly sentence: Sentence;
  /** What the mail server said. */
  readonly reply: string | null;
  /** Looks again at a mail that still waits. */
  readonly lookHref: string | null;
}
