import type { Locale } from '../../kernel/actor.ts';
import { formatNumber, formatPercent } from '../../kernel/format.ts';
import type { Month } from '../../kernel/month.ts';
import { isOver, type TrackedJob } from '../../kernel/tracked-jobs.ts';
import {
  type BacktestId,
  type BacktestMeasure,
  type BacktestProgress,
  type BacktestResult,
  type Compared,
  compareReplays,
  measuresOf,
} from '../../modules/planning/index.ts';
import type { Replay } from '../../solver/index.ts';
import type { ChartView } from '../../platform/charts/chart.ts';
import { type Catalogue, type Sentence, translate } from '../../platform/i18n/messages.ts';
import type { JobProgress } from '../../platform/views/page-context.ts';
import type { BacktestView } from './backtest.view.ts';

/** Null where it is over. */
export function backtestProgress(id: BacktestId, job: TrackedJob<BacktestProgress> | null): JobProgress | null {
  if (!job || isOver(job.state)) return null;
  return {
    label: { key: 'backtest.running' },
    share: job.share,
    detail: job.facts && { key: 'backtest.progress', params: { done: job.facts.done, of: job.facts.of } },
    startedAt: job.startedAt,
    streamHref: `/events?about=job/${id}`,
    cancel: { href: `/backtests/${id}/stop`, label: { key: 'backtest.stop' } },
  };
}

/** Why one has no result; null while it runs, and where it has one. */
export function backtestTrouble(
  job: Pick<TrackedJob, 'state'> | null,
  hasResult: boolean,
  isAbandoned: boolean,
): Sentence | null {
  if (hasResult) return null;
  if (isAbandoned) return { key: 'backtest.abandoned' };
  if (job && !isOver(job.state)) return null;
  return job?.state === 'cancelled' ? { key: 'backtest.cancelled' } : { key: 'backtest.failed' };
}

export function backtestView(
  { cycleMonths, actual, inForce, tried }: BacktestResult,
  charts: readonly ChartView[],
  catalogue: Catalogue,
  locale: Locale,
): BacktestView {
  const compared = compareReplays(inForce, tried);
  const happened = measuresOf(actual);
  const written = (measure: BacktestMeasure, value: number) => figureOf(measure, value, catalogue, locale);
  return {
    cycleMonths,
    verdict: verdictOf(compared),
    measures: compared.map(({ measure, before, after, verdict }) => ({
      measure,
      verdict,
      actual: written(measure, happened[measure]),
      inForce: written(measure, before),
      tried: written(measure, after),
    })),
    unplanned: [...unplannedOf(inForce, false), ...unplannedOf(tried, true)],
    charts,
  };
}

function verdictOf(compared: readonly Compared[]): Sentence {
  const count = (verdict: Compared['verdict']) => compared.filter((one) => one.verdict === verdict).length;
  const [better, worse, of] = [count('better'), count('worse'), compared.length];
  if (better === 0 && worse === 0) return { key: 'backtest.verdict.same' };
  if (worse === 0) return { key: 'backtest.verdict.better', params: { better, of } };
  if (better === 0) return { key: 'backtest.verdict.worse', params: { worse, of } };
  return { key: 'backtest.verdict.mixed', params: { better, worse, of } };
}

function figureOf(measure: BacktestMeasure, value: number, catalogue: Catalogue, locale: Locale): string {
  switch (measure) {
    case 'cycle':
      return formatPercent(locale, value);
    case 'visits':
    case 'spread':
    case 'deviation':
      return translate(catalogue, 'backtest.visits_figure', { count: formatNumber(locale, value) });
    case 'distance':
      return translate(catalogue, 'backtest.km_figure', { count: formatNumber(locale, value, 0) });
  }
}

function unplannedOf({ months }: Replay, isTried: boolean): readonly Sentence[] {
  return months
    .filter(({ status }) => status === 'infeasible' || status === 'unknown')
    .map(({ name }) => ({ key: 'backtest.unplanned', params: { month: name as Month, isTried } }));
}
