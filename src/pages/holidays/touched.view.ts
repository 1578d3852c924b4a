import type { Day } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';

/** `pages/touched-visits` */
export interface TouchedVisitsPage {
  readonly visits: readonly (TouchedLine & {
    readonly because: Sentence;
    readonly visitId: string;
    readonly cause: string;
    readonly fact: string;
  })[];
  readonly keepAction: string;
}

/** A published visit with a conflict. */
export interface TouchedLine {
  readonly day: Day;
  readonly time: string;
  readonly branch: string;
  readonly name: string;
  readonly meetingHref: string;
}
