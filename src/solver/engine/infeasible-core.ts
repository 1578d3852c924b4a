import type { Highs } from 'highs';
import type { Certificate, ConflictProof } from '../certificate/certificate.ts';
import { conflictingPart } from '../model/conflicting-part.ts';
import { demandedPart, hardFacts, withoutFacts } from '../model/facts.ts';
import { buildModel, type MonthModel } from '../model/month-model.ts';
import type { Fact } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { hasPlan } from './has-plan.ts';
import { search } from './search.ts';
import type { Deadline } from './stop.ts';
import { suspectsOf } from './suspects.ts';

export interface CoreTask {
  readonly highs: Highs;
  readonly problem: PlanProblem;
  readonly model: MonthModel;
  /** The refutation of the month, as far as one was found. */
  readonly certificate: Certificate;
  readonly leafLimit: number;
  readonly deadline: Deadline;
}

export interface InfeasibleCore {
  /** Facts that cannot all be kept; without any one of them the others could be. */
  readonly facts: readonly Fact[];
  /**
   * The proof that these facts contradict each other by themselves; null where a pin alone shows it, or the time was
   * too short.
   */
  readonly proof: ConflictProof | null;
}

/**
 * A minimal set of facts that cannot all be kept, by QuickXplain, which tries halves before single facts. Only facts
 * that the month's refutation depends on are tried, because they make a far smaller month. Null where the time was too
 * short.
 */
export function infeasibleCore({
  highs,
  problem,
  model,
  certificate,
  leafLimit,
  deadline,
}: CoreTask): InfeasibleCore | null {
  let isStopped = false;
  const all = hardFacts(problem);
  const feasible = (within: PlanProblem, dropped: readonly Fact[]): boolean => {
    if (isStopped) return true;
    const part = buildModel(demandedPart(withoutFacts(within, dropped)));
    if (part.impossiblePins.length > 0) return false;
    const found = hasPlan(highs, part, deadline);
    if (found === null) isStopped = true;
    return found !== false;
  };
  let [facts, within] = [all, problem];
  const isSuspect = suspectsOf(model, certificate);
  if (isSuspect !== null) {
    const innocent = all.filter((fact) => !isSuspect(fact));
    const part = demandedPart(withoutFacts(problem, innocent));
    if (!feasible(part, [])) [facts, within] = [all.filter(isSuspect), part];
  }
  const core = quickXplain(facts, (kept) => {
    const keep = new Set(kept);
    return feasible(
      within,
      facts.filter((fact) => !keep.has(fact)),
    );
  });
  if (isStopped) return null;
  return { facts: core, proof: proofOf(highs, conflictingPart(problem, core), leafLimit, deadline) };
}

function proofOf(highs: Highs, part: PlanProblem, leafLimit: number, deadline: Deadline): ConflictProof | null {
  const model = buildModel(part);
  if (model.impossiblePins.length > 0) return null;
  const task = { model, seed: 0, nodeLimit: null, leafLimit, deadline, onProgress: () => undefined, isPlain: true };
  const { cliques, tiers } = search(highs, task).certificate;
  const [refutation] = tiers;
  return refutation === undefined || refutation.bound !== null ? null : { cliques, tree: refutation.tree };
}

/** @param feasible must be false for all facts together and true for the empty list. */
function quickXplain(facts: readonly Fact[], feasible: (kept: readonly Fact[]) => boolean): Fact[] {
  const explain = (background: readonly Fact[], changed: boolean, candidates: readonly Fact[]): Fact[] => {
    if (changed && !feasible(background)) return [];
    if (candidates.length <= 1) return [...candidates];
    const middle = Math.floor(candidates.length / 2);
    const [first, second] = [candidates.slice(0, middle), candidates.slice(middle)];
    const fromSecond = explain([...background, ...first], first.length > 0, second);
    const fromFirst = explain([...background, ...fromSecond], fromSecond.length > 0, first);
    return [...fromFirst, ...fromSecond];
  };
  return feasible([]) ? explain([], false, facts) : [];
}
