import type { Highs } from 'highs';
import { type Certificate, NO_PRICES, type TierCertificate } from '../certificate/certificate.ts';
import { proveTier, type TierProof } from '../certificate/prove-tier.ts';
import { type Choice, isFeasible, objectiveOf } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { OnProgress, Progress, StoppedBy } from '../plan.ts';
import type { Tier } from '../problem.ts';
import { greedyStart } from './greedy-start.ts';
import type { Program, Row, TierObjective } from './program.ts';
import { searchTier, type TierSearch } from './search-tier.ts';
import type { Deadline } from './stop.ts';
import { tieBreaks } from './tie-break.ts';

export interface SearchedTier {
  readonly tier: Tier;
  readonly objective: number;
  /** As the search says; null where the run was stopped before. */
  readonly bound: number | null;
  /** As the certificate proves. */
  readonly verifiedBound: number | null;
}

export interface SearchResult {
  readonly end: 'plan' | 'infeasible' | 'unknown';
  readonly stoppedBy: StoppedBy;
  readonly choice: Choice | null;
  readonly tiers: readonly SearchedTier[];
  readonly certificate: Certificate;
  readonly linearPrograms: number;
  readonly nodes: number;
  readonly leaves: number;
}

export interface SearchTask {
  readonly program: Program;
  readonly seed: number;
  readonly nodeLimit: number | null;
  readonly leafLimit: number;
  readonly deadline: Deadline;
  readonly onProgress: OnProgress;
}

/** Float error that a bound of the search may carry. */
const SLACK = 1e-4;
const TIE_BREAK_TOTAL = 0.5;

/** Tier after tier, each held at its best by a row while the next is solved. */
export function search(highs: Highs, task: SearchTask): SearchResult {
  return new Search(highs, task).run();
}

class Search {
  private readonly results: SearchedTier[] = [];
  private readonly proofs: TierCertificate[] = [];
  private readonly held: Row[] = [];
  private choice: Choice | null;
  private stoppedBy: StoppedBy = 'proof';
  private linearPrograms = 0;
  private nodes = 0;
  private leaves = 0;

  constructor(
    private readonly highs: Highs,
    private readonly task: SearchTask,
  ) {
    this.choice = greedyStart(task.program.model);
  }

  run(): SearchResult {
    const { tiers, model } = this.task.program;
    // A month without anything to decide still has to be feasible, so some tier is always solved.
    const last = Math.max(
      0,
      tiers.reduce((found, tier, position) => (tier.flat ? found : position), 0),
    );
    for (const [position, tier] of tiers.entries()) {
      if (tier.flat && (position > 0 || last > 0)) {
        this.results.push({
          tier: tier.tier,
          objective: tier.constant,
          bound: tier.constant,
          verifiedBound: tier.constant,
        });
        this.proofs.push({ tier: tier.tier, bound: tier.constant, tree: { scale: 1, prices: NO_PRICES } });
        continue;
      }
      if (this.solveTier(tier, position, position === last) === 'infeasible') return this.result('infeasible');
      if (this.choice === null) return this.result('unknown');
      if (this.stoppedBy !== 'proof') break;
    }
    if (this.choice === null) return this.result('unknown');
    for (const { tier } of tiers.slice(this.results.length)) {
      const objective = objectiveOf(model, this.choice, tier);
      this.results.push({ tier, objective, bound: null, verifiedBound: null });
    }
    return this.result('plan');
  }

