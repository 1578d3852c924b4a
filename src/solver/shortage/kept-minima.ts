import type { Highs } from 'highs';
import { hasPlan } from '../engine/has-plan.ts';
import { solve } from '../engine/solve.ts';
import type { Deadline } from '../engine/stop.ts';
import { bindingAcceptances } from '../model/binding-acceptances.ts';
import { buildModel } from '../model/month-model.ts';
import { type PlanProblem, TIERS } from '../problem.ts';
import { readProblem } from '../read-problem.ts';

/** A minimum of visits that cannot be kept beside the others: how many were demanded, and how many are possible. */
export interface LoweredMinimum {
  readonly kind: 'specialist' | 'department';
  readonly id: string;
  readonly wanted: number;
  readonly kept: number;
}

export interface KeptMinima {
  readonly problem: PlanProblem;
  readonly lowered: readonly LoweredMinimum[];
}

/**
 * The same month with as much of its minima as can be kept together, shared fairly: first the minima of people, with
 * the least sum of squared shortfalls, then those of departments, raised together from the lowest. Lowered minima are
 * listed. Where there is no plan even without any minimum, all minima are left out; null where the time was too short
 * to decide.
 */
export async function withKeptMinima(
  highs: Highs,
  problem: PlanProblem,
  deadline: Deadline,
): Promise<KeptMinima | null> {
  const people = problem.specialists.map(({ id, minVisits }) => demand('specialist', id, minVisits));
  const departments = problem.departments.map(({ id, minVisits }) => demand('department', id, minVisits ?? 0));
  const demands = [...people, ...departments].filter(({ wanted }) => wanted > 0);
  const check = new Check(highs, problem, deadline);
  const whole = demands.map((one) => ({ ...one, kept: one.wanted }));
  // Where not even the month without minima has a plan, no minimum is the cause.
  if (!check.isPossible([])) return check.result([]);
  if (check.isPossible(whole)) return check.result(whole);
  const shared = await fairlyShared(problem, deadline);
  if (shared === null) return null;
  const kept = people
    .filter(({ wanted }) => wanted > 0)
    .map((one) => ({ ...one, kept: Math.min(one.wanted, shared.get(one.id) ?? 0) }));
  if (hasTeams(problem)) check.raise(kept);
  const quotas = departments.filter(({ wanted }) => wanted > 0);
  check.level(kept, quotas);
  return check.result([...kept, ...quotas]);
}

interface Minimum extends LoweredMinimum {
  kept: number;
}

function demand(kind: LoweredMinimum['kind'], id: string, wanted: number): Minimum {
  return { kind, id, wanted, kept: 0 };
}

/**
 * The visits that people with a minimum can make when nothing else counts. Each minimum becomes a target that nobody
 * exceeds, so that even loads are fair shares. Null where the time ran out before there was a plan.
 */
async function fairlyShared(problem: PlanProblem, deadline: Deadline): Promise<ReadonlyMap<string, number> | null> {
  const demanded = new Map<string, number>();
  for (const { specialistId } of [
    ...problem.pins.filter(({ kind }) => kind === 'must'),
    ...bindingAcceptances(problem),
  ]) {
    demanded.set(specialistId, (demanded.get(specialistId) ?? 0) + 1);
  }
  const { policy, published } = problem;
  const asShares: PlanProblem = {
    ...problem,
    departments: problem.departments.map((one) => ({ ...one, minVisits: null })),
    specialists: problem.specialists.map((one) => {
      const most = Math.min(one.maxVisits, Math.max(one.minVisits, demanded.get(one.id) ?? 0));
      return { ...one, minVisits: 0, maxVisits: most, target: 100 * one.minVisits, balance: 0 };
    }),
    meetings: problem.meetings.map((one) => ({ ...one, value: 0, valueIfNone: 0, valueOfExtra: 0 })),
    pairs: problem.pairs?.map((pair) => ({ ...pair, costs: {} })) ?? null,
    published: published && {
      ...published,
      assignments: published.assignments.map((one) => ({ ...one, price: 0 })),
      priceOfNew: 0,
    },
    policy: {
      ...policy,
      tiers: ['fairness', ...TIERS.filter((tier) => tier !== 'fairness')],
      weights: { expertise: 0, rotation: 0, travel: 0, familiarity: 0, preference: 0 },
    },
  };
  const plan = await solve(readProblem(asShares), { timeLimitMs: deadline.remainingSeconds() * 1000 });
  if (plan.status === 'unknown' || plan.status === 'infeasible') return null;
  return new Map(plan.loads.map(({ specialistId, visits }) => [specialistId, visits]));
}

/** A team rule may require others to come along, which the shares of single people do not account for. */
function hasTeams({ meetings }: PlanProblem): boolean {
  return meetings.some(({ team }) => team.lead);
}

/** Decides whether some minima can be kept together; gives no further answers once the time is out. */
class Check {
  private isSure = true;

  constructor(
    private readonly highs: Highs,
    private readonly problem: PlanProblem,
    private readonly deadline: Deadline,
  ) {}

  isPossible(minima: readonly LoweredMinimum[]): boolean {
    if (!this.isSure) return false;
    const found = hasPlan(this.highs, buildModel(withMinima(this.problem, minima)), this.deadline);
    this.isSure = found !== null;
    return found === true;
  }

  /** Raises each minimum, one after another, by one as long as that is possible. */
  raise(minima: readonly Minimum[]): void {
    for (const one of minima) {
      while (one.kept < one.wanted && this.isPossible(minima.map((at) => (at === one ? more(at) : at)))) one.kept += 1;
    }
  }

  /** Raises all minima to the highest common level, then each one as high as the others allow. */
  level(fixed: readonly LoweredMinimum[], minima: readonly Minimum[]): void {
    const at = (level: number): LoweredMinimum[] =>
      minima.map((one) => ({ ...one, kept: Math.max(one.kept, Math.min(one.wanted, level)) }));
    const most = minima.reduce((highest, { wanted }) => Math.max(highest, wanted), 0);
    const together = this.highest(most, (level) => [...fixed, ...at(level)]);
    for (const one of minima) one.kept = Math.min(one.wanted, together);
    for (const one of minima) {
      if (one.kept === one.wanted) continue;
      one.kept = this.highest(
        one.wanted,
        (level) => [
          ...fixed,
          ...minima.map((other) => (other === one ? { ...one, kept: Math.max(one.kept, level) } : other)),
        ],
        one.kept,
      );
    }
  }

  result(minima: readonly LoweredMinimum[]): KeptMinima | null {
    if (!this.isSure) return null;
    return { problem: withMinima(this.problem, minima), lowered: minima.filter((one) => one.kept < one.wanted) };
  }

  /** The highest level that is possible; `from` must be possible. */
  private highest(to: number, minimaAt: (level: number) => readonly LoweredMinimum[], from = 0): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.isPossible(minimaAt(middle))) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function more(one: LoweredMinimum): LoweredMinimum {
  return { ...one, kept: one.kept + 1 };
}

function withMinima(problem: PlanProblem, minima: readonly LoweredMinimum[]): PlanProblem {
  const of = (kind: LoweredMinimum['kind']): Map<string, number> =>
    new Map(minima.flatMap((one) => (one.kind === kind ? [[one.id, one.kept] as const] : [])));
  const [specialists, departments] = [of('specialist'), of('department')];
  return {
    ...problem,
    specialists: problem.specialists.map((one) => ({ ...one, minVisits: specialists.get(one.id) ?? 0 })),
    departments: problem.departments.map((one) => ({ ...one, minVisits: departments.get(one.id) ?? null })),
  };
}
