import type { Locale } from '../../../kernel/actor.ts';

/** Points as whole hundredths: 4.5 points are 450. All arithmetic on points is in these integers. */
export type Hundredths = number & { readonly __hundredths: never };

/** A share with its counts, not divided: 36 of 42. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** A bound in a rubric: a whole number, or a share such as `90%` or `37.5%`. */
export type Quantity = number | `${number}%`;

export const NO_POINTS = 0 as Hundredths;

export function isPoints(value: unknown): value is number {
  return (
    typeof value === 'number' && value >= 0 && value <= 1_000 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
  );
}

/** @throws RangeError for more than two decimals: such points cannot be added exactly. */
export function hundredths(points: number): Hundredths {
  const known: unknown = points;
  if (!isPoints(known)) throw new RangeError(`not points: ${points}`);
  return Math.round(points * 100) as Hundredths;
}

export function sumOf(points: readonly Hundredths[]): Hundredths {
  return points.reduce<number>((sum, each) => sum + each, 0) as Hundredths;
}

export function lesser(a: Hundredths, b: Hundredths): Hundredths {
  return a < b ? a : b;
}

export function difference(a: Hundredths, b: Hundredths): number {
  return a - b;
}

/** Points from hundredths as people write them: `4,5` in Vietnamese, `4.5` in English, without trailing zeros. */
export function showPoints(points: number, locale: Locale): string {
  const sign = points < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(points) / 100);
  const rest = (Math.abs(points) % 100).toString().padStart(2, '0').replace(/0+$/, '');
  return rest === '' ? `${sign}${whole}` : `${sign}${whole}${locale === 'vi' ? ',' : '.'}${rest}`;
}

const SHARE = /^(\d{1,3})(?:\.(\d{1,2}))?%$/;

/** Null unless the value is a whole number or a share such as `90%`. */
export function ratioOf(value: unknown): Ratio | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? { numerator: value, denominator: 1 } : null;
  const parts = typeof value === 'string' ? SHARE.exec(value) : null;
  if (!parts) return null;
  const decimals = parts[2] ?? '';
  return { numerator: Number(`${parts[1] ?? ''}${decimals}`), denominator: 100 * 10 ** decimals.length };
}

/** The sign of a − b by cross multiplication, so that 2/3 against 66.67 % does not depend on rounding. */
export function compareRatios(a: Ratio, b: Ratio): number {
  return Math.sign(a.numerator * b.denominator - b.numerator * a.denominator);
}
