import type { Highs } from 'highs';
import { type Certificate, NO_PRICES, type TierCertificate } from '../certificate/certificate.ts';
import { type ProofTask, proveAtOnce, proveTier, type TierProof } from '../certificate/prove-tier.ts';
import { usedCliques } from '../certificate/used-cliques.ts';
import { type Choice, isFeasible, objectiveOf } from '../model/evaluate.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { OnProgress, Progress, StoppedBy } from '../plan.ts';
import type { Tier } from '../problem.ts';
import { type Box, rootBox } from '../relaxation/box.ts';
import { CliquePool } from '../relaxation/clique-pool.ts';
import type { HeldTier } from '../relaxation/lagrangian.ts';
import { type Layout, layoutOf } from '../relaxation/layout.ts';
import { type DualPrices, zeroPrices } from '../relaxation/prices.ts';
import { type Optimum, Relaxation } from '../relaxation/relaxation.ts';
import type { Objective } from '../relaxation/restricted-program.ts';
import { weightOf } from '../relaxation/weights.ts';
import { bestWholePlan, wholeBound, wholePlan, type WholeSearch } from './best-whole-plan.ts';
import { foldedWeights } from './folded-weights.ts';
import { type FlowStart, flowStart, plainStart } from './flow-start.ts';
import { improveNearby, isFarFromWhole } from './improve-nearby.ts';
import type { Deadline } from './stop.ts';
import { tieBreaks } from './tie-break.ts';
import { isFlat, tierConstant } from './tier-constants.ts';
import { uniformPrices } from './uniform-prices.ts';

export interface SearchedTier {
  readonly tier: Tier;
  readonly objective: number;
  /** The bound found by the search; null where the run stopped before there was one. */
  readonly bound: number | null;
  /** The bound that the certificate proves. */
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
  readonly model: MonthModel;
  readonly seed: number;
  readonly nodeLimit: number | null;
  readonly leafLimit: number;
  readonly deadline: Deadline;
  readonly onProgress: OnProgress;
  /** Start without a flow, which takes longer than it saves in a month this small. */
  readonly isPlain?: boolean;
}

/** Node limit for the first plan; what it misses is improved tier by tier. */
const START_NODES = 20;
/** Share of the time for the first plan, which proves nothing. */
const START_SHARE = 0.2;

/** The best plan, tier by tier; each tier's optimum is held by a row while the next one is solved. */
export function search(highs: Highs, task: SearchTask): SearchResult {
  const began = begin(task);
  const reason = task.deadline.reason();
  if (reason !== null) return endedAtOnce(task.model, began.start.choice, reason);
  const run = new Search(highs, task, began);
  try {
    return run.run();
  } finally {
    run.dispose();
  }
}

/** What a search starts from. */
interface Beginning {
  readonly layout: Layout;
  readonly pool: CliquePool;
  readonly folded: Objective;
  readonly start: FlowStart;
}

function begin({ model, seed, isPlain, deadline }: SearchTask): Beginning {
  const [layout, pool] = [layoutOf(model), new CliquePool(model)];
  const folded = { weights: foldedWeights(model), tieBreaks: tieBreaks(model, seed) };
  const isLate = isPlain === true || deadline.reason() !== null;
  return { layout, pool, folded, start: isLate ? plainStart(model) : flowStart(model, layout, pool, folded.weights) };
}

/** The first plan as the result, with nothing proven. */
function endedAtOnce(model: MonthModel, choice: Choice | null, stoppedBy: StoppedBy): SearchResult {
  const tiers = choice === null ? [] : model.problem.policy.tiers.map((tier) => unproven(model, choice, tier));
  const certificate: Certificate = { version: 1, cliques: [], tiers: [] };
  const end = choice === null ? 'unknown' : 'plan';
  return { end, stoppedBy, choice, tiers, certificate, linearPrograms: 0, nodes: 0, leaves: 0 };
}

function unproven(model: MonthModel, choice: Choice, tier: Tier): SearchedTier {
  return { tier, objective: objectiveOf(model, choice, tier), bound: null, verifiedBound: null };
}

