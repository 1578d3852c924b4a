import type { Day, Month } from '../../kernel/month.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { OutdatedDraft } from './outdated-draft.ts';
import type { MonthReview } from './review-lines.ts';
import type { LeftOutPart } from './month.view.ts';
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
  /** The number of visits that are left out: sent back too, so that nobody publishes around more than they saw. */
  readonly seenLeftOut: number;
  readonly meetings: { readonly part: number; readonly whole: number };
  readonly people: number;
  readonly visits: number;
  readonly mails: number;
  /** What is not sent, because it has begun; null where nothing has. */
  readonly leftOut: LeftOutPart | null;
  /** Whether another meeting began while somebody was about to publish: nothing was sent. */
  readonly hasMoreBegun: boolean;
  /** Whether nothing of it is left to send. */
  readonly isAllBegun: boolean;
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
