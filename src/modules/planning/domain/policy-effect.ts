import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Fault } from '../../../kernel/domain-error.ts';
import { HandMonth, inputHash, type PlanProblem } from '../../../solver/index.ts';
import { buildProblem } from './build-problem.ts';
import type { MonthFacts } from './month-facts.ts';
import { isPlan, type PlanHeader } from './month-plan.ts';
import type { Duty } from './plan-decision.ts';
import { type PlanWarning, planWarnings } from './plan-warnings.ts';
import type { PlanningPolicy } from './planning-policy.ts';

/** What a policy would do to a draft as it stands, before anything is planned anew. */
export interface PolicyEffect {
  /** Whether the draft answers today's facts by each policy. */
  readonly isOutdated: Change<boolean>;
  /** Rules that the draft would break and does not break now. */
  readonly broken: readonly Fault[];
  /** The number of rules that it breaks now and would not break. */
  readonly mended: number;
  /** What would have to be looked at, and needs not be now. */
  readonly warnings: readonly PlanWarning[];
  readonly warningsGone: number;
  /** Meetings that would become due, or be due no more. */
  readonly dueAdded: readonly string[];
  readonly dueGone: readonly string[];
  readonly needsApproval: Change<boolean>;
}

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

interface Draft {
  readonly header: Pick<PlanHeader, 'inputHash' | 'refilled' | 'status'>;
  readonly duties: readonly Duty[];
  /** Assignments that went with meetings or people since. */
  readonly lost: number;
}

/** The draft by today's facts, under the policy in force and under another one. */
export function policyEffect(
  facts: MonthFacts,
  { header, duties, lost }: Draft,
  policies: Change<PlanningPolicy>,
): PolicyEffect {
  const by = (policy: PlanningPolicy) => {
    const problem = buildProblem(facts, policy, header.refilled);
    return {
      isOutdated: !isPlan(header) || inputHash(problem) !== header.inputHash || lost > 0,
      faults: new HandMonth(problem).faultsOf(duties),
      warnings: planWarnings(problem, duties, policy.warnings),
      due: dueOf(problem),
    };
  };
  const [now, then] = [by(policies.before), by(policies.after)];
  return {
    isOutdated: { before: now.isOutdated, after: then.isOutdated },
    broken: without(then.faults, now.faults, ruleOf),
    mended: without(now.faults, then.faults, ruleOf).length,
    warnings: without(then.warnings, now.warnings, canonicalJson),
    warningsGone: without(now.warnings, then.warnings, canonicalJson).length,
    dueAdded: [...then.due].filter((id) => !now.due.has(id)),
    dueGone: [...now.due].filter((id) => !then.due.has(id)),
    needsApproval: { before: policies.before.needsApproval, after: policies.after.needsApproval },
  };
}

/** A rule that is broken under both policies stays broken, whatever figure it has by now. */
function ruleOf({ code, params = {} }: Fault): string {
  const { limit: _, ...about } = params;
  return canonicalJson({ code, about });
}

function without<T>(list: readonly T[], others: readonly T[], keyOf: (one: T) => string): T[] {
  const known = new Set(others.map(keyOf));
  return list.filter((one) => !known.has(keyOf(one)));
}

function dueOf({ meetings }: PlanProblem): ReadonlySet<string> {
  return new Set(meetings.filter(({ minObservers }) => minObservers > 0).map(({ id }) => id));
}
