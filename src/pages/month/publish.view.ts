import type { Day, Month } from '../../kernel/month.ts';
import type { OutdatedDraft } from './draft-standing.ts';
import type { WarningGroup } from './warnings-view.ts';

/** `pages/publish`: asks once before mails leave the house. */
export interface PublishPage {
  readonly month: Month;
  readonly monthHref: string;
  /** Who gets which mail, the notice to look at, and a trial. */
  readonly dutiesHref: string;
  /** Takes the POST. */
  readonly action: string;
  /** Sent back with the POST, so that a plan which changed meanwhile is not published unseen. */
  readonly planVersion: string;
  readonly meetings: { readonly part: number; readonly whole: number };
  readonly people: number;
  readonly visits: number;
  readonly mails: number;
  /** Without a mail server no mail reaches anybody. */
  readonly mailsLeaveHouse: boolean;
  readonly uncovered: readonly { readonly meetingId: string; readonly branch: string; readonly day: Day }[];
  /** Where the draft no longer fits, so that it cannot be published. */
  readonly outdated: OutdatedDraft | null;
  readonly warnings: readonly WarningGroup[];
}
