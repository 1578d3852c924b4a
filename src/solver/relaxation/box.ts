import type { BranchOn } from '../certificate/certificate.ts';
import type { MonthModel } from '../model/month-model.ts';
import { findPair } from '../model/pair-table.ts';
import type { Layout } from './layout.ts';

/** Lower and upper bounds (0 or 1) of every column: one case of the branching tree. */
export interface Box {
  readonly pairs: Range;
  readonly seats: Range;
  readonly steps: Range;
  readonly drops: Range;
}

export interface Range {
  readonly lower: Uint8Array;
  readonly upper: Uint8Array;
}

/** The box that pins, accepted visits, mandatory meetings and minima leave. */
export function rootBox({ meetings, specialists, pairs }: MonthModel, layout: Layout): Box {
  const box: Box = {
    pairs: { lower: pairs.must.slice(), upper: pairs.mustNot.map((not) => 1 - not) },
    seats: whole(layout.seats),
    steps: whole(layout.steps),
    drops: whole(meetings.length),
  };
  meetings.forEach(({ mandatory, minObservers, team }, m) => {
    const start = layout.seatStart[m] ?? 0;
    if (mandatory) box.seats.upper.fill(0, start, start + minObservers);
    if (!team.lead) box.drops.upper[m] = 0;
  });
  specialists.forEach(({ minVisits }, s) => {
    const start = layout.stepStart[s] ?? 0;
    box.steps.lower.fill(1, start, start + minVisits);
  });
  return box;
}

/** The box of one child of a branching. */
export function childBox({ pairs }: MonthModel, layout: Layout, box: Box, on: BranchOn, yes: boolean): Box {
  switch (on.on) {
    case 'pair': {
      const pair = findPair(pairs, on.specialist, on.meeting);
      return { ...box, pairs: narrowed(box.pairs, pair, pair + 1, yes ? 1 : 0) };
    }
    case 'load_above': {
      const [start, end] = [layout.stepStart[on.specialist] ?? 0, layout.stepStart[on.specialist + 1] ?? 0];
      const limit = Math.min(end, start + on.limit);
      return { ...box, steps: yes ? narrowed(box.steps, start, limit + 1, 1) : narrowed(box.steps, limit, end, 0) };
    }
    case 'observers_above': {
      const [start, end] = [layout.seatStart[on.meeting] ?? 0, layout.seatStart[on.meeting + 1] ?? 0];
      const limit = Math.min(end, start + on.limit);
      return { ...box, seats: yes ? narrowed(box.seats, start, limit + 1, 0) : narrowed(box.seats, limit, end, 1) };
    }
    case 'nobody':
      return { ...box, drops: narrowed(box.drops, on.meeting, on.meeting + 1, yes ? 1 : 0) };
  }
}

/** Whether some column has no possible value left. */
export function isEmpty(box: Box): boolean {
  return [box.pairs, box.seats, box.steps, box.drops].some(({ lower, upper }) =>
    lower.some((low, column) => low > (upper[column] ?? 0)),
  );
}

function whole(size: number): Range {
  return { lower: new Uint8Array(size), upper: new Uint8Array(size).fill(1) };
}

function narrowed({ lower, upper }: Range, from: number, to: number, value: 0 | 1): Range {
  return value === 1
    ? { lower: lower.slice().fill(1, from, to), upper }
    : { lower, upper: upper.slice().fill(0, from, to) };
}
