import { type NamedShape, SHAPES } from '../../src/solver/generate/shapes.ts';
import { type Measured, measuredChild } from './measured-child.ts';
import { type Responsiveness, responsiveness } from './responsiveness.ts';
import type { HighsAnswer } from './solve-highs.ts';
import type { OurAnswer } from './solve-ours.ts';
import type { PlacementAnswer } from './solve-placement-round.ts';

export interface ShapeReport {
  readonly shape: string;
  readonly about: string;
  readonly ours: Measured<OurAnswer>;
  readonly highs: Measured<HighsAnswer> | null;
  /** HiGHS's seconds over ours; a lower bound where it gave no answer. */
  readonly ratio: number | null;
  readonly ratioIsLowerBound: boolean;
  readonly sameObjectives: boolean | null;
}

export interface PlanningReport {
  readonly node: string;
  readonly shapes: readonly ShapeReport[];
  readonly placement: Measured<PlacementAnswer>;
  readonly responsiveness: readonly Responsiveness[];
}

const RIVAL = { seconds: 60, mb: 2048 };
const OURS = { seconds: 600, mb: 8192 };
/** Months on which a rival only wastes its minute, or its two gigabytes. */
const HEAVY = new Set(['country-candidates']);
/** Small enough for another solve when the code is warm. */
const SMALL = /^district/;

/** Ours against HiGHS on the full model, one process a solve, one after another. */
export async function benchPlanning({ isHeavy }: { readonly isHeavy: boolean }): Promise<PlanningReport> {
  const shapes: ShapeReport[] = [];
  say(['shape', 'pairs', 'status', 'cold s', 'warm s', 'verify s', 'peak MB', 'HiGHS s', 'HiGHS MB', 'ratio', 'same']);
  for (const shape of SHAPES) {
    if (HEAVY.has(shape.name) && !isHeavy) continue;
    const report = await benchShape(shape, !HEAVY.has(shape.name));
    shapes.push(report);
    sayShape(report);
  }
  const placement = await measuredChild<PlacementAnswer>('test/bench/solve-placement-round.ts', [], OURS);
  const { answer } = placement;
  process.stderr.write(
    `placement 223 → 73: ${answer?.coldMs.toFixed(1) ?? '–'} ms cold, ${answer?.warmMs.toFixed(1) ?? '–'} ms warm, proven ${String(answer?.verified)}\n`,
  );
  const free: Responsiveness[] = [];
  for (const shape of ['district', 'province-ten-towns'] as const) {
    const found = await responsiveness(shape);
    free.push(found);
    process.stderr.write(
      `${shape}: main thread blocked ${found.longestBlockMs} ms at most, stops in ${found.cancelMs} ms\n`,
    );
  }
  return { node: process.version, shapes, placement, responsiveness: free };
}

async function benchShape({ name, about }: NamedShape, withRival: boolean): Promise<ShapeReport> {
  const again = SMALL.test(name) ? '5' : '0';
  const ours = await measuredChild<OurAnswer>('test/bench/solve-ours.ts', [name, '1', again], OURS);
  const highs = withRival
    ? await measuredChild<HighsAnswer>('test/bench/solve-highs.ts', [name, '1', String(RIVAL.seconds)], {
        ...RIVAL,
        seconds: RIVAL.seconds + 30, // the model is built within the same process
      })
    : null;
  const theirs = highs?.answer?.status === 'optimal' ? highs.answer : null;
  const theirSeconds = theirs?.solveSeconds ?? RIVAL.seconds;
  const mine = ours.answer?.solveSeconds ?? null;
  return {
    shape: name,
    about,
    ours,
    highs,
    ratio: highs === null || mine === null ? null : theirSeconds / mine,
    ratioIsLowerBound: theirs === null,
    sameObjectives:
      theirs === null ? null : theirs.tiers.every(({ objective }, i) => objective === ours.answer?.tiers[i]?.objective),
  };
}

function sayShape({ shape, ours, highs, ratio, ratioIsLowerBound, sameObjectives }: ShapeReport): void {
  const { answer } = ours;
  const fixed = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : value.toFixed(2);
  say([
    shape,
    String(answer?.pairs ?? '–'),
    answer === null ? ours.ended : `${answer.status}${answer.verified ? ' ✓' : ' unverified'}`,
    fixed(answer?.solveSeconds),
    fixed(answer?.warmSeconds),
    fixed(answer?.verifySeconds),
    String(answer?.peakMb ?? ours.peakMb),
    highs === null
      ? '–'
      : highs.answer?.status === 'optimal'
        ? fixed(highs.answer.solveSeconds)
        : `> 60 (${highs.ended})`,
    String(highs?.peakMb ?? '–'),
    ratio === null ? '–' : `${ratioIsLowerBound ? '≥ ' : ''}${ratio.toFixed(1)}`,
    sameObjectives === null ? '–' : sameObjectives ? 'yes' : 'NO',
  ]);
}

function say(cells: readonly string[]): void {
  process.stderr.write(
    `${cells.map((cell, i) => (i === 0 ? cell.padEnd(24) : cell.padStart(i === 2 ? 12 : 9))).join('')}\n`,
  );
}
