import { setTimeout as pause } from 'node:timers/promises';

/** No test lasts so long: whoever still looks then was left behind by one. */
const LEFT_BEHIND_MS = 600_000;

/** Looks until it holds. There is no limit but the test's own, since a busy machine only delays. */
export async function until(holds: () => Promise<unknown> | unknown, everyMs = 20): Promise<void> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > LEFT_BEHIND_MS) throw new Error(`it never came true: ${holds.toString()}`);
    await pause(everyMs);
  }
}
