import type { Solve } from '../../modules/planning/index.ts';
import { progressOf } from './build-month-page.ts';

const solving = (incumbent: number | null, bound: number | null, more: Partial<Solve> = {}) => {
  const at = { phase: 'search', tier: null, tierIndex: 2, tierCount: 4, incumbent, bound, elapsedMs: 12_400 };
  const progress = { ...at, hasPlan: incumbent !== null };
  const solve = { id: 's1', month: '2020-12', state: 'running', share: 0.5, progress, startedAt: new Date(0), ...more };
  return progressOf(solve as unknown as Solve);
};

describe('what is said while a plan is solved', () => {
  it.each([
    ['no plan yet', null, null, 'month.solving_phase', {}],
    ['a plan, and nothing known of the optimum', 200, null, 'month.solving_found', { incumbent: 200 }],
    [
      'a plan, and how far it can be from the optimum',
      200,
      205,
      'month.solving_gap',
      { incumbent: 200, bound: 205, gap: 0.025 },
    ],
    [
      'a plan that costs, with a bound below it',
      200,
      190,
      'month.solving_gap',
      { incumbent: 200, bound: 190, gap: 0.05 },
    ],
    ['the optimum', 0, 0, 'month.solving_gap', { incumbent: 0, bound: 0, gap: 0 }],
  ] as const)('%s', (_name, incumbent, bound, key, more) => {
    expect(solving(incumbent, bound).detail).toEqual({
      key,
      params: { tierIndex: 2, tierCount: 4, seconds: 12, ...more },
    });
  });

  it.each([
    ['nothing is known yet', solving(null, null, { progress: null }), 'month.solving', 'month.stop_without_plan'],
    ['there is no plan yet', solving(null, null), 'month.solving', 'month.stop_without_plan'],
    ['there is a plan', solving(200, null), 'month.solving', 'month.stop_with_plan'],
    ['somebody has asked to stop', solving(200, null, { isStopping: true }), 'month.solving_stops', null],
  ])('and how to stop it: %s', (_name, { label, cancel }, saying, button) => {
    expect(label.key).toBe(saying);
    expect(cancel?.label.key ?? null).toBe(button);
  });
});
