import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { solveInWorker } from '../../src/solver/index.ts';
import { shapeNamed, type ShapeName } from '../generate/shapes.ts';

export interface Responsiveness {
  readonly shape: string;
  /**
   * The longest time during which the main thread was blocked while a worker solved, after the problem was handed over.
   */
  readonly longestBlockMs: number;
  /** From the request to stop to the answer. */
  readonly cancelMs: number;
}

/** Measures how free the main thread stays, and how soon a solve stops. */
export async function responsiveness(shape: ShapeName): Promise<Responsiveness> {
  const problem = shapeNamed(shape).make(1);
  const stop = new AbortController();
  const solving = solveInWorker(problem, {}, () => undefined, stop.signal).catch(() => null);
  await pause(200);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await pause(1500);
  delay.disable();
  const began = performance.now();
  stop.abort(new Error('enough'));
  await solving;
  return {
    shape,
    longestBlockMs: Math.round(delay.max / 1e6),
    cancelMs: Math.round(performance.now() - began),
  };
}
