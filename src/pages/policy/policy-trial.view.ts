import type { Month } from '../../kernel/month.ts';
import type { MeetingRef } from '../../kernel/id.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { JobProgress } from '../../platform/views/page-context.ts';
import type { FigureRow, UncoveredView } from '../variants/variants.view.ts';
import type { ChangeLine } from './policy.view.ts';

/** `pages/policy-trial`: what a change of the policy would do, before it is kept. */
export interface PolicyTrialPage {
  readonly from: Month;
  readonly changes: readonly ChangeLine[];
  /** Somebody has changed the policy since; keeping asks again. */
  readonly isStale: boolean;
  /** The form of the policy page with what was typed; null where the policy has become so by now. */
  readonly keep: {
    readonly action: string;
    readonly seen: number;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  } | null;
  /** Back to the fields, with what was typed. */
  readonly editHref: string;
  /** A plan is being made under the tried policy. */
  readonly progress: JobProgress | null;
  readonly months: readonly TriedMonthView[];
  /** Months with an unpublished plan that the change does not touch. */
  readonly untouched: readonly string[];
}

export interface TriedMonthView {
  readonly month: Month;
  readonly href: string;
  /** What becomes of the draft as it stands. */
  readonly lines: readonly TrialLine[];
  readonly broken: Listed<BrokenView>;
  readonly warnings: Listed<{ readonly href: string; readonly sentence: Sentence; readonly kind: Sentence }>;
  readonly dueAdded: Listed<UncoveredView>;
  readonly dueGone: Listed<UncoveredView>;
  /** Makes the plan, or makes it again; null while it is made. */
  readonly ask: { readonly action: string; readonly isAgain: boolean } | null;
  readonly trouble: Sentence | null;
  /** The new plan beside the draft. */
  readonly plan: TriedPlanView | null;
}

export interface TrialLine {
  readonly tone: 'good' | 'warn' | 'plain';
  readonly sentence: Sentence;
}

export interface BrokenView {
  /** The meeting, where the rule is about one. */
  readonly meeting: UncoveredView | null;
  readonly lines: readonly string[];
}

export interface Listed<T> {
  readonly count: number;
  readonly items: readonly T[];
  readonly more: number;
}

export interface TriedPlanView {
  readonly isOutdated: boolean;
  readonly rows: readonly FigureRow[];
  /** Of the draft, and of the new plan. */
  readonly uncovered: readonly (readonly UncoveredView[])[];
  readonly people: number;
  readonly meetings: number;
  /** In visits. */
  readonly loads: readonly {
    readonly name: string;
    readonly share: number;
    readonly visitsBefore: number;
    readonly visitsAfter: number;
    readonly balanceBefore: number;
    readonly balanceAfter: number;
  }[];
  readonly changes: Listed<{ readonly meetingId: MeetingRef; readonly lines: readonly string[] }>;
}
