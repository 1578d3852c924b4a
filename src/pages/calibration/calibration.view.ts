import type { Month } from '../../kernel/month.ts';
import type { ChartView } from '../../platform/charts/chart.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { JobProgress } from '../../platform/views/page-context.ts';

/** `pages/calibration`: whether those who fill in forms can be compared, and how they differ. Figures are written. */
export interface CalibrationPage {
  /** Null for those who may only read it. */
  readonly makeAction: string | null;
  readonly progress: JobProgress | null;
  /** Where the last one failed. */
  readonly trouble: Sentence | null;
  readonly result: CalibrationResult | null;
}

export interface CalibrationResult {
  /** What it rests on. */
  readonly ground: {
    readonly forms: number;
    readonly first: Month | null;
    readonly last: Month | null;
    readonly observers: number;
    readonly branches: number;
    readonly at: Date;
  };
  /** Forms were accepted or opened again since. */
  readonly outdated: { readonly forms: number } | null;
  readonly verdict: {
    readonly kind: 'comparable' | 'with_care' | 'cannot';
    readonly headline: string;
    readonly reasons: readonly string[];
  };
  /** Null where leaders see the verdict alone. */
  readonly figures: CalibrationFigures | null;
}

export interface CalibrationFigures {
  readonly islands: readonly {
    readonly number: number;
    readonly observers: string;
    readonly branches: number;
    readonly forms: number;
  }[];
  readonly charts: readonly ChartView[];
  /** How much points differ, in words. */
  readonly deviations: Sentence | null;
  readonly observers: readonly ObserverRow[];
  readonly branches: readonly BranchRow[];
  readonly doubles: readonly DoubleRow[];
  readonly hand: HandWishes | null;
}

export interface ObserverRow extends ObserverDetails {
  readonly name: string;
  readonly department: string;
  readonly href: string;
  readonly forms: number;
  readonly severity: string;
  readonly interval: string;
  readonly notes: readonly string[];
}

/** `–` where there are too few forms to tell. */
export interface ObserverDetails {
  readonly drift: string;
  readonly types: readonly string[];
  readonly infit: string;
  readonly spread: string;
  readonly apart: string;
}

export interface BranchRow {
  readonly name: string;
  readonly forms: number;
  readonly mean: string;
  readonly adjusted: string;
  readonly interval: string;
}

export interface DoubleRow {
  readonly branch: string;
  readonly people: string;
  /** The least certain severity before and after, in points. */
  readonly before: string;
  readonly after: string;
}

/** What is asked of the planning of next month. */
export interface HandWishes {
  readonly month: Month;
  readonly count: number;
  readonly action: string;
  /** Null where nothing was asked. */
  readonly takeBackAction: string | null;
}

/** `pages/my-severity`: one's own, and nobody else's. */
export interface MySeverityPage {
  readonly ground: CalibrationResult['ground'] | null;
  readonly isOutdated: boolean;
  /** Null where none of one's forms counted. */
  readonly own: {
    readonly forms: number;
    readonly way: 'more_severe' | 'more_lenient' | 'unclear';
    readonly severity: string;
    readonly interval: string;
    readonly notes: readonly string[];
    readonly details: ObserverDetails;
    readonly canCompare: boolean;
  } | null;
}
