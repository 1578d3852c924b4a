import type { Month } from '../../kernel/month.ts';
import type { PlanRef, Ref } from '../../kernel/id.ts';
import type { WayToPerson } from '../../modules/notifications/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { JobProgress } from '../../platform/views/page-context.ts';
import type { NoticeNumber } from '../month/publish.view.ts';

/** `pages/replan`: what the engine would change in what a published month has left, and the amendment that makes it. */
export interface ReplanPage {
  readonly month: Month;
  readonly backHref: string;
  /** Takes a POST that asks the engine; null once no meeting is ahead. */
  readonly askAction: string | null;
  readonly goals: readonly { readonly value: string; readonly isChosen: boolean }[];
  readonly progress: JobProgress | null;
  /** Why the last question has no answer. */
  readonly trouble: Sentence | null;
  readonly answer: ReplanAnswerView | null;
}

export interface ReplanAnswerView {
  readonly askedAt: Date;
  /** The plan was amended since, so that this is about another one. */
  readonly isOutdated: boolean;
  readonly isNone: boolean;
  /** What it comes to altogether. */
  readonly lines: readonly Sentence[];
  readonly parts: readonly ReplanPart[];
  /** The number of changes that were found and can no longer be made. */
  readonly gone: number;
  /** Meetings to which too few go even then. */
  readonly short: readonly { readonly href: string; readonly branch: string; readonly at: string }[];
  /** Whom a mail or a message tells if all of it is made; the others have to be told by somebody. */
  readonly told: { readonly mails: number; readonly messages: number };
  /** Those others. */
  readonly unreached: readonly { readonly name: string; readonly way: WayToPerson }[];
  readonly form: ReplanForm;
}

export interface ReplanPart {
  /** The changes, as a field of the form. */
  readonly value: string;
  readonly isChosen: boolean;
  /** Who goes where by it, and what it costs. */
  readonly lines: readonly string[];
  /** Rules that the reason overrules. */
  readonly against: readonly string[];
}

export interface ReplanForm {
  readonly action: string;
  readonly planId: PlanRef;
  /** The answer that is shown. */
  readonly solveId: Ref<'Solve'>;
  readonly revision: number;
  readonly rules: readonly string[];
  /** By `hourField`. */
  readonly hours: readonly string[];
  readonly reason: string;
  readonly reasonError: string | null;
  readonly noticeNumber: NoticeNumber;
  /** Why the last attempt was refused, where no field is wrong. */
  readonly error: string | null;
}
