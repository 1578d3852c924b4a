import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { VisitFinding } from '../../modules/visits/index.ts';
import type { Option } from '../../platform/views/page-context.ts';
import type { VisitCard } from './my-visits.view.ts';

/** `pages/visit`: the brief of one visit, read before the meeting. */
export interface VisitPage {
  readonly visit: VisitCard;
  /** People who could stand in, to choose from; empty where nobody is to be named. */
  readonly standIns: readonly Option[];
  /** Where the reader asks somebody to go instead; null where that is not possible, or somebody is being asked. */
  readonly swapHref: string | null;
  /** The open swap of this visit. */
  readonly swap: { readonly href: string; readonly taker: string } | null;
  readonly calendarHref: string | null;
  /** Of the form on paper, for who writes by hand; `/pdf` and `/docx` follow. Null where no form is to come. */
  readonly blankFormHref: string | null;
  /** The person to call, such as the branch's secretary. */
  readonly contact: { readonly name: string; readonly phone: string | null } | null;
  readonly lastVisit: PastVisit | null;
  /** Visits before the last one, latest first. */
  readonly earlier: readonly PastVisit[];
  /** Findings of the latest visit that noted any, which may be an earlier one than the last. */
  readonly findings: readonly Finding[];
  readonly weakFields: readonly { readonly field: string; readonly ground: Sentence }[];
  /** The quarter's theme for branches of this kind. */
  readonly theme: string | null;
  /** The branch's own figures, as last recorded. */
  readonly figures: readonly { readonly label: Sentence; readonly value: string }[];
}

export interface PastVisit {
  readonly month: Month;
  readonly by: string;
  readonly rating: string | null;
  /** In points, as text; null where only the visit is known. */
  readonly total: string | null;
}

export interface Finding {
  readonly kind: VisitFinding['kind'];
  readonly text: string;
  readonly field: string | null;
}
