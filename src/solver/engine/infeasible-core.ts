import type { Highs } from 'highs';
import { buildModel } from '../model/month-model.ts';
import type { Fact } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { demandedPart, hardFacts, withoutFacts } from '../model/facts.ts';
import { hasPlan } from './has-plan.ts';
import type { Deadline } from './stop.ts';

/**
 * A minimal set of facts that cannot all be kept: the rest of them could be, once any one of these is dropped. Found by
 * QuickXplain, which tries halves before single facts. Null where the time was too short to be sure.
 */
export function infeasibleCore(highs: Highs, problem: PlanProblem, deadline: Deadline): Fact[] | null {
  const run = { stopped: false };
  const facts = hardFacts(problem);
  const feasible = (kept: readonly Fact[]): boolean => {
    if (run.stopped) return true;
    const keep = new Set(kept);
    const dropped = facts.filter((fact) => !keep.has(fact));
    const model = buildModel(demandedPart(withoutFacts(problem, dropped)));
    if (model.impossiblePins.length > 0) return false;
    const found = hasPlan(highs, model, deadline);
    if (found === null) run.stopped = true;
    return found !== false;
  };
  const core = quickXplain(facts, feasible);
  return run.stopped ? null : core;
}

/** @param feasible must not hold for all facts together, and must hold for none of them. */
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
