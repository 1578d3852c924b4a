import { type NamedShape, SHAPES } from '../generate/shapes.ts';
import { type Measured, measuredChild } from './measured-child.ts';
import { type Responsiveness, responsiveness } from './responsiveness.ts';
import { hasCpSat } from './rivals/cp-sat.ts';
import type { OurAnswer } from './solve-ours.ts';
import type { PlacementAnswer } from './solve-placement-round.ts';
import type { RivalAnswer } from './solve-rival.ts';

export interface ShapeReport {
  readonly shape: string;
  readonly about: string;
  readonly ours: Measured<OurAnswer>;
  /** Each general solver on the full model; none on heavy shapes. */
  readonly rivals: readonly RivalReport[];
}

export interface RivalReport {
  readonly rival: Rival;
  readonly measured: Measured<RivalAnswer>;
  /** The solver's seconds divided by ours; a lower bound where it gave no answer. */
  readonly ratio: number | null;
  readonly ratioIsLowerBound: boolean;
  readonly sameObjectives: boolean | null;
}

type Rival = 'highs' | 'cp-sat';

export interface PlanningReport {
  readonly node: string;
  readonly shapes: readonly ShapeReport[];
  readonly placement: Measured<PlacementAnswer>;
  readonly responsiveness: readonly Responsiveness[];
}

const RIVAL = { seconds: 60, mb: 2048 };
const OURS = { seconds: 600, mb: 8192 };
/** Months on which a general solver only reaches its limit of time or memory, and which take ours minutes as well. */
const HEAVY = new Set(['country-candidates', 'district-one-day']);
/** Small enough for a second solve with warm code. */
const SMALL = /^district(?!-one-day)/;

/** Our engine against general solvers on the full model, one process per solve, one after another. */
export async function benchPlanning({ isHeavy }: { readonly isHeavy: boolean }): Promise<PlanningReport> {
  const shapes: ShapeReport[] = [];
  const rivals: readonly Rival[] = hasCpSat() ? ['highs', 'cp-sat'] : ['highs'];
  say(['shape', 'pairs', 'status', 'cold s', 'warm s', 'verify s', 'peak MB', 'ratio', 'same']);
  for (const shape of SHAPES) {
    if (HEAVY.has(shape.name) && !isHeavy) continue;
    const report = await benchShape(shape, HEAVY.has(shape.name) ? [] : rivals);
    shapes.push(report);
    sayShape(report);
  }
  const placement = await measuredChild<PlacementAnswer>('solve-placement-round', [], OURS);
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

async function benchShape({ name, about }: NamedShape, rivals: readonly Rival[]): Promise<ShapeReport> {
  const again = SMALL.test(name) ? '5' : '0';
  const ours = await measuredChild<OurAnswer>('solve-ours', [name, '1', again], OURS);
  const reports: RivalReport[] = [];
  for (const rival of rivals) reports.push(await benchRival(rival, name, ours.answer));
  return { shape: name, about, ours, rivals: reports };
}

async function benchRival(rival: Rival, shape: string, ours: OurAnswer | null): Promise<RivalReport> {
  const measured = await measuredChild<RivalAnswer>(
    'solve-rival',
    [rival, shape, '1', String(RIVAL.seconds)],
    { ...RIVAL, seconds: RIVAL.seconds + 30 }, // building the model counts too
  );
  const theirs = measured.answer?.status === 'optimal' ? measured.answer : null;
  const same = theirs?.tiers.every(({ objective }, i) => objective === ours?.tiers[i]?.objective);
  return {
    rival,
    measured,
    ratio: ours === null ? null : (theirs?.solveSeconds ?? RIVAL.seconds) / ours.solveSeconds,
    ratioIsLowerBound: theirs === null,
    sameObjectives: same ?? null,
  };
}

function sayShape({ shape, ours, rivals }: ShapeReport): void {
  const { answer } = ours;
  say([
    shape,
    String(answer?.pairs ?? '–'),
    answer === null ? ours.ended : `${answer.status}${answer.verified ? ' ✓' : ' unverified'}`,
    fixed(answer?.solveSeconds),
    fixed(answer?.warmSeconds),
    fixed(answer?.verifySeconds),
    String(answer?.peakMb ?? ours.peakMb),
  ]);
  for (const { rival, measured, ratio, ratioIsLowerBound, sameObjectives } of rivals) {
    const isOptimal = measured.answer?.status === 'optimal';
    say([
      `  ${rival}`,
      '',
      isOptimal ? 'optimal' : (measured.answer?.status ?? measured.ended),
      isOptimal ? fixed(measured.answer?.solveSeconds) : `> ${RIVAL.seconds}`,
      '',
      '',
      String(measured.peakMb),
      ratio === null ? '–' : `${ratioIsLowerBound ? '≥ ' : ''}${ratio.toFixed(1)}`,
      sameObjectives === null ? '–' : sameObjectives ? 'yes' : 'NO',
    ]);
  }
}

function fixed(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(2);
}

function say(cells: readonly string[]): void {
  process.stderr.write(
    `${cells.map((cell, i) => (i === 0 ? cell.padEnd(24) : cell.padStart(i === 2 ? 14 : 9))).join('')}\n`,
  );
}
