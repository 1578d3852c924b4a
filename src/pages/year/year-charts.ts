import type { Locale } from '../../kernel/actor.ts';
import { formatMonth, formatSigned } from '../../kernel/format.ts';
import type { ChartView } from '../../platform/charts/chart.ts';
import { drawChart } from '../../platform/charts/draw-chart.ts';
import { type Catalogue, translate } from '../../platform/i18n/messages.ts';
import { branchYears, isBranchWithin, isPersonWithin, shareInCycle } from './branch-year.ts';
import { loadsBySteps } from './loads-by-steps.ts';
import type { YearScope, YearScreen } from './year-read-model.ts';

/** The charts of what the filters leave of a year; one without anything to show is left out. */
export async function yearCharts(
  screen: YearScreen,
  scope: YearScope,
  catalogue: Catalogue,
  locale: Locale,
): Promise<readonly ChartView[]> {
  const published = screen.months.filter(({ assigned }) => assigned > 0);
  const own = branchYears(screen).filter(({ branch }) => isBranchWithin(branch, scope));
  const within = shareInCycle(own, screen);
  const loads = loadsBySteps(screen.people.filter((person) => isPersonWithin(person, scope)));
  const axis = translate(catalogue, 'charts.month');
  return [
    ...(published.length === 0
      ? []
      : [
          await drawChart(
            {
              kind: 'stacked',
              title: translate(catalogue, 'year.chart.visits'),
              axis,
              unit: translate(catalogue, 'year.chart.visits_unit'),
              categories: screen.months.map(({ month }) => formatMonth(locale, month)),
              series: (['expected', 'declined', 'missed'] as const).map((name) => ({
                name: translate(catalogue, `year.chart.${name}`),
                values: screen.months.map((month) => (month.assigned > 0 ? month[name] : null)),
              })),
            },
            locale,
          ),
        ]),
    ...(within.length === 0
      ? []
      : [
          await drawChart(
            {
              kind: 'lines',
              title: translate(catalogue, 'year.chart.cycle'),
              axis,
              unit: '%',
              most: 100,
              categories: within.map(({ month }) => formatMonth(locale, month)),
              series: [
                {
                  name: translate(catalogue, 'year.chart.cycle_series'),
                  values: within.map(({ share }) => 100 * share),
                },
              ],
            },
            locale,
          ),
        ]),
    ...(loads.length === 0
      ? []
      : [
          await drawChart(
            {
              kind: 'stacked',
              title: translate(catalogue, 'year.chart.loads'),
              axis: translate(catalogue, 'year.chart.loads_axis'),
              unit: translate(catalogue, 'year.chart.loads_unit'),
              categories: loads.map(({ step }) => formatSigned(locale, step)),
              series: [
                { name: translate(catalogue, 'year.chart.loads_series'), values: loads.map(({ people }) => people) },
              ],
            },
            locale,
          ),
        ]),
  ];
}
