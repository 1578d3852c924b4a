import type { Replay, ReplayedMonth } from './backtest.ts';

export const CHARTS = ['cycle', 'coverage', 'spread', 'distance'] as const;
export type ChartName = (typeof CHARTS)[number];

interface Measure {
  readonly title: string;
  readonly unit: string;
  readonly of: (month: ReplayedMonth) => number;
}

const MEASURES: Readonly<Record<ChartName, Measure>> = {
  cycle: {
    title: 'Branches seen within the cycle',
    unit: '%',
    of: ({ inCycle, branches }) => (branches === 0 ? 100 : (100 * inCycle) / branches),
  },
  coverage: { title: 'Coverage value lost', unit: '', of: ({ figures }) => figures.lostCoverage },
  spread: { title: 'Spread of loads around targets', unit: 'visits', of: ({ figures }) => figures.load.spread },
  distance: { title: 'Distance there and back', unit: 'km', of: ({ figures }) => figures.metres / 1000 },
};

const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 56;
const RIGHT = 16;
const TOP = 44;
const BOTTOM = 52;
/** Each line has its own dashes, so that it can be told apart without colour. */
const LINES = [
  { colour: '#0b5c6b', dashes: 'none' },
  { colour: '#a15c07', dashes: '7 4' },
  { colour: '#5b3f8c', dashes: '2 3' },
  { colour: '#3f6212', dashes: '10 3 2 3' },
] as const;

/**
 * One measure of all replays over the months as an SVG document of 720 × 300, readable without colour and by a screen
 * reader.
 */
export function replayChart(replays: readonly Replay[], name: ChartName): string {
  const { title, unit, of } = MEASURES[name];
  const series = replays.map((replay) => ({ name: replay.name, values: replay.months.map(of) }));
  const names = replays[0]?.months.map((month) => month.name) ?? [];
  const top = niceTop(series.flatMap(({ values }) => values));
  const x = (index: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * (index + 0.5)) / Math.max(1, names.length);
  const y = (value: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * value) / top;
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = y(share * top).toFixed(1);
    return (
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#d5dcde"/>` +
      `<text x="${LEFT - 6}" y="${at}" dy="4" text-anchor="end">${plain(share * top)}</text>`
    );
  });
  const every = Math.ceil(names.length / 12);
  const labels = names.map((month, index) =>
    index % every === 0
      ? `<text x="${x(index).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${escaped(month)}</text>`
      : '',
  );
  const lines = series.map(({ values }, index) => {
    const { colour, dashes } = LINES[index % LINES.length] ?? LINES[0];
    const points = values.map((value, month) => `${x(month).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`;
  });
  const legend = series.map((one, index) => {
    const { colour, dashes } = LINES[index % LINES.length] ?? LINES[0];
    const at = LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, series.length);
    return (
      `<line x1="${at}" x2="${at + 24}" y1="${HEIGHT - 12}" y2="${HEIGHT - 12}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>` +
      `<text x="${at + 30}" y="${HEIGHT - 8}">${escaped(one.name)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12" fill="#1d2b2f">`,
    `<title id="t">${escaped(title)}</title>`,
    `<desc id="d">${escaped(described(series, unit))}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="24" font-size="15" font-weight="600">${escaped(title)}${unit === '' ? '' : `, ${escaped(unit)}`}</text>`,
    ...grid,
    ...labels,
    ...lines,
    ...legend,
    '</svg>',
  ].join('\n');
}

function described(series: readonly { name: string; values: readonly number[] }[], unit: string): string {
  return series.map(({ name, values }) => `${name}: ${values.map(plain).join(', ')} ${unit}`.trim()).join('; ');
}

/** The smallest of 1, 2 and 5 times a power of ten that is no less than any value. */
function niceTop(values: readonly number[]): number {
  const most = values.reduce((top, value) => Math.max(top, value), 0);
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
