import type { History } from '../../src/solver/backtest/history.ts';
import type { PlanProblem } from '../../src/solver/problem.ts';
import { generateMonth, type MonthShape } from './month.ts';

/**
 * Months of one committee with the same people and branches and different dates and leave, for tests of back-testing.
 */
export function generateHistory(shape: MonthShape, months: number): History {
  const first = generateMonth(shape);
  const problems = Array.from({ length: months }, (_, index): PlanProblem => {
    if (index === 0) return first;
    const other = generateMonth({ ...shape, seed: shape.seed + index });
    return {
      ...first,
      meetings: first.meetings.map((meeting, m) => {
        const { start, end, kind } = other.meetings[m] ?? meeting;
        return { ...meeting, start, end, kind };
      }),
      specialists: first.specialists.map((specialist, s) => ({
        ...specialist,
        unavailable: other.specialists[s]?.unavailable ?? [],
      })),
    };
  });
  return {
    months: problems.map((problem, index) => ({ name: `month ${String(index + 1).padStart(2, '0')}`, problem })),
  };
}
