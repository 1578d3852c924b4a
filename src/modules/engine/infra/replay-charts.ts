import type { Locale } from '../../../kernel/actor.ts';
import { formatMonth } from '../../../kernel/format.ts';
import { isMonth } from '../../../kernel/month.ts';
import type { Replay, ReplayedMonth } from '../../../solver/index.ts';
import type { ChartView } from '../../../platform/charts/chart.ts';
import { drawChart } from '../../../platform/charts/draw-chart.ts';
import { replayMessages } from '../replay-messages.ts';

export const REPLAY_CHARTS = ['cycle', 'coverage', 'spread', 'distance'] as const;
export type ReplayChartName = (typeof REPLAY_CHARTS)[number];

interface Measure {
  readonly unit: '' | '%' | 'visits' | 'km';
  readonly most?: number;
  readonly of: (month: ReplayedMonth) => number;
}

const MEASURES: Readonly<Record<ReplayChartName, Measure>> = {
  cycle: {
    unit: '%',
    most: 100,
    of: ({ inCycle, branches }) => (branches === 0 ? 100 : (100 * inCycle) / branches),
  },
  coverage: { unit: '', of: ({ figures }) => figures.lostCoverage },
  spread: { unit: 'visits', of: ({ figures }) => figures.load.spread },
  distance: { unit: 'km', of: ({ figures }) => figures.metres / 1000 },
};

/**
 * One measure of all replays over the months: the same drawing on pages, in print and in the files of the command line.
 *
 * @param nameOf what a replay is called for its readers
 */
export function replayChart(
  replays: readonly Replay[],
  name: ReplayChartName,
  locale: Locale,
  nameOf: (replay: string) => string = (replay) => replay,
): Promise<ChartView> {
  const { unit, most, of } = MEASURES[name];
  const words = replayMessages[locale];
  return drawChart(
    {
      kind: 'lines',
      title: words[`replay.chart.${name}`],
      axis: words['replay.axis'],
      unit: unit === 'visits' ? words['replay.unit.visits'] : unit,
      ...(most === undefined ? {} : { most }),
      categories: replays[0]?.months.map(({ name }) => (isMonth(name) ? formatMonth(locale, name) : name)) ?? [],
      series: replays.map((replay) => ({ name: nameOf(replay.name), values: replay.months.map(of) })),
    },
    locale,
  );
}