class Search {
  private readonly results: SearchedTier[] = [];
  private readonly proofs: TierCertificate[] = [];
  private readonly held: HeldTier[] = [];
  private readonly layout: Layout;
  private readonly root: Box;
  private readonly pool: CliquePool;
  private readonly relaxation: Relaxation;
  private readonly ties: Float64Array | null;
  private readonly folded: Objective;
  private choice: Choice | null;
  private stoppedBy: StoppedBy = 'proof';
  private nodes = 0;
  private leaves = 0;

  constructor(
    private readonly highs: Highs,
    private readonly task: SearchTask,
    { layout, pool, folded, start }: Beginning,
  ) {
    const { model } = task;
    this.layout = layout;
    this.root = rootBox(model, layout);
    this.pool = pool;
    this.ties = folded.tieBreaks;
    this.folded = folded;
    this.choice = start.choice;
    this.relaxation = new Relaxation(highs, model, layout, pool, this.root, start.relaxation);
  }

  dispose(): void {
    this.relaxation.dispose();
  }

  run(): SearchResult {
    const { model } = this.task;
    const { tiers } = model.problem.policy;
    const deciding = tiers.filter((tier) => !isFlat(model, tier));
    // A month without any decision must still be proven feasible, so at least one tier is always solved.
    const last = deciding.at(-1) ?? tiers[0];
    this.startFolded();
    for (const [position, tier] of tiers.entries()) {
      if (isFlat(model, tier) && tier !== last) {
        this.keepFlat(tier);
        continue;
      }
      if (this.solveTier(tier, position, tier === last) === 'infeasible') return this.result('infeasible');
      if (this.choice === null) return this.result('unknown');
      if (this.stoppedBy !== 'proof') break;
    }
    if (this.choice === null) return this.result('unknown');
    for (const tier of tiers.slice(this.results.length)) {
      this.results.push(unproven(model, this.choice, tier));
    }
    return this.result('plan');
  }

  /** Solves all tiers as one weighted objective, for a plan close to the optimum of each. */
  private startFolded(): void {
    const { model, deadline } = this.task;
    const [tier] = model.problem.policy.tiers;
    if (tier === undefined) return;
    const objective = this.folded;
    this.relaxation.minimise(objective);
    const part = deadline.share(START_SHARE);
    const relaxed = this.relaxation.solve(part, () => this.report('search', tier, 0, null));
    if (relaxed.end !== 'optimal') return;
    const cost = (choice: Choice): number => this.costOf(choice, objective);
    this.adoptPoint(relaxed, (found, known) => cost(found) < cost(known));
    if (relaxed.point.isWhole) return;
    const report = (): void => this.report('search', tier, 0, null);
    const search = this.wholeSearch(objective, cost, { deadline: part, nodeLimit: START_NODES, onBound: report });
    if (this.choice !== null && isFarFromWhole(model, relaxed.point)) {
      this.relaxation.coverAllExclusions();
      this.choice = improveNearby(search, this.choice, relaxed.value);
    }
    const found = wholePlan(search, this.relaxation.included, this.choice);
    this.nodes += found.nodes;
    this.adopt(found.choice, (one, known) => cost(one) < cost(known));
  }

  private keepFlat(tier: Tier): void {
    const constant = tierConstant(this.task.model, tier);
    this.results.push({ tier, objective: constant, bound: constant, verifiedBound: constant });
    this.proofs.push({ tier, bound: constant, tree: { scale: 1, prices: NO_PRICES } });
  }

