import type { Highs } from 'highs';
import { inputHash } from '../model/canonical.ts';
import { buildModel, type MonthModel } from '../model/month-model.ts';
import type { OnProgress, Plan, Proof, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { verify } from '../verify/verify.ts';
import { unmetMeetings } from '../explain/unmet.ts';
import { discardHighs, highs as loadEngine } from './highs-engine.ts';
import { infeasibleCore } from './infeasible-core.ts';
import { assignmentsOf, loadsOf } from './plan-parts.ts';
import { search, type SearchResult } from './search.ts';
import { Deadline, type StopSignal } from './stop.ts';

export const ENGINE = 'giaoban-planner 1';
export const DEFAULT_TIME_LIMIT_MS = 120_000;
const DEFAULT_LEAF_LIMIT = 2_000;
/** Writing down and checking a plan takes about this many times as long as building the model. */
const CHECK_TAKES = 1;

/** A must pin on a pair that is not eligible needs no search. */
const REFUTED_BY_PINS: SearchResult = {
  end: 'infeasible',
  stoppedBy: 'proof',
  choice: null,
  tiers: [],
  certificate: { version: 1, cliques: [], tiers: [] },
  linearPrograms: 0,
  nodes: 0,
  leaves: 0,
};

/**
 * The best plan of a month, tier by tier, with its proof.
 * @throws DomainError `input.invalid` with JSON pointers for a problem that contradicts itself.
 */
export async function solve(
  problem: PlanProblem,
  options: SolveOptions = {},
  onProgress: OnProgress = () => undefined,
  signal?: StopSignal,
): Promise<Plan> {
  const deadline = new Deadline(options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS, signal);
  const checked = readProblem(problem);
  const highs = await loadEngine();
  try {
    return solveChecked(highs, checked, options, onProgress, deadline);
  } catch (error) {
    discardHighs();
    throw error;
  }
}

function solveChecked(
  highs: Highs,
  checked: PlanProblem,
  options: SolveOptions,
  onProgress: OnProgress,
  deadline: Deadline,
): Plan {
  const seed = options.seed ?? 0;
  const elsewhere = { tier: null, tierIndex: 0, tierCount: checked.policy.tiers.length, incumbent: null, bound: null };
  onProgress({ phase: 'model', ...elsewhere, elapsedMs: deadline.elapsedMs() });
  const before = deadline.elapsedMs();
  const model = buildModel(checked);
  const modelMs = deadline.elapsedMs() - before;
  const leafLimit = options.leafLimit ?? DEFAULT_LEAF_LIMIT;
  const found =
    model.impossiblePins.length > 0
      ? REFUTED_BY_PINS
      : search(highs, {
          model,
          seed,
          nodeLimit: options.nodeLimit ?? null,
          leafLimit,
          // Keeps back the time in which the plan is written down and checked after the search.
          deadline: deadline.endingEarlier(CHECK_TAKES * modelMs),
          onProgress,
        });
  const { choice } = found;
  const proof = proofOf(found);
  if (found.end === 'infeasible') onProgress({ phase: 'conflict', ...elsewhere, elapsedMs: deadline.elapsedMs() });
  const core =
    found.end === 'infeasible'
      ? infeasibleCore({ highs, problem: checked, model, certificate: found.certificate, leafLimit, deadline })
      : null;
  const plan: Plan = {
    version: 1,
    engine: ENGINE,
    seed,
    inputHash: inputHash(checked),
    status: found.end === 'plan' ? (proof?.kind === 'none' ? 'feasible' : 'optimal') : found.end,
    stoppedBy: found.stoppedBy,
    proof,
    tiers: choice === null ? [] : found.tiers.map((tier) => ({ ...tier, gap: gapOf(tier) })),
    assignments: choice === null ? [] : assignmentsOf(model, choice),
    unmet: choice === null ? [] : unmetMeetings(model, choice),
    loads: choice === null ? [] : loadsOf(model, choice),
    conflict: core?.facts ?? [],
    ...(core?.isMinimal === false && { conflictMayBeSmaller: true as const }),
    certificate: { ...found.certificate, ...(core?.proof && { conflict: core.proof }) },
    effort: {
      elapsedMs: deadline.elapsedMs(),
      pairs: model.pairs.count,
      linearPrograms: found.linearPrograms,
      searchNodes: found.nodes,
      certificateLeaves: found.leaves,
    },
  };
  if (found.stoppedBy !== 'cancelled' || options.checkStopped === true) assertTrue(checked, plan, model);
  return plan;
}

/** The independent verifier checks the engine's result before anybody sees it: better no plan than a wrong one. */
function assertTrue(problem: PlanProblem, plan: Plan, model: MonthModel): void {
  const { ok, faults } = verify(problem, plan, () => model);
  if (!ok) throw new Error(`the engine's plan fails its own check: ${JSON.stringify(faults.slice(0, 5))}`);
}

function gapOf({ objective, bound }: { readonly objective: number; readonly bound: number | null }): number | null {
  return bound === null ? null : objective - bound;
}

/** How far the result is proven: by the certificate, by the search alone, or not at all. */
function proofOf(found: SearchResult): Proof | null {
  if (found.end === 'unknown') return null;
  if (found.end === 'infeasible') {
    const verified = found === REFUTED_BY_PINS || found.certificate.tiers[0]?.bound === null;
    return { kind: verified ? 'verified' : 'search', tier: null, gap: verified ? 0 : null };
  }
  const unproven = found.tiers.find((tier) => tier.verifiedBound !== tier.objective);
  if (unproven === undefined) return { kind: 'verified', tier: null, gap: 0 };
  const searched = found.tiers.every((tier) => tier.bound === tier.objective);
  const { tier, objective, verifiedBound } = unproven;
  return {
    kind: searched ? 'search' : 'none',
    tier,
    gap: verifiedBound === null ? null : objective - verifiedBound,
  };
}
