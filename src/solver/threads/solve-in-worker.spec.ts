import type { DomainError } from '../../kernel/domain-error.ts';
import { generateMonth } from '../../../test/generate/month.ts';
import type { Progress } from '../plan.ts';
import { solve } from '../engine/solve.ts';
import { solveInWorker } from './solve-in-worker.ts';
import type { Stopping } from './solver-worker.ts';

describe('a worker thread', () => {
  it('finds the plan that the engine finds, reports progress and leaves the event loop free', async () => {
    const problem = generateMonth({ seed: 3, specialists: 20, meetings: 60 });
    const seen: Progress[] = [];
    let [ticks, longest, last] = [0, 0, performance.now()];
    const timer = setInterval(() => {
      const now = performance.now();
      [ticks, longest, last] = [ticks + 1, Math.max(longest, now - last), now];
    }, 5);
    const began = performance.now();
    const plan = await solveInWorker(problem, { seed: 5 }, (progress) => seen.push(progress));
    const took = performance.now() - began;
    clearInterval(timer);
    const { effort: _, ...facts } = plan;
    const { effort: __, ...expected } = await solve(problem, { seed: 5 });
    expect(facts).toEqual(expected);
    expect(new Set(seen.map(({ tier }) => tier))).toContain('quality');
    expect(ticks).toBeGreaterThan(10);
    expect(longest).toBeLessThan(took / 2);
  });

  /** Stops as soon as the search begins. The benchmark measures how soon that takes effect. */
  async function stopped(stopping: (signal: AbortSignal) => Stopping): Promise<string | undefined> {
    const controller = new AbortController();
    const running = solveInWorker(
      generateMonth({ seed: 4, specialists: 150, meetings: 700 }),
      {},
      ({ phase }) => {
        if (phase === 'search') controller.abort();
      },
      controller.signal,
      stopping(controller.signal),
    );
    return running.then(
      (plan) => plan.stoppedBy,
      (error: unknown) => (error as Error).name,
    );
  }

  it('hands over its best plan at an abort', async () => {
    expect(await stopped(() => ({ graceMs: 600_000 }))).toBe('cancelled');
  });

  it('is given up at an abort when it may take no time', async () => {
    expect(await stopped(() => ({ graceMs: 0 }))).toBe('AbortError');
    expect(await stopped((signal) => ({ graceMs: 600_000, atOnce: signal }))).toBe('AbortError');
  });

  it('refuses a wrong problem with the same faults as the engine', async () => {
    const problem = generateMonth({ seed: 1, specialists: 2, meetings: 2 });
    const error = await solveInWorker({ ...problem, departments: [] }).catch((reason: unknown) => reason);
    expect((error as DomainError).faults.map(({ pointer }) => pointer)).toContain('/specialists/0/departmentId');
  });
});