  private solveTier(tier: TierObjective, position: number, breaksTies: boolean): 'infeasible' | 'done' {
    const { program, seed, nodeLimit, deadline } = this.task;
    const { model } = program;
    this.report('search', tier, position, this.known(tier), null);
    const found = searchTier(this.highs, {
      program,
      costs: breaksTies ? withTieBreaks(tier, model, seed) : tier.costs,
      extra: this.held,
      start: this.choice,
      nodeLimit,
      deadline,
      onProgress: (incumbent, bound) =>
        this.report(
          'search',
          tier,
          position,
          incumbent === null ? this.known(tier) : Math.floor(incumbent + tier.constant + SLACK),
          bound === null ? null : wholeBound(bound, breaksTies) + tier.constant,
        ),
    });
    this.linearPrograms += 1;
    this.nodes += found.nodes;
    if (found.end === 'infeasible' && this.choice === null) {
      // The refutation stands alone: nothing is held yet, so it is the same in whichever tier it came up.
      const refutation = this.prove(tier, position, null, found);
      this.proofs.length = 0;
      this.keepProof(program.tiers[0] ?? tier, refutation);
      return 'infeasible';
    }
    this.adopt(tier, position, found.choice);
    if (found.end !== 'infeasible' && found.end !== 'optimal') this.stoppedBy = found.end;
    if (this.choice === null) {
      // A search that ends by itself without a plan has met its limits in numbers.
      if (this.stoppedBy === 'proof') this.stoppedBy = 'work_limit';
      return 'done';
    }
    const proof = this.prove(tier, position, objectiveOf(model, this.choice, tier.tier) - tier.constant, found);
    this.adopt(tier, position, proof?.better ?? null);
    const verified = this.keepProof(tier, proof);
    const objective = objectiveOf(model, this.choice, tier.tier);
    const searched = Number.isFinite(found.bound) ? wholeBound(found.bound, breaksTies) + tier.constant : -Infinity;
    const bound = Math.min(objective, Math.max(searched, verified ?? -Infinity));
    this.results.push({
      tier: tier.tier,
      objective,
      bound: Number.isFinite(bound) ? bound : null,
      verifiedBound: verified === null ? null : Math.min(objective, verified),
    });
    this.report('proof', tier, position, objective, Number.isFinite(bound) ? bound : null);
    if (this.stoppedBy === 'proof' && bound < objective) this.stoppedBy = deadline.reason() ?? 'work_limit';
    this.held.push(heldRow(tier, position, objective));
    return 'done';
  }

  private prove(tier: TierObjective, position: number, target: number | null, found: TierSearch): TierProof | null {
    const { program, leafLimit, deadline } = this.task;
    this.report('proof', tier, position, this.known(tier), null);
    const proof = proveTier(this.highs, {
      program,
      costs: tier.costs,
      extra: this.held,
      target,
      duals: found.duals,
      leafLimit,
      deadline,
      onProgress: () => this.report('proof', tier, position, this.known(tier), null),
      costOf: (choice) =>
        this.holds(position, choice) ? objectiveOf(program.model, choice, tier.tier) - tier.constant : null,
    });
    this.linearPrograms += proof?.linearPrograms ?? 0;
    this.leaves += proof?.leaves ?? 0;
    return proof;
  }

  /** The whole bound that the proof gives; null where it gives none. */
  private keepProof(tier: TierObjective, proof: TierProof | null): number | null {
    if (proof === null || proof.bound === -Infinity) return null;
    const bound = proof.bound === Infinity ? null : proof.bound + tier.constant;
    this.proofs.push({ tier: tier.tier, bound, tree: proof.tree });
    return bound;
  }

  /** Floats only propose: a choice counts when it is feasible and, in whole numbers, no worse than the one we have. */
  private adopt(tier: TierObjective, position: number, found: Choice | null): void {
    const { model } = this.task.program;
    if (found === null || !isFeasible(model, found)) return;
    const known = this.choice;
    const better =
      known === null ||
      (this.holds(position, found) && objectiveOf(model, found, tier.tier) <= objectiveOf(model, known, tier.tier));
    if (better) this.choice = found;
  }

  /** Whether a choice is as good in all earlier tiers as what was reached there. */
  private holds(position: number, choice: Choice): boolean {
    return this.results
      .slice(0, position)
      .every((result) => objectiveOf(this.task.program.model, choice, result.tier) === result.objective);
  }

  private known(tier: TierObjective): number | null {
    return this.choice === null ? null : objectiveOf(this.task.program.model, this.choice, tier.tier);
  }

  private report(
    phase: Progress['phase'],
    tier: TierObjective,
    position: number,
    incumbent: number | null,
    bound: number | null,
  ): void {
    const { deadline, onProgress, program } = this.task;
    const tierCount = program.tiers.length;
    const elapsedMs = deadline.elapsedMs();
    onProgress({ phase, tier: tier.tier, tierIndex: position, tierCount, incumbent, bound, elapsedMs });
  }

  private result(end: SearchResult['end']): SearchResult {
    const { results, choice, stoppedBy, linearPrograms, nodes, leaves } = this;
    const certificate: Certificate = { version: 1, cliques: this.task.program.cliques, tiers: this.proofs };
    const tiers = end === 'plan' ? results : [];
    return { end, stoppedBy, choice, tiers, certificate, linearPrograms, nodes, leaves };
  }
}

/** The row that keeps a tier at what it reached. */
function heldRow(tier: TierObjective, position: number, objective: number): Row {
  const columns = [...tier.costs.keys()].filter((column) => tier.costs[column] !== 0);
  return {
    name: { row: 'tier', position },
    lower: -Infinity,
    upper: objective - tier.constant,
    columns,
    values: columns.map((column) => tier.costs[column] ?? 0),
  };
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
