import { type PlanFigures, planFigures } from '../compare/plan-figures.ts';
import { solve } from '../engine/solve.ts';
import type { StopSignal } from '../engine/stop.ts';
import type { Plan } from '../plan.ts';
import type { PlanProblem } from '../problem.ts';
import { inParallel } from '../in-parallel.ts';
import { asItWas } from './as-it-was.ts';
import type { History, HistoryMonth, TriedPolicy } from './history.ts';
import { Memory } from './memory.ts';

export interface Replay {
  readonly name: string;
  readonly months: readonly ReplayedMonth[];
  readonly total: ReplayTotal;
}

export interface ReplayedMonth {
  readonly name: string;
  /** `actual` for what really happened; otherwise the status of the engine's plan. */
  readonly status: Plan['status'] | 'actual';
  readonly figures: PlanFigures;
  /** Branches with a visit within the cycle at the end of this month, out of all branches. */
  readonly inCycle: number;
  readonly branches: number;
  /** For each visit of this month by a person who had seen the branch before: months since then. */
  readonly rotationGaps: readonly number[];
}

export interface ReplayTotal {
  readonly visits: number;
  readonly lostCoverage: number;
  readonly metres: number;
  /** Mean share of branches with a visit within the cycle, from 0 to 1, over the months. */
  readonly cycleKept: number;
  readonly leastRotationGap: number | null;
  /** Visits per person over all months; the spread is their standard deviation. */
  readonly load: { readonly least: number; readonly most: number; readonly mean: number; readonly spread: number };
}

export type OnMonth = (progress: { readonly replay: string; readonly month: number; readonly months: number }) => void;

type Planned = Pick<Plan, 'assignments' | 'loads' | 'tiers'> & { readonly status: ReplayedMonth['status'] };

/** The cycle in months that results are measured by where the policy sets none. */
const CYCLE_MONTHS = 6;

/**
 * Replays the months of a history in order, once per policy; each replay remembers the visits of its own plans. If
 * every month lists the visits that were really made, those are the first replay. A month for which a policy yields no
 * plan counts as a month without visits and shows its status. When stopped, it returns the months done so far.
 */
export async function backtest(
  { months }: History,
  policies: readonly TriedPolicy[],
  options: BacktestOptions = {},
): Promise<Replay[]> {
  const { solver = (problem) => solve(problem, {}, undefined, options.signal), atOnce = 1 } = options;
  const plays = policies.map(({ name, policy, planner }): Play => {
    const usual: Planner = async (recalled) => {
      const problem = policy === null ? recalled : { ...recalled, policy };
      return { problem, plan: await solver(problem) };
    };
    return { name, planned: planner ?? usual };
  });
  if (months.length > 0 && months.every(({ visits }) => visits !== undefined)) {
    const planned: Planner = (problem, { visits }) =>
      Promise.resolve({ problem, plan: asItWas(problem, visits ?? []) });
    plays.unshift({ name: 'actual', planned });
  }
  return inParallel(plays, atOnce, (play) => replay(play, months, options));
}

export interface BacktestOptions {
  /** Plans one month; `solve` in this thread by default. */
  readonly solver?: (problem: PlanProblem) => Promise<Plan>;
  /** How many policies are replayed at the same time; more than 1 helps where the solver has its own threads. */
  readonly atOnce?: number;
  readonly onMonth?: OnMonth | undefined;
  readonly signal?: StopSignal | undefined;
  /** The cycle in months that all replays are measured by; that of each policy if left out. */
  readonly cycleMonths?: number;
}

type Planner = (
  recalled: PlanProblem,
  month: HistoryMonth,
) => Promise<{ readonly problem: PlanProblem; readonly plan: Planned }>;

interface Play {
  readonly name: string;
  readonly planned: Planner;
}

async function replay(
  { name, planned }: Play,
  months: readonly HistoryMonth[],
  { onMonth, signal, cycleMonths }: BacktestOptions,
): Promise<Replay> {
  const done: ReplayedMonth[] = [];
  const loads = new Map<string, number>();
  const first = months[0]?.problem;
  const memory = first === undefined ? null : new Memory(first);
  for (const [index, month] of months.entries()) {
    if (memory === null || signal?.aborted === true) break;
    onMonth?.({ replay: name, month: index, months: months.length });
    const { problem, plan } = await planned(memory.recall(month.problem), month);
    const branchOf = new Map(problem.meetings.map(({ id, branchId }) => [id, branchId]));
    const visits = plan.assignments.flatMap(({ specialistId, meetingId }) => {
      const branchId = branchOf.get(meetingId);
      return branchId === undefined ? [] : [{ specialistId, branchId }];
    });
    const rotationGaps = visits.flatMap((visit) => memory.monthsSince(visit) ?? []);
    for (const { specialistId } of visits) loads.set(specialistId, (loads.get(specialistId) ?? 0) + 1);
    memory.pass(problem, visits);
    const cycle = cycleMonths ?? problem.policy.coverage.cycleMonths ?? CYCLE_MONTHS;
    const unseen = [...memory.unseen().values()];
    done.push({
      name: month.name,
      status: plan.status,
      figures: planFigures(problem, plan),
      inCycle: unseen.filter((since) => since !== null && since <= cycle).length,
      branches: unseen.length,
      rotationGaps,
    });
  }
  for (const { problem } of months) for (const { id } of problem.specialists) loads.set(id, loads.get(id) ?? 0);
  return { name, months: done, total: totalOf(done, [...loads.values()]) };
}

function totalOf(months: readonly ReplayedMonth[], loads: readonly number[]): ReplayTotal {
  const sum = (of: (month: ReplayedMonth) => number): number => months.reduce((total, month) => total + of(month), 0);
  const gaps = months.flatMap(({ rotationGaps }) => rotationGaps);
  const mean = loads.length === 0 ? 0 : loads.reduce((total, load) => total + load, 0) / loads.length;
  const squares = loads.reduce((total, load) => total + (load - mean) ** 2, 0);
  return {
    visits: sum(({ figures }) => figures.visits),
    lostCoverage: sum(({ figures }) => figures.lostCoverage),
    metres: sum(({ figures }) => figures.metres),
    cycleKept:
      months.length === 0
        ? 0
        : sum(({ inCycle, branches }) => (branches === 0 ? 1 : inCycle / branches)) / months.length,
    leastRotationGap: gaps.length === 0 ? null : gaps.reduce((least, gap) => Math.min(least, gap), Infinity),
    load: {
      least: loads.reduce((least, load) => Math.min(least, load), loads[0] ?? 0),
      most: loads.reduce((most, load) => Math.max(most, load), 0),
      mean,
      spread: loads.length === 0 ? 0 : Math.sqrt(squares / loads.length),
    },
  };
}
