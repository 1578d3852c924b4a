import { setTimeout as sleep } from 'node:timers/promises';
import { isDomainError } from '../kernel/domain-error.ts';

const PATIENCE_MS = 120_000;
const AGAIN_MS = 500;

/** Takes a step anew, from its beginning, as long as the database is away: what was done by then it finds done. */
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
