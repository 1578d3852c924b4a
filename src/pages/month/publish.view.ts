import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { OutdatedDraft } from './outdated-draft.ts';
import type { MonthReview } from './review-lines.ts';
import type { OwnChoice } from './own-choices.ts';
import type { WarningGroup } from './warnings-view.ts';

/** The number of the notice: the next one of the register, or the one that the office's own register gave. */
export interface NoticeNumber {
  /** As it is written, `05`; unless somebody else issues a document before. */
  readonly next: string;
  readonly typed: string;
  readonly error: string | null;
}

/** `pages/publish`: asks for confirmation before mails are sent. */
export interface PublishPage {
  readonly month: Month;
  readonly monthHref: string;
  /** The page with each person's mail, the preview of the notice, and trial mails. */
  readonly dutiesHref: string;
  /** Takes the POST. */
  readonly action: string;
  /** Sent back with the POST, so that a plan that changed meanwhile is not published unseen. */
  readonly planVersion: string;
  readonly revision: number;
  readonly meetings: { readonly part: number; readonly whole: number };
  readonly people: number;
  readonly visits: number;
  readonly mails: number;
  /** Without a mail server no mail reaches anybody. */
  readonly mailsLeaveHouse: boolean;
  readonly uncovered: readonly { readonly meetingId: MeetingRef; readonly branch: string; readonly day: Day }[];
  readonly review: MonthReview;
  /** Whether its approval is missing, without which it cannot be published. */
  readonly isBlocked: boolean;
  /** Set where the draft is outdated and cannot be published. */
  readonly outdated: OutdatedDraft | null;
  readonly ownChoices: readonly OwnChoice[];
  readonly warnings: readonly WarningGroup[];
  readonly number: NoticeNumber;
}
