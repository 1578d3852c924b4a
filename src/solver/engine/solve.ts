import { inputHash } from '../model/canonical.ts';
import { buildModel } from '../model/month-model.ts';
import type { OnProgress, Plan, SolveOptions } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { unmetMeetings } from '../explain/unmet.ts';
import { highs as loadEngine } from './highs-program.ts';
import { infeasibleCore } from './infeasible-core.ts';
import { assignmentsOf, loadsOf } from './plan-parts.ts';
import { buildProgram } from './program.ts';
import { search } from './search.ts';
import { Deadline, type StopSignal } from './stop.ts';

export const ENGINE = 'giaoban-planner 1';
const DEFAULT_TIME_LIMIT_MS = 120_000;

/**
 * The best plan of a month, tier by tier, with its proof.
 * @throws DomainError `input.invalid` with JSON pointers for a problem that contradicts itself in form.
 */
export async function solve(
  problem: PlanProblem,
  options: SolveOptions = {},
  onProgress: OnProgress = () => undefined,
  signal?: StopSignal,
): Promise<Plan> {
  const checked = readProblem(problem);
  const deadline = new Deadline(options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS, signal);
  const seed = options.seed ?? 0;
  const elsewhere = { tier: null, tierIndex: 0, tierCount: checked.policy.tiers.length, incumbent: null, bound: null };
  onProgress({ phase: 'model', ...elsewhere, elapsedMs: deadline.elapsedMs() });
  const highs = await loadEngine();
  const model = buildModel(checked);
  const program = buildProgram(model);
  const found =
    model.impossiblePins.length > 0
      ? ({ end: 'infeasible', stoppedBy: 'proof', choice: null, tiers: [], linearPrograms: 0, nodes: 0 } as const)
      : search(highs, { program, seed, nodeLimit: options.nodeLimit ?? null, deadline, onProgress });
  const { choice } = found;
  const proven = found.tiers.every((tier) => tier.bound === tier.objective);
  const open = found.tiers.find((tier) => tier.bound !== tier.objective);
  if (found.end === 'infeasible') onProgress({ phase: 'conflict', ...elsewhere, elapsedMs: deadline.elapsedMs() });
  const conflict = found.end === 'infeasible' ? infeasibleCore(highs, checked, deadline) : [];
  return {
    version: 1,
    engine: ENGINE,
    seed,
    inputHash: inputHash(checked),
    status: found.end === 'plan' ? (proven ? 'optimal' : 'feasible') : found.end,
    stoppedBy: found.stoppedBy,
    proof:
      choice === null
        ? null
        : {
            kind: 'search',
            tier: open?.tier ?? null,
            gap: open === undefined || open.bound === null ? null : open.objective - open.bound,
          },
    tiers: found.tiers.map(({ tier, objective, bound }) => ({
      tier,
      objective,
      bound,
      verifiedBound: null,
      gap: bound === null ? null : objective - bound,
    })),
    assignments: choice === null ? [] : assignmentsOf(model, choice),
    unmet: choice === null ? [] : unmetMeetings(model, choice),
    loads: choice === null ? [] : loadsOf(model, choice),
    conflict: conflict ?? [],
    certificate: null,
    effort: {
      elapsedMs: deadline.elapsedMs(),
      pairs: model.pairs.length,
      linearPrograms: found.linearPrograms,
      searchNodes: found.nodes,
      certificateLeaves: 0,
    },
  };
}