  private solveTier(tier: Tier, position: number, breaksTies: boolean): 'infeasible' | 'done' {
    const { model, deadline } = this.task;
    const constant = tierConstant(model, tier);
    const columnsCost = (choice: Choice): number => objectiveOf(model, choice, tier) - constant;
    const guessed = breaksTies ? null : this.proofFromGuesses(tier);
    if (guessed !== null) {
      this.keepTier(tier, position, constant, guessed, this.known(tier) ?? 0);
      return 'done';
    }
    this.report('search', tier, position, null);
    const objective: Objective = { weights: weightOf(tier), tieBreaks: breaksTies ? this.ties : null };
    this.relaxation.minimise(objective);
    const relaxed = this.relaxation.solve(deadline, () => this.report('search', tier, position, null));
    if (relaxed.end === 'infeasible' && this.choice === null) return this.refute(tier, relaxed.prices);
    let searched = -Infinity;
    if (relaxed.end === 'optimal') {
      const least = wholeBound(relaxed.value, breaksTies);
      searched = least;
      const cost = (choice: Choice): number => (this.holds(choice) ? this.costOf(choice, objective) : Infinity);
      this.adoptPoint(relaxed, (found, known) => cost(found) < cost(known));
      if (this.choice === null || columnsCost(this.choice) > least) {
        searched = this.finish(tier, position, objective, relaxed, cost);
      }
    }
    if (searched === Infinity && this.choice === null) return this.refute(tier, null);
    if (this.stoppedBy === 'proof' && relaxed.end === 'stopped') this.stoppedBy = deadline.reason() ?? 'work_limit';
    if (this.choice === null) {
      // A search that ended by itself without a plan has met the limits of its floats.
      if (this.stoppedBy === 'proof') this.stoppedBy = 'work_limit';
      return 'done';
    }
    this.report('proof', tier, position, Number.isFinite(searched) ? searched + constant : null);
    this.relaxation.minimise(objective);
    const proposed = relaxed.end === 'infeasible' || relaxed.prices === null ? [] : [relaxed.prices];
    const proof = proveTier(this.proofTask(tier, columnsCost(this.choice), proposed));
    if (proof !== null && proof.better !== null && this.holds(proof.better)) this.choice = proof.better;
    this.keepTier(tier, position, constant, proof, searched + constant);
    return 'done';
  }

  /** No plan exists. No tier is held yet, so the refutation stands alone whichever tier it came up in. */
  private refute(tier: Tier, ray: DualPrices | null): 'infeasible' {
    const proof = proveTier(this.proofTask(tier, null, ray === null ? [] : [ray]));
    this.leaves += proof?.leaves ?? 0;
    this.proofs.length = 0;
    if (proof?.bound === Infinity) {
      this.proofs.push({ tier: this.task.model.problem.policy.tiers[0] ?? tier, bound: null, tree: proof.tree });
    }
    return 'infeasible';
  }

  /**
   * Tries prices that need no linear programme; in months with few conflicting rules they prove the first tiers.
   */
  private proofFromGuesses(tier: Tier): TierProof | null {
    const { model } = this.task;
    if (this.choice === null) return null;
    const coverage = this.held.find((held) => held.tier === 'coverage')?.position ?? null;
    const guesses = tier === 'fairness' ? uniformPrices(model, this.layout, this.choice, coverage) : [];
    return proveAtOnce(
      this.proofTask(tier, objectiveOf(model, this.choice, tier) - tierConstant(model, tier), [
        zeroPrices(model, this.layout),
        ...guesses,
      ]),
    );
  }

  /**
   * The best whole plan, where the relaxation's optimum is not whole or not the known plan, with a bound by the search.
   */
  private finish(
    tier: Tier,
    position: number,
    objective: Objective,
    relaxed: Optimum,
    cost: (choice: Choice) => number,
  ): number {
    const { deadline, nodeLimit, model } = this.task;
    const constant = tierConstant(model, tier);
    const breaksTies = objective.tieBreaks !== null;
    const onBound = (bound: number | null): void =>
      this.report('search', tier, position, bound === null ? null : wholeBound(bound, breaksTies) + constant);
    const search = this.wholeSearch(objective, cost, { deadline, nodeLimit, onBound });
    const found = bestWholePlan(search, relaxed, this.choice);
    this.nodes += found.nodes;
    if (found.cutShort !== null) this.stoppedBy = found.cutShort;
    this.adopt(found.choice, (one, known) => cost(one) < cost(known));
    return found.bound;
  }

  private wholeSearch(
    objective: Objective,
    costOf: (choice: Choice) => number,
    within: Pick<WholeSearch, 'deadline' | 'nodeLimit' | 'onBound'>,
  ): WholeSearch {
    const { highs, relaxation, task } = this;
    return { highs, model: task.model, relaxation, objective, costOf, ...within };
  }

