import type { Locale } from '../../kernel/actor.ts';
import { contentHash } from '../../kernel/canonical-json.ts';
import { fingerprint } from '../../kernel/fingerprint.ts';
import { formatNumber } from '../../kernel/format.ts';
import { type ChartSpec, type ChartView, Drawing, type SeriesSpec } from './chart.ts';
import { intervalHeight, intervalOption, intervalSeries } from './interval-chart.ts';

const WIDTH = 720;
const HEIGHT = 320;
/** Told apart in black and white too: by dashes and marks on lines, by patterns in bars. */
const LOOKS = [
  { colour: '#0b5c6b', dashes: 'solid', mark: 'circle' },
  { colour: '#b3541e', dashes: [7, 4], mark: 'rect' },
  { colour: '#5b3f8c', dashes: [2, 3], mark: 'triangle' },
  { colour: '#3f6212', dashes: [10, 3, 2, 3], mark: 'diamond' },
] as const;
const INK = '#1d2b2f';
const FONT = "'Be Vietnam Pro', 'Noto Sans', Arial, sans-serif";

const TEXT = { color: INK, fontFamily: FONT, fontSize: 13 };

type Library = typeof import('echarts');
let library: Promise<Library> | undefined;

/**
 * The library is loaded with the first chart, because most processes never draw one; as one file, because its seven
 * hundred parts take several times as long to be found.
 */
function loaded(): Promise<Library> {
  library ??= import('echarts/dist/echarts.esm.min');
  return library;
}

/** Charts drawn last, because the same page is opened again and again. */
const drawn = new Map<string, ChartView>();
const MOST_DRAWN = 60;

/** The same chart always gives the same SVG, for pages, for print and for files. */
export async function drawChart(spec: ChartSpec, locale: Locale): Promise<ChartView> {
  const key = `${locale} ${contentHash(spec)}`;
  const view = drawn.get(key) ?? (await draw(spec, locale));
  drawn.delete(key);
  drawn.set(key, view);
  for (const oldest of drawn.keys()) if (drawn.size > MOST_DRAWN) drawn.delete(oldest);
  return view;
}

async function draw(spec: ChartSpec, locale: Locale): Promise<ChartView> {
  const echarts = await loaded();
  const height = spec.kind === 'intervals' ? intervalHeight(spec) : HEIGHT;
  const series = spec.kind === 'intervals' ? intervalSeries(spec) : spec.series;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption(spec.kind === 'intervals' ? intervalOption(spec, locale, TEXT) : optionOf(spec, locale));
    return {
      title: spec.title,
      axis: spec.axis,
      unit: spec.unit,
      drawing: new Drawing(sealed(chart.renderToSVGString(), { spec, series, height }, locale)),
      series: series.map(({ name }) => ({ name })),
      rows: spec.categories.map((label, index) => ({
        label,
        values: series.map(({ values }) => figure(values[index] ?? null, spec.unit, locale)),
      })),
    };
  } finally {
    chart.dispose();
  }
}

function optionOf({ kind, categories, series, unit, most }: SeriesSpec, locale: Locale): Record<string, unknown> {
  const text = TEXT;
  const suffix = unit === '%' ? '%' : '';
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: text,
    aria: { enabled: true, decal: { show: kind === 'stacked' } },
    grid: { left: 12, right: 16, top: 44, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 4, left: 12, textStyle: text, selectedMode: false, itemWidth: 34 },
    xAxis: {
      type: 'category',
      data: categories,
      axisLabel: { ...text, hideOverlap: true },
      axisLine: { lineStyle: { color: INK } },
      axisTick: { alignWithLabel: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(most === undefined ? {} : { max: most }),
      axisLabel: { ...text, formatter: (value: number) => `${formatNumber(locale, value)}${suffix}` },
      splitLine: { lineStyle: { color: '#d5dcde' } },
    },
    series: series.map(({ name, values }, index) => {
      const { colour, dashes, mark } = LOOKS[index % LOOKS.length] ?? LOOKS[0];
      const common = { name, data: values, silent: true, emphasis: { disabled: true }, itemStyle: { color: colour } };
      return kind === 'lines'
        ? { ...common, type: 'line', symbol: mark, symbolSize: 7, lineStyle: { color: colour, width: 2, type: dashes } }
        : { ...common, type: 'bar', stack: 'all', barMaxWidth: 34 };
    }),
  };
}

/**
 * What the library wrote, fit for a page: our Content-Security-Policy refuses styles inside, so they become attributes,
 * which mean the same; ids are made of the content, so that two charts of a page never share one; title and description
 * are for who does not see it.
 */
function sealed(
  svg: string,
  { spec, series, height }: { spec: ChartSpec; series: SeriesSpec['series']; height: number },
  locale: Locale,
): string {
  const id = `c${fingerprint(spec).toString(36)}`;
  const body = svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:ecmeta_[a-z_]+|class)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, styles: string) => attributesOf(styles))
    .replace(/\bzr\d+-/g, `${id}-`);
  const [opening = ''] = /^<svg[^>]*>/.exec(body) ?? [];
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${WIDTH} ${height}"` +
    ` role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escaped(spec.title)}</title>` +
    `<desc id="${id}-d">${escaped(described({ ...spec, series }, locale))}</desc>`;
  return head + body.slice(opening.length);
}

function attributesOf(styles: string): string {
  return styles
    .split(';')
    .map((style) => style.split(':').map((part) => part.trim()))
    .flatMap(([name = '', value = '']) => (name === '' || value === '' ? [] : [` ${name}="${value}"`]))
    .join('');
}

function described(
  { series, categories, unit }: Pick<SeriesSpec, 'series' | 'categories' | 'unit'>,
  locale: Locale,
): string {
  return series
    .map(({ name, values }) => {
      const told = values.flatMap((value, index) =>
        value === null ? [] : [`${categories[index] ?? ''} ${figure(value, unit, locale)}`],
      );
      return `${name}: ${told.join(', ')}`;
    })
    .join('; ');
}

function figure(value: number | null, unit: string, locale: Locale): string {
  if (value === null) return '–';
  const rounded = formatNumber(locale, Math.round(value * 100) / 100);
  return unit === '' ? rounded : unit === '%' ? `${rounded}%` : `${rounded}\u00a0${unit}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
