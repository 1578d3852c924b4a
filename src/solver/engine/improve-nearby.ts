import { type Choice, isFeasible } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import { type Point, WHOLE, type WholeProgram } from '../relaxation/restricted-program.ts';
import type { WholeSearch } from './best-whole-plan.ts';
import { improveByExchange } from './improve-by-exchange.ts';
import { solveWhole } from './solve-whole.ts';

/** Whether a pair is decided anew in a try; all other pairs keep their value. */
type IsFreed = (pair: number) => boolean;

interface Neighbourhood {
  /** How many people or meetings are freed at first. */
  readonly size: number;
  /** The most that are freed, so that a try stays quick. */
  readonly most: number;
  readonly draw: (size: number) => IsFreed;
}

/** Fractional pairs per meeting above which branch and bound on the whole month finds good plans too late. */
const FAR_FROM_WHOLE = 0.5;
/** A month with fewer meetings is searched whole quickly enough. */
const FEW = 40;
/** Tries in a row with little gain, after which branch and bound does better. */
const PATIENCE = 10;
/** A gain below this share of the remaining gap counts as little. */
const LITTLE = 0.05;
/** Node limit of one try. */
const NODES = 100;
/**
 * Factor by which the freed part grows after a try that was solved at its root node, and shrinks after one that ran out
 * of nodes.
 */
const GROWS = 1.15;
const SHRINKS = 0.75;

/** Whether the fractional point is so far from any whole plan that it is better to search near a known plan. */
export function isFarFromWhole({ meetings }: MonthModel, { pairs }: Point): boolean {
  const inPart = pairs.filter(({ value }) => value < 1 - WHOLE).length;
  return inPart > Math.max(FEW, FAR_FROM_WHOLE * meetings.length);
}

/**
 * Large neighbourhood search: alternately the visits of some people and the observers of some consecutive meetings are
 * decided anew as well as possible, with all else fixed. It proves nothing and stops when it gains little.
 * @param least a lower bound on the cost of any plan.
 */
export function improveNearby(search: WholeSearch, start: Choice, least: number): Choice {
  const { highs, model, relaxation, costOf, deadline } = search;
  const neighbourhoods = [peopleIn(model), followingIn(model)];
  const sizes = neighbourhoods.map(({ size }) => size);
  // Parts of a month whose loads are counted in points are slow to solve, and its first plans are far from fair.
  let best = model.points === null ? start : improveByExchange(search, start);
  let cost = costOf(best);
  for (let turn = 0, failed = 0; failed < PATIENCE && cost > least && deadline.reason() === null; turn += 1) {
    const kind = turn % neighbourhoods.length;
    const [{ draw, most }, size] = [neighbourhoods[kind], sizes[kind]] as [Neighbourhood, number];
    const { choice, nodes } = solveWhole(highs, {
      program: freedProgram(search, best, draw(Math.round(size))),
      pairCount: relaxation.pairCount,
      start: best,
      nodeLimit: NODES,
      deadline,
    });
    if (nodes <= 1) sizes[kind] = Math.min(most, size * GROWS);
    else if (nodes >= NODES) sizes[kind] = Math.max(2, size * SHRINKS);
    failed += 1;
    if (choice === null) continue;
    if (!isFeasible(model, choice)) {
      relaxation.cutOffChoice(choice);
      continue;
    }
    const gain = cost - costOf(choice);
    if (gain <= 0) continue;
    if (gain >= LITTLE * (cost - least)) failed = 0;
    [best, cost] = [choice, cost - gain];
  }
  return best;
}

function freedProgram({ relaxation }: WholeSearch, known: Choice, isFreed: IsFreed): WholeProgram {
  const pairs: number[] = [];
  known.forEach((chosen, pair) => (chosen === 1 ? pairs.push(pair) : 0));
  for (const pair of relaxation.included) if (isFreed(pair)) pairs.push(pair);
  const { data, columns } = relaxation.wholeProgram(pairs);
  const lower = data.colLower.slice();
  for (const { pair, column } of columns) if (known[pair] === 1 && !isFreed(pair)) lower[column] = 1;
  return { data: { ...data, colLower: lower }, columns };
}

function peopleIn({ specialists, pairs }: MonthModel): Neighbourhood {
  const random = drawn();
  return {
    size: 10,
    most: 26,
    draw(size) {
      const order = specialists.map((_, s) => ({ s, by: random() })).sort((a, b) => a.by - b.by || a.s - b.s);
      const freed = new Set(order.slice(0, size).map(({ s }) => s));
      return (pair) => freed.has(pairs.specialist[pair] ?? -1);
    },
  };
}

function followingIn({ meetings, pairs }: MonthModel): Neighbourhood {
  const random = drawn();
  const byStart = [...meetings.keys()].sort((a, b) => (meetings[a]?.start ?? 0) - (meetings[b]?.start ?? 0) || a - b);
  return {
    size: 40,
    most: 90,
    draw(size) {
      const from = Math.floor(random() * (meetings.length + size)) - size;
      const freed = new Set(byStart.slice(Math.max(0, from), Math.max(0, from + size)));
      return (pair) => freed.has(pairs.meeting[pair] ?? -1);
    },
  };
}

/** Pseudo-random numbers between 0 and 1, the same in each run (Park and Miller's generator). */
function drawn(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
