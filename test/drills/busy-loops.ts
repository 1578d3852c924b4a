import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./busy-loop.js', import.meta.url));

/** Runs the work beside some processes that only use processor time; they end with the work in any case. */
export async function besideBusyLoops<T>(count: number, work: () => Promise<T>): Promise<T> {
  const loops = Array.from({ length: count }, () => fork(PROGRAM));
  try {
    return await work();
  } finally {
    await Promise.all(
      loops.map(async (loop) => {
        if (loop.exitCode !== null || loop.signalCode !== null) return;
        const exited = once(loop, 'exit');
        loop.kill('SIGKILL');
        await exited;
      }),
    );
  }
}
