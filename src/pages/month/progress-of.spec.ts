import type { Solve } from '../../modules/planning/index.ts';
import { progressOf } from './build-month-page.ts';

const found = (incumbent: number | null, bound: number | null) => {
  const progress = { phase: 'search', tier: null, tierIndex: 2, tierCount: 4, incumbent, bound, elapsedMs: 900 };
  const solve = { id: 's1', month: '2020-12', state: 'running', share: 0.5, progress, startedAt: new Date(0) };
  return progressOf(solve as unknown as Solve).detail;
};

describe('what is said while a plan is solved', () => {
  it.each([
    ['no plan yet', null, null, 'month.solving_phase', {}],
    ['a plan, and nothing known of the optimum', 200, null, 'month.solving_found', {}],
    ['a plan, and how far it can be from the optimum', 200, 205, 'month.solving_gap', { gap: 0.025 }],
    ['a plan that costs, with a bound below it', 200, 190, 'month.solving_gap', { gap: 0.05 }],
    ['the optimum', 0, 0, 'month.solving_gap', { gap: 0 }],
  ] as const)('%s', (_name, incumbent, bound, key, more) => {
    expect(found(incumbent, bound)).toEqual({ key, params: { tierIndex: 2, tierCount: 4, ...more } });
  });
});
