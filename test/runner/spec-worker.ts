import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SpecAnswer, SpecTask } from './messages.ts';

const PROGRAM = fileURLToPath(new URL('./worker-program.js', import.meta.url));

/** One process that runs spec files, one after the other. */
export class SpecWorker {
  private readonly process: ChildProcess = fork(PROGRAM, {
    serialization: 'advanced',
    // Most of what a test makes is garbage at once: a larger nursery has it collected in a tenth less time.
    execArgv: ['--no-warnings', '--max-semi-space-size=64'],
    env: { ...process.env, NODE_ENV: 'test' },
  });
  private readonly exited = once(this.process, 'exit') as Promise<[code: number | null, signal: string | null]>;

  /** Whether the process ended unexpectedly. */
  get isLost(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  async run(task: SpecTask): Promise<SpecAnswer> {
    const abandoned = new AbortController();
    const answered = once(this.process, 'message', { signal: abandoned.signal }) as Promise<[SpecAnswer]>;
    const lost = this.exited.then(([code, signal]): [SpecAnswer] => {
      const message = `the worker ended with ${signal ?? code} in the middle of this file`;
      return [{ failure: { message, stack: message, type: 'Error', code: undefined } }];
    });
    this.process.send(task);
    const [answer] = await Promise.race([answered, lost]);
    if (this.isLost) {
      answered.catch(() => undefined);
      abandoned.abort();
    }
    return answer;
  }

  /** Waits for it however long that takes. */
  async end(): Promise<void> {
    if (this.process.connected) this.process.send('end');
    const [code, signal] = await this.exited;
    if (code !== 0) throw new Error(`a worker of the tests ended with ${signal ?? code}`);
  }
}
