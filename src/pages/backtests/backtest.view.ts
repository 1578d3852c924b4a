import type { Month } from '../../kernel/month.ts';
import type { ChartView } from '../../platform/charts/chart.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { JobProgress, Option } from '../../platform/views/page-context.ts';
import type { ChangeLine, PolicyPage } from '../policy/policy.view.ts';

/** `pages/backtests`: past months under another policy, and what was tried before. */
export interface BacktestsPage {
  /** Null for people who may only read, and while one is under way. */
  readonly form: {
    /** The first month that is not replayed. */
    readonly before: Month;
    readonly months: readonly Option[];
    readonly groups: PolicyPage['groups'];
    /** Why none was started. */
    readonly error: string | null;
  } | null;
  readonly underWay: { readonly href: string } | null;
  /** Latest first. */
  readonly earlier: readonly BacktestLine[];
}

export interface BacktestLine {
  readonly href: string;
  readonly at: Date;
  readonly by: string | null;
  readonly months: number;
  readonly before: Month;
  readonly changes: readonly ChangeLine[];
}

/** `pages/backtest`: one of them. */
export interface BacktestPage extends Omit<BacktestLine, 'href'> {
  /** While it runs. */
  readonly progress: JobProgress | null;
  /** Where it gave no result. */
  readonly trouble: Sentence | null;
  readonly result: BacktestView | null;
}

export interface BacktestView {
  readonly cycleMonths: number;
  /** The verdict in words: first as a whole, then by measure. */
  readonly verdict: Sentence;
  readonly measures: readonly {
    /** `backtest.measure.<measure>` names it. */
    readonly measure: string;
    readonly verdict: 'better' | 'worse' | 'same';
    readonly actual: string;
    readonly inForce: string;
    readonly tried: string;
  }[];
  /** Months for which the engine found no plan; they count as months without visits. */
  readonly unplanned: readonly Sentence[];
  readonly charts: readonly ChartView[];
}
