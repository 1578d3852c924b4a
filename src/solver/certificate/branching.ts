import type { MonthModel } from '../model/month-model.ts';
import { type Point, WHOLE } from '../relaxation/restricted-program.ts';
import type { BranchOn } from './certificate.ts';

/**
 * What to branch on at a fractional point: facts about meetings and loads first, because they decide most, then the
 * pair whose value is nearest to one half.
 */
export function branchingFor({ meetings, specialists, pairs }: MonthModel, point: Point): BranchOn | null {
  const drop = mostFractional(point.drops);
  if (drop !== null) return { on: 'nobody', meeting: drop };
  const observers = new Float64Array(meetings.length);
  const visits = new Float64Array(specialists.length);
  let half: number | null = null;
  let distance = WHOLE;
  for (const { pair, value } of point.pairs) {
    const [s, m] = [pairs.specialist[pair] ?? 0, pairs.meeting[pair] ?? 0];
    observers[m] = (observers[m] ?? 0) + value;
    visits[s] = (visits[s] ?? 0) + value;
    const off = fraction(value);
    if (off > distance) [half, distance] = [pair, off];
  }
  const specialist = mostFractional(visits);
  if (specialist !== null) return { on: 'load_above', specialist, limit: Math.floor(visits[specialist] ?? 0) };
  const meeting = mostFractional(observers);
  if (meeting !== null) return { on: 'observers_above', meeting, limit: Math.floor(observers[meeting] ?? 0) };
  if (half === null) return null;
  return { on: 'pair', specialist: pairs.specialist[half] ?? 0, meeting: pairs.meeting[half] ?? 0 };
}

function fraction(value: number): number {
  return Math.abs(value - Math.round(value));
}

function mostFractional(values: Float64Array): number | null {
  let best: number | null = null;
  let distance = WHOLE;
  values.forEach((value, index) => {
    if (fraction(value) > distance) [best, distance] = [index, fraction(value)];
  });
  return best;
}
