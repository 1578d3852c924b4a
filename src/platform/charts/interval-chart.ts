import type { Locale } from '../../kernel/actor.ts';
import { formatNumber } from '../../kernel/format.ts';
import type { IntervalSpec, SeriesSpec } from './chart.ts';

const COLOUR = '#0b5c6b';
const ROW = 26;
const ROOM = 64;
const CAP = 5;

interface Drawn {
  value: (dimension: number) => number;
  coord: (point: readonly number[]) => [number, number];
}

export function intervalHeight({ categories }: IntervalSpec): number {
  return ROOM + ROW * categories.length;
}

/** The same as series, for the table and for whoever does not see the drawing. */
export function intervalSeries({ figures, names }: IntervalSpec): SeriesSpec['series'] {
  return [
    { name: names.value, values: figures.map(({ value }) => value) },
    { name: names.low, values: figures.map(({ low }) => low) },
    { name: names.high, values: figures.map(({ high }) => high) },
  ];
}

/** A dot in a line with ends for each figure, and a line through 0. */
export function intervalOption(
  { categories, figures, names }: IntervalSpec,
  locale: Locale,
  text: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: text,
    aria: { enabled: true },
    grid: { left: 12, right: 24, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      axisLabel: { ...text, formatter: (value: number) => formatNumber(locale, value) },
      splitLine: { lineStyle: { color: '#d5dcde' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: categories,
      axisLabel: { ...text, width: 140, overflow: 'truncate' },
      axisLine: { show: false, onZero: false },
      axisTick: { show: false },
    },
    series: [
      {
        name: names.value,
        type: 'custom',
        silent: true,
        encode: { x: [1, 2, 3], y: 0 },
        data: figures.map(({ value, low, high }, row) => [row, value, low, high]),
        renderItem: (_: unknown, drawn: Drawn) => {
          const at = (dimension: number) => drawn.coord([drawn.value(dimension), drawn.value(0)]);
          const [[x, y], [from], [to]] = [at(1), at(2), at(3)];
          const line = (x1: number, y1: number, x2: number, y2: number) => ({
            type: 'line',
            shape: { x1, y1, x2, y2 },
            style: { stroke: COLOUR, lineWidth: 2 },
          });
          return {
            type: 'group',
            children: [
              line(from, y, to, y),
              line(from, y - CAP, from, y + CAP),
              line(to, y - CAP, to, y + CAP),
              { type: 'circle', shape: { cx: x, cy: y, r: 5 }, style: { fill: COLOUR } },
            ],
          };
        },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: '#1d2b2f', type: 'dashed', width: 1 },
          data: [{ xAxis: 0 }],
        },
      },
    ],
  };
}
