import { setTimeout as pause } from 'node:timers/promises';

/** No test lasts this long: a loop that still runs then was left behind by a test. */
const LEFT_BEHIND_MS = 600_000;

/** Polls until the condition holds. Only the test's own limit applies, because a busy machine merely delays. */
export async function until(holds: () => Promise<unknown> | unknown, everyMs = 20): Promise<void> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > LEFT_BEHIND_MS) throw new Error(`it never came true: ${holds.toString()}`);
    await pause(everyMs);
  }
}
