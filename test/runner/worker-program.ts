// Before any controller is loaded, because decorators add their descriptions only then.
import '../support/describe-api.ts';
import fc from 'fast-check';
import { SEED } from '../support/seed.ts';
import { cpuTime, cpuTimeSince } from './cpu-time.ts';
import type { SpecAnswer, SpecTask } from './messages.ts';
import { runSpec } from './run-spec.ts';

/** How long a process may take to end by itself after everything is closed, before it prints what keeps it alive. */
const GRACE_MS = 30_000;

fc.configureGlobal({ seed: SEED });

/** The program behind `SpecWorker`. */
process.on('message', (message: SpecTask | 'end') => {
  if (message === 'end') end();
  else void answer(message);
});
// The parent process is gone, so nobody waits for an answer.
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
  // The parent may have ended meanwhile; the disconnection that follows ends this process.
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
