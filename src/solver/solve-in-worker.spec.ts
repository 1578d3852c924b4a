import type { DomainError } from '../kernel/domain-error.ts';
import { generateMonth } from '../../test/generate/month.ts';
import type { Progress } from './plan.ts';
import { solve } from './engine/solve.ts';
import { solveInWorker } from './solve-in-worker.ts';

describe('a worker thread', () => {
  it('finds the plan that the engine finds, reports progress and leaves the event loop free', async () => {
    const problem = generateMonth({ seed: 3, specialists: 20, meetings: 60 });
    const seen: Progress[] = [];
    let [ticks, longest, last] = [0, 0, performance.now()];
    const timer = setInterval(() => {
      const now = performance.now();
      [ticks, longest, last] = [ticks + 1, Math.max(longest, now - last), now];
    }, 5);
    const plan = await solveInWorker(problem, { seed: 5 }, (progress) => seen.push(progress));
    clearInterval(timer);
    const { effort: _, ...facts } = plan;
    const { effort: __, ...expected } = await solve(problem, { seed: 5 });
    expect(facts).toEqual(expected);
    expect(new Set(seen.map(({ tier }) => tier))).toContain('quality');
    expect(ticks).toBeGreaterThan(10);
    expect(longest).toBeLessThan(400);
  });

  it('stops within a tenth of a second of an abort', async () => {
    const controller = new AbortController();
    let asked = Infinity;
    const running = solveInWorker(
      generateMonth({ seed: 4, specialists: 150, meetings: 700 }),
      {},
      ({ phase }) => {
        if (phase !== 'search' || controller.signal.aborted) return;
        asked = performance.now();
        controller.abort();
      },
      controller.signal,
    );
    const outcome = await running.then(
      (plan) => plan.stoppedBy,
      (error: unknown) => (error as Error).name,
    );
    expect(['cancelled', 'AbortError']).toContain(outcome);
    expect(performance.now() - asked).toBeLessThan(400);
  });

  it('refuses a wrong problem with the same faults as the engine', async () => {
    const problem = generateMonth({ seed: 1, specialists: 2, meetings: 2 });
    const error = await solveInWorker({ ...problem, departments: [] }).catch((reason: unknown) => reason);
    expect((error as DomainError).faults.map(({ pointer }) => pointer)).toContain('/specialists/0/departmentId');
  });
});
