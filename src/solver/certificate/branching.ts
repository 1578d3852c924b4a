import type { Program } from '../engine/program.ts';
import type { BranchOn } from './certificate.ts';
import type { Box } from './integer-bound.ts';

const WHOLE = 1e-6;

/** What to split a fractional solution on: the facts that decide most first, then the pair nearest to a half. */
export function branchingFor(program: Program, values: Float64Array): BranchOn | null {
  const { model } = program;
  for (const [meeting, drop] of program.drops.entries()) {
    if (drop !== null && !isWhole(values[drop] ?? 0)) return { on: 'nobody', meeting };
  }
  const observers = new Float64Array(model.meetings.length);
  const visits = new Float64Array(model.specialists.length);
  for (const pair of model.pairs) {
    const value = values[pair.index] ?? 0;
    observers[pair.meeting] = (observers[pair.meeting] ?? 0) + value;
    visits[pair.specialist] = (visits[pair.specialist] ?? 0) + value;
  }
  const specialist = mostFractional(visits);
  if (specialist !== null) return { on: 'load_above', specialist, limit: Math.floor(visits[specialist] ?? 0) };
  const meeting = mostFractional(observers);
  if (meeting !== null) return { on: 'observers_above', meeting, limit: Math.floor(observers[meeting] ?? 0) };
  const pair = mostFractional(values.subarray(0, model.pairs.length));
  const on = pair === null ? undefined : model.pairs[pair];
  return on === undefined ? null : { on: 'pair', specialist: on.specialist, meeting: on.meeting };
}

/** The box of one child. */
export function childBox(program: Program, box: Box, branch: BranchOn, yes: boolean): Box {
  const child = { lower: box.lower.slice(), upper: box.upper.slice() };
  const fix = (columns: readonly number[], value: 0 | 1): void => {
    for (const column of columns) (value === 1 ? child.lower : child.upper)[column] = value;
  };
  switch (branch.on) {
    case 'pair': {
      const pairs = program.model.pairsOfSpecialist[branch.specialist] ?? [];
      fix(
        pairs.filter((pair) => pair.meeting === branch.meeting).map((pair) => pair.index),
        yes ? 1 : 0,
      );
      break;
    }
    case 'load_above': {
      const steps = program.steps[branch.specialist] ?? [];
      if (yes) fix(steps.slice(0, branch.limit + 1), 1);
      else fix(steps.slice(branch.limit), 0);
      break;
    }
    case 'observers_above': {
      const seats = program.seats[branch.meeting] ?? [];
      if (yes) fix(seats.slice(0, branch.limit + 1), 0);
      else fix(seats.slice(branch.limit), 1);
      break;
    }
    case 'nobody': {
      const drop = program.drops[branch.meeting] ?? null;
      if (drop !== null) fix([drop], yes ? 1 : 0);
      break;
    }
  }
  return child;
}

export function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < WHOLE;
}

function mostFractional(values: Float64Array): number | null {
  let best: number | null = null;
  let distance = WHOLE;
  values.forEach((value, index) => {
    const off = Math.abs(value - Math.round(value));
    if (off > distance) [best, distance] = [index, off];
  });
  return best;
}
