import { generateHistory } from '../../../test/generate/history.ts';
import { solve } from '../engine/solve.ts';
import { DEFAULT_POLICY, type PlanPolicy } from '../problem.ts';
import { backtest } from './backtest.ts';
import type { ReplayPlanner } from './history.ts';
import { replayTable } from './replay-table.ts';

const history = generateHistory({ seed: 4, specialists: 8, meetings: 30, departments: 3 }, 5);
const policy = (change: Partial<PlanPolicy>): PlanPolicy => ({ ...DEFAULT_POLICY, ...change });

describe('a replay of months', () => {
  it('remembers what its own plans did, so that nobody comes back within the gap', async () => {
    const [near, far] = await backtest(history, [
      { name: 'gap of 1', policy: policy({ rotationGapMonths: 1 }) },
      { name: 'gap of 3', policy: policy({ rotationGapMonths: 3 }) },
    ]);
    expect(near?.months.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'optimal'));
    const gaps = near?.months.flatMap(({ rotationGaps }) => rotationGaps) ?? [];
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.min(...gaps)).toBeGreaterThan(1);
    expect(near?.total.leastRotationGap).toBe(Math.min(...gaps));
    expect(far?.total.leastRotationGap ?? Infinity).toBeGreaterThan(3);
  });

  it('carries balances over, so that loads even out over the months', async () => {
    const [replay] = await backtest(history, [{ name: 'as it is', policy: null }]);
    const { load } = replay?.total ?? {};
    expect(load?.mean).toBeCloseTo((replay?.total.visits ?? 0) / 8, 9);
    expect((load?.most ?? 0) - (load?.least ?? 0)).toBeLessThanOrEqual(4);
  });

  it('shows what really happened beside the policies, where it is known', async () => {
    const months = history.months.map((month) => {
      const [specialist] = month.problem.specialists;
      const [meeting] = month.problem.meetings;
      return { ...month, visits: [{ specialistId: specialist?.id ?? '', meetingId: meeting?.id ?? '' }] };
    });
    const [actual, planned] = await backtest({ months }, [{ name: 'planned', policy: null }]);
    expect(actual).toMatchObject({ name: 'actual', total: { visits: 5, leastRotationGap: 1 } });
    expect(actual?.months.every(({ status }) => status === 'actual')).toBe(true);
    expect(planned?.total.cycleKept).toBeGreaterThan(actual?.total.cycleKept ?? 1);
  });

  it('counts a real visit that a rule speaks against like any other', async () => {
    const [month] = history.months;
    if (month === undefined) throw new Error('no month');
    const [meeting] = month.problem.meetings;
    const specialists = month.problem.specialists.map((one) => ({
      ...one,
      conflictBranchIds: [...new Set([...one.conflictBranchIds, meeting?.branchId ?? ''])],
    }));
    const visits = [{ specialistId: specialists[0]?.id ?? '', meetingId: meeting?.id ?? '' }];
    const of = async (made: typeof visits) =>
      (await backtest({ months: [{ ...month, problem: { ...month.problem, specialists }, visits: made }] }, []))[0];
    const [made, none] = [await of(visits), await of([])];
    expect(made?.total.visits).toBe(1);
    expect(made?.total.lostCoverage).toBeLessThan(none?.total.lostCoverage ?? 0);
  });

  it('comes as a table', async () => {
    const replays = await backtest({ months: history.months.slice(0, 2) }, [
      { name: 'first', policy: null },
      { name: 'second', policy: policy({ rotationGapMonths: 4 }) },
    ]);
    expect(replayTable(replays).split('\n')).toHaveLength(1 + 2 * 2 + 2);
  });

  it('lets a policy plan its months itself, from what its own replay remembers', async () => {
    const seen: (number | null)[] = [];
    const planner: ReplayPlanner = async (recalled) => {
      seen.push(...recalled.branches.map(({ monthsSinceVisit }) => monthsSinceVisit));
      const problem = { ...recalled, policy: policy({ rotationGapMonths: 1 }) };
      return { problem, plan: await solve(problem) };
    };
    const months = history.months.slice(0, 3);
    const [own] = await backtest({ months }, [{ name: 'own', policy: null, planner }], { cycleMonths: 1 });
    const [usual] = await backtest({ months }, [{ name: 'usual', policy: policy({ rotationGapMonths: 1 }) }], {
      cycleMonths: 1,
    });
    expect(own?.total).toEqual(usual?.total);
    expect(seen).toContain(1);
  });

  it('gives back the months that are done when it is stopped', async () => {
    const signal = { aborted: false };
    const onMonth = ({ month }: { readonly month: number }): void => {
      signal.aborted = month === 1;
    };
    const replays = await backtest(history, [{ name: 'cut short', policy: null }], { onMonth, signal });
    expect(replays[0]?.months.length).toBe(2);
    expect(await backtest({ months: [] }, [{ name: 'nothing', policy: null }])).toMatchObject([
      { months: [], total: { visits: 0 } },
    ]);
  });
});
