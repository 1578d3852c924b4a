import type { Highs } from 'highs';
import { type Choice, isFeasible, objectiveOf } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { OnProgress, StoppedBy } from '../plan.ts';
import type { Tier } from '../problem.ts';
import type { Program, Row, TierObjective } from './program.ts';
import { searchTier, type TierSearch } from './search-tier.ts';
import type { Deadline } from './stop.ts';
import { tieBreaks } from './tie-break.ts';

export interface SearchedTier {
  readonly tier: Tier;
  readonly objective: number;
  /** null where the run was stopped before. */
  readonly bound: number | null;
}

export interface SearchResult {
  readonly end: 'plan' | 'infeasible' | 'unknown';
  readonly stoppedBy: StoppedBy;
  readonly choice: Choice | null;
  readonly tiers: readonly SearchedTier[];
  readonly linearPrograms: number;
  readonly nodes: number;
}

export interface SearchTask {
  readonly program: Program;
  readonly seed: number;
  readonly nodeLimit: number | null;
  readonly deadline: Deadline;
  readonly onProgress: OnProgress;
}

/** Float error that a bound of the search may carry. */
const SLACK = 1e-4;
const TIE_BREAK_TOTAL = 0.5;

/** Tier after tier, each held at its best by a row while the next is solved. */
export function search(highs: Highs, task: SearchTask): SearchResult {
  const { program, deadline } = task;
  const { model, tiers } = program;
  const results: SearchedTier[] = [];
  const extra: Row[] = [];
  const lastToDecide = tiers.reduce((last, tier, position) => (tier.flat ? last : position), -1);
  let choice: Choice | null = null;
  let stoppedBy: StoppedBy = 'proof';
  let linearPrograms = 0;
  let nodes = 0;

  // A month without anything to decide still has to be feasible.
  const steps = lastToDecide < 0 ? tiers.map((tier, i) => (i === 0 ? { ...tier, flat: false } : tier)) : tiers;
  for (const [position, tier] of steps.entries()) {
    if (stoppedBy !== 'proof') break;
    if (tier.flat) {
      results.push({ tier: tier.tier, objective: tier.constant, bound: tier.constant });
      continue;
    }
    const breaksTies = position === lastToDecide;
    const report = (incumbent: number | null, bound: number | null): void =>
      task.onProgress({
        phase: 'search',
        tier: tier.tier,
        tierIndex: position,
        tierCount: tiers.length,
        incumbent,
        bound,
        elapsedMs: deadline.elapsedMs(),
      });
    report(choice === null ? null : objectiveOf(model, choice, tier.tier), null);
    const found: TierSearch = searchTier(highs, {
      program,
      costs: breaksTies ? withTieBreaks(tier, model, task.seed) : tier.costs,
      extra,
      start: choice,
      nodeLimit: task.nodeLimit,
      deadline,
      onProgress: (incumbent, bound) =>
        report(
          incumbent === null ? null : Math.floor(incumbent + tier.constant + SLACK),
          bound === null ? null : wholeBound(bound, breaksTies) + tier.constant,
        ),
    });
    linearPrograms += 1;
    nodes += found.nodes;
    if (found.end === 'infeasible' && choice === null) {
      return { end: 'infeasible', stoppedBy, choice: null, tiers: [], linearPrograms, nodes };
    }
    choice = betterOf(model, tier.tier, choice, found.choice, tiers.slice(0, position));
    if (found.end === 'infeasible' || found.end === 'optimal') stoppedBy = 'proof';
    else stoppedBy = found.end;
    if (choice === null) {
      return { end: 'unknown', stoppedBy: refusal(stoppedBy), choice, tiers: [], linearPrograms, nodes };
    }
    const objective = objectiveOf(model, choice, tier.tier);
    const bound = Number.isFinite(found.bound)
      ? Math.min(objective, wholeBound(found.bound, breaksTies) + tier.constant)
      : null;
    results.push({ tier: tier.tier, objective, bound });
    report(objective, bound);
    if (stoppedBy === 'proof' && bound !== objective) stoppedBy = 'work_limit';
    extra.push(heldRow(tier, position, objective));
  }
  if (choice === null)
    return { end: 'unknown', stoppedBy: refusal(stoppedBy), choice, tiers: [], linearPrograms, nodes };
  for (const { tier } of tiers.slice(results.length)) {
    results.push({ tier, objective: objectiveOf(model, choice, tier), bound: null });
  }
  return { end: 'plan', stoppedBy, choice, tiers: results, linearPrograms, nodes };
}

/** A search that ends by itself without a plan has met its limits in numbers. */
function refusal(stoppedBy: StoppedBy): StoppedBy {
  return stoppedBy === 'proof' ? 'work_limit' : stoppedBy;
}

/** The row that keeps a tier at what it reached. */
export function heldRow(tier: TierObjective, position: number, objective: number): Row {
  const columns = [...tier.costs.keys()].filter((column) => tier.costs[column] !== 0);
  return {
    name: { row: 'tier', position },
    lower: -Infinity,
    upper: objective - tier.constant,
    columns,
    values: columns.map((column) => tier.costs[column] ?? 0),
  };
}

/** Floats only propose: a candidate counts when it is feasible and no worse in whole numbers. */
function betterOf(
  model: MonthModel,
  tier: Tier,
  known: Choice | null,
  found: Choice | null,
  earlier: readonly TierObjective[],
): Choice | null {
  if (found === null || !isFeasible(model, found)) return known;
  if (known === null) return found;
  const holds = earlier.every((held) => objectiveOf(model, found, held.tier) <= objectiveOf(model, known, held.tier));
  return holds && objectiveOf(model, found, tier) <= objectiveOf(model, known, tier) ? found : known;
}

function withTieBreaks(tier: TierObjective, model: MonthModel, seed: number): Float64Array {
  const costs = tier.costs.slice();
  tieBreaks(model, seed).forEach((share, pair) => (costs[pair] = (costs[pair] ?? 0) + share));
  return costs;
}

/** The whole number below which no plan can be, from a bound in floats. */
function wholeBound(bound: number, breaksTies: boolean): number {
  return Math.ceil(bound - (breaksTies ? TIE_BREAK_TOTAL : 0) - SLACK);
}
