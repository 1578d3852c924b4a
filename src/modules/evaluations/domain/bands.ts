import type { Fault } from '../../../kernel/domain-error.ts';
import {
  compareLows,
  type End,
  FIGURE_RANGES,
  type FigureRange,
  type Interval,
  intervalOf,
  isBeyond,
  joins,
} from './figure-range.ts';
import { compareRatios, type Quantity, type Ratio, ratioOf } from './points.ts';
import type { Band, BandScoring } from './rubric.ts';

export const BAND_BOUNDS = ['from', 'above', 'below', 'upTo'] as const;

/** The band of a measured value. A share above its whole, which only contradicting counts give, counts as the whole. */
export function bandOf({ indicator, bands }: BandScoring, measured: Ratio): Band {
  const { most } = FIGURE_RANGES[indicator];
  const value = most && compareRatios(measured, most) > 0 ? most : measured;
  const found = bands.find((band) => holdsValue(band, value));
  if (!found) throw new Error(`no band of ${indicator} has ${value.numerator}/${value.denominator}`);
  return found;
}

function holdsValue({ from, above, below, upTo }: Band, value: Ratio): boolean {
  const sign = (bound: Quantity) => compareRatios(value, ratioOf(bound) ?? value);
  return (
    (from === undefined || sign(from) >= 0) &&
    (above === undefined || sign(above) > 0) &&
    (below === undefined || sign(below) < 0) &&
    (upTo === undefined || sign(upTo) <= 0)
  );
}

/** Where bands overlap, leave a hole, or hold nothing, each with the place of the band concerned. */
export function bandFaults({ indicator, bands }: BandScoring, at: string): Fault[] {
  const range = FIGURE_RANGES[indicator];
  const faults: Fault[] = [];
  const placed: { readonly interval: Interval; readonly index: number }[] = [];
  bands.forEach((band, index) => {
    const beyond = BAND_BOUNDS.filter((bound) => isBeyond(indicator, band[bound] ?? 0));
    for (const bound of beyond) faults.push({ pointer: `${at}/${index}/${bound}`, code: 'rubric.bound_beyond' });
    const both = (['from', 'above'] as const).every((bound) => band[bound] !== undefined);
    const twice = both || (['below', 'upTo'] as const).every((bound) => band[bound] !== undefined);
    if (twice) faults.push({ pointer: `${at}/${index}`, code: 'rubric.two_bounds' });
    const interval = intervalOfBand(band, range);
    if (interval) placed.push({ interval, index });
    else if (beyond.length === 0) faults.push({ pointer: `${at}/${index}`, code: 'rubric.empty_band' });
  });
  if (faults.length > 0) return faults;

  placed.sort((a, b) => compareLows(a.interval, b.interval));
  const [first] = placed;
  const last = placed.at(-1);
  if (!first || !last) return faults;
  const { low } = first.interval;
  if (low.at.numerator > 0 || !low.isIncluded) hole(first.index, 0, low);
  for (const [i, { interval, index }] of placed.entries()) {
    const before = placed[i - 1];
    if (!before) continue;
    const sign = joins(range, before.interval, interval);
    if (sign < 0) hole(index, before.interval.high, interval.low);
    if (sign > 0)
      faults.push({ pointer: `${at}/${index}`, code: 'rubric.bands_overlap', params: { with: before.index } });
  }
  const end = last.interval.high;
  const isOpen = end && (range.most === null || compareRatios(end.at, range.most) < 0 || !end.isIncluded);
  if (isOpen && faults.length === 0) hole(last.index, end, range.most && { at: range.most, isIncluded: true });
  return faults;

  function hole(index: number, after: End | 0 | null, before: End | null): void {
    const written = (end: End | 0 | null) => (end === 0 ? 0 : end ? quantityOf(end.at, range) : null);
    faults.push({
      pointer: `${at}/${index}`,
      code: 'rubric.bands_hole',
      params: { after: written(after), before: written(before) },
    });
  }
}

function intervalOfBand({ from, above, below, upTo }: Band, range: FigureRange): Interval | null {
  return intervalOf(range, endOf(from, true) ?? endOf(above, false), endOf(upTo, true) ?? endOf(below, false));
}

function endOf(value: Quantity | undefined, isIncluded: boolean): End | null {
  const at = value === undefined ? null : ratioOf(value);
  return at && { at, isIncluded };
}

/** As bounds are written: `90%` for a share, a whole number else. */
function quantityOf({ numerator, denominator }: Ratio, { kind }: FigureRange): Quantity {
  return kind === 'share' ? `${Math.round((numerator / denominator) * 10_000) / 100}%` : numerator / denominator;
}
