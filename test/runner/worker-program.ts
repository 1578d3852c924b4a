// Before any controller is loaded, since decorators describe themselves only then.
import '../support/describe-api.ts';
import fc from 'fast-check';
import { SEED } from '../support/seed.ts';
import { cpuTime, cpuTimeSince } from './cpu-time.ts';
import type { SpecAnswer, SpecTask } from './messages.ts';
import { runSpec } from './run-spec.ts';

/** How long a process may take to end by itself once all is closed, before it says what holds it. */
const GRACE_MS = 30_000;

fc.configureGlobal({ seed: SEED });

/** The process behind `SpecWorker`. */
process.on('message', (message: SpecTask | 'end') => {
  if (message === 'end') end();
  else void answer(message);
});
// Whoever started it is gone: nobody waits for an answer.
process.on('disconnect', () => process.exit());

async function answer(task: SpecTask): Promise<void> {
  let answered: SpecAnswer;
  const before = cpuTime();
  try {
    answered = { result: await runSpec(task), cpu: cpuTimeSince(before) };
  } catch (error) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    answered = { failure: { message, stack, type: 'Error', code: undefined } };
  }
  // Whoever asked may have gone in the meantime; the end of the connection, which comes next, ends this process.
  process.send?.(answered, undefined, undefined, () => undefined);
}

function end(): void {
  process.removeAllListeners('disconnect');
  process.disconnect();
  setTimeout(() => {
    process.stderr.write(`A worker of the tests does not end: ${process.getActiveResourcesInfo().join(', ')}\n`);
    process.exit(1);
  }, GRACE_MS).unref();
}
