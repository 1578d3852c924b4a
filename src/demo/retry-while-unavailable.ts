import { setTimeout as sleep } from 'node:timers/promises';
import { isDomainError } from '../kernel/domain-error.ts';

const PATIENCE_MS = 120_000;
const AGAIN_MS = 500;

/** Repeats a step from its beginning while the database is unavailable; the step skips what it has already done. */
export async function retryWhileUnavailable<T>(step: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isDomainError(error, 'database.unavailable') || performance.now() > giveUpAt) throw error;
      await sleep(AGAIN_MS);
    }
  }
}
