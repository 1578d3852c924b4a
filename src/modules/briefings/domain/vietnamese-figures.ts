import { formatShortDate, twoDigits } from '../../../kernel/format.ts';
import type { Day, Month } from '../../../kernel/month.ts';
import type { Ratio } from '../../evaluations/index.ts';
import { say } from './statement.ts';
import type { Figure, Sources, Statement } from './statement.ts';

/** `1.234`; below ten with a zero, `04`, as official documents write counts. */
export function writtenCount(count: number): string {
  return count < 10 ? twoDigits(count) : grouped(count);
}

/** `1.234`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Tenths of a per cent, rounded half up in integers: 36 of 42 are 857. */
export function tenthsOfPercent({ numerator, denominator }: Ratio): number {
  return Math.floor((2_000 * numerator + denominator) / (2 * denominator));
}

/** `85,7%`, `90%`. */
export function percent(ratio: Ratio): string {
  return `${tenths(tenthsOfPercent(ratio))}%`;
}

/** Points from hundredths of a point, with at most one decimal, for prose: `86,5`. */
export function points(inHundredths: number): string {
  return tenths(Math.floor((inHundredths + 5) / 10));
}

/** With exactly one decimal, so that figures in a column align: `90,0%`, `86,5`. */
export function percentInColumn(ratio: Ratio): string {
  return ratio.denominator === 0 ? '–' : `${inColumn(tenthsOfPercent(ratio))}%`;
}

export function pointsInColumn(inHundredths: number): string {
  return inColumn(Math.floor((inHundredths + 5) / 10));
}

export function meanInColumn(ratio: Ratio): string {
  return ratio.denominator === 0 ? '–' : inColumn(meanInTenths(ratio));
}

function inColumn(value: number): string {
  return `${grouped(Math.floor(value / 10))},${value % 10}`;
}

function tenths(value: number): string {
  return value % 10 === 0 ? grouped(value / 10) : `${grouped(Math.floor(value / 10))},${value % 10}`;
}

/** `03/12`, where the year is known. */
export function dayAndMonth(day: Day): string {
  return formatShortDate('vi', day);
}

/** `tháng 12 năm 2020`, `tháng 02 năm 2021`: only months 1 and 2 take a zero. */
export function monthInWords(month: Month): string {
  return `tháng ${monthNumber(month)} năm ${month.slice(0, 4)}`;
}

/** `tháng 11/2020`. */
export function monthInFigures(month: Month): string {
  return `tháng ${monthNumber(month)}/${month.slice(0, 4)}`;
}

function monthNumber(month: Month): string {
  const number = Number(month.slice(5));
  return number <= 2 ? twoDigits(number) : String(number);
}

export function countOf(count: number, sources: Sources): Figure {
  return { figure: writtenCount(count), ground: null, sources };
}

/** `98,6%` with the counts `141/143`. */
export function shareOf(ratio: Ratio, sources: Sources): Figure {
  return { figure: percent(ratio), ground: `${grouped(ratio.numerator)}/${grouped(ratio.denominator)}`, sources };
}

/** `138/142 lượt (97,2%)`: the count first, as reports write it. */
export function outOf(ratio: Ratio, unit: string, sources: Sources): Statement {
  const counted: Figure = {
    figure: `${writtenCount(ratio.numerator)}/${writtenCount(ratio.denominator)}`,
    ground: null,
    sources,
  };
  if (ratio.denominator === 0) return say(sources)`${counted} ${unit}`;
  return say(sources)`${counted} ${unit} (${{ figure: percent(ratio), ground: null, sources }})`;
}

/**
 * `, tăng 2,1 điểm phần trăm so với tháng 11/2020`; empty where there is nothing to compare with. `bases` are the counts
 * that decide whether the months can be compared, with their unit, where these are not simply the denominators.
 */
export function shareChange(
  now: Ratio,
  before: Ratio | undefined,
  since: Month | undefined,
  bases?: { readonly now: number; readonly before: number | undefined; readonly unit: string },
): string {
  if (!before || !since || before.denominator === 0 || now.denominator === 0) return '';
  const [base, earlier] = [bases?.now ?? now.denominator, bases?.before ?? before.denominator];
  if (!isComparable(base, earlier)) return incomparable(base, earlier, since, bases ? ` ${bases.unit}` : '');
  return change(tenthsOfPercent(now) - tenthsOfPercent(before), 'điểm phần trăm', since);
}

/** The same for a mean of points, given as sums of hundredths over counts. */
export function meanChange(now: Ratio, before: Ratio | undefined, since: Month | undefined): string {
  if (!before || !since || before.denominator === 0 || now.denominator === 0) return '';
  if (!isComparable(now.denominator, before.denominator))
    return incomparable(now.denominator, before.denominator, since);
  return change(meanInTenths(now) - meanInTenths(before), 'điểm', since);
}

/** Four forms cannot be compared with a hundred and eighty: the smaller base must be at least half of the larger. */
function isComparable(now: number, before: number): boolean {
  return 2 * Math.min(now, before) >= Math.max(now, before);
}

function incomparable(now: number, before: number, since: Month, unit = ''): string {
  const bases = `tính trên ${grouped(now)}${unit}, tháng đó trên ${grouped(before)}`;
  return ` (chưa so sánh với ${monthInFigures(since)}, vì ${bases})`;
}

/** The mean in tenths of a point, from sums of hundredths. */
export function meanInTenths({ numerator, denominator }: Ratio): number {
  return Math.floor((2 * numerator + 10 * denominator) / (20 * denominator));
}

export function mean(ratio: Ratio, sources: Sources): Figure {
  return { figure: tenths(meanInTenths(ratio)), ground: null, sources };
}

function change(inTenths: number, unit: string, since: Month): string {
  if (inTenths === 0) return `, tương đương ${monthInFigures(since)}`;
  return `, ${inTenths > 0 ? 'tăng' : 'giảm'} ${tenths(Math.abs(inTenths))} ${unit} so với ${monthInFigures(since)}`;
}

/** In characters. Longer texts are printed in full in an annex. */
const LONGEST_CLAUSE = 220;

/** What people wrote as a clause: one line, first letter capital, no full stop, cut between words. */
export function clause(text: string, longest = LONGEST_CLAUSE): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.;,:…]+$/, '');
  const letters = Array.from(line);
  const cut =
    letters.length <= longest
      ? line
      : `${letters
          .slice(0, longest)
          .join('')
          .replace(/\s+\S*$/, '')}…`;
  return cut.charAt(0).toLocaleUpperCase('vi') + cut.slice(1);
}

export function plain(text: string, sources: Sources = []): Statement {
  return say(sources)`${text}`;
}

/** Whether a text is too long to stand in a sentence in full. */
export function isCut(text: string): boolean {
  return clause(text).endsWith('…');
}

/** What people wrote in full: its lines are kept, and it ends like a sentence. */
export function wholeText(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  const ended = /[.!?…]$/u.test(lines) ? lines : `${lines.replace(/[\s;,:]+$/, '')}.`;
  return ended.charAt(0).toLocaleUpperCase('vi') + ended.slice(1);
}