  private proofTask(tier: Tier, target: number | null, proposed: readonly DualPrices[]): ProofTask {
    const { model, leafLimit, deadline } = this.task;
    return {
      model,
      layout: this.layout,
      relaxation: this.relaxation,
      root: this.root,
      tier,
      held: this.held,
      target,
      proposed,
      leafLimit,
      deadline,
      onProgress: () => this.report('proof', tier, this.results.length, null),
      costOf: (choice) => (this.holds(choice) ? objectiveOf(model, choice, tier) - tierConstant(model, tier) : null),
    };
  }

  /** Records the result of a tier and holds the tier at it. */
  private keepTier(tier: Tier, position: number, constant: number, proof: TierProof | null, searched: number): void {
    const { model, deadline } = this.task;
    if (this.choice === null) return;
    this.leaves += proof?.leaves ?? 0;
    const objective = objectiveOf(model, this.choice, tier);
    const verified = proof === null || !Number.isFinite(proof.bound) ? null : proof.bound + constant;
    if (proof !== null && verified !== null) this.proofs.push({ tier, bound: verified, tree: proof.tree });
    const bound = Math.min(objective, Math.max(searched, verified ?? -Infinity));
    this.results.push({
      tier,
      objective,
      bound: Number.isFinite(bound) ? bound : null,
      verifiedBound: verified === null ? null : Math.min(objective, verified),
    });
    this.report('proof', tier, position, Number.isFinite(bound) ? bound : null);
    if (this.stoppedBy === 'proof' && bound < objective) this.stoppedBy = deadline.reason() ?? 'work_limit';
    const held: HeldTier = { tier, position, reached: objective - constant };
    this.held.push(held);
    this.relaxation.hold(held);
  }

  private adoptPoint({ point }: Optimum, isBetter: IsBetter): void {
    this.adopt(this.relaxation.choiceOf(point), isBetter);
  }

  /** Takes a found plan if it keeps every rule and is better. */
  private adopt(found: Choice | null, isBetter: IsBetter): void {
    if (found === null || !isFeasible(this.task.model, found)) return;
    if (this.choice === null || isBetter(found, this.choice)) this.choice = found;
  }

  /** Whether a choice is as good in all earlier tiers as the result recorded there. */
  private holds(choice: Choice): boolean {
    return this.results.every(({ tier, objective }) => objectiveOf(this.task.model, choice, tier) <= objective);
  }

  /** What the columns of a choice cost under an objective. */
  private costOf(choice: Choice, { weights, tieBreaks: ties }: Objective): number {
    const { model } = this.task;
    let cost = 0;
    for (const tier of model.problem.policy.tiers) {
      if (weights[tier] !== 0) cost += weights[tier] * (objectiveOf(model, choice, tier) - tierConstant(model, tier));
    }
    if (ties !== null) choice.forEach((chosen, pair) => (cost += chosen === 1 ? (ties[pair] ?? 0) : 0));
    return cost;
  }

  private known(tier: Tier): number | null {
    return this.choice === null ? null : objectiveOf(this.task.model, this.choice, tier);
  }

  private report(phase: Progress['phase'], tier: Tier, position: number, bound: number | null): void {
    const { deadline, onProgress, model } = this.task;
    const tierCount = model.problem.policy.tiers.length;
    const [incumbent, elapsedMs] = [this.known(tier), deadline.elapsedMs()];
    onProgress({ phase, tier, tierIndex: position, tierCount, incumbent, bound, elapsedMs });
  }

  private result(end: SearchResult['end']): SearchResult {
    const { results, choice, stoppedBy, nodes, leaves } = this;
    const certificate = usedCliques(this.pool, this.proofs);
    const tiers = end === 'plan' ? results : [];
    const { linearPrograms } = this.relaxation;
    return { end, stoppedBy, choice, tiers, certificate, linearPrograms, nodes, leaves };
  }
}

type IsBetter = (found: Choice, known: Choice) => boolean;
