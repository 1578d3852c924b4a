import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../src/platform/project-root.ts';
import { program } from './program.ts';

export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The service in a process of its own, which can be killed. */
export class ChildService {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ending>;

  private constructor(readonly process: ChildProcess) {
    process.stdout?.on('data', (text: Buffer) => (this.stdout += text.toString()));
    process.stderr?.on('data', (text: Buffer) => (this.stderr += text.toString()));
    this.ended = once(process, 'close').then(([code]) => ({
      code: code as number | null,
      stdout: this.stdout,
      stderr: this.stderr,
    }));
  }

  /** Of the tests' environment it gets only what is needed to run at all. */
  static start(environment: Readonly<Record<string, string>>, name: 'main' | 'worker' = 'main'): ChildService {
    const child = spawn(process.execPath, [program(`programs/${name}`)], {
      cwd: projectRoot,
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ChildService(child);
  }

  /** What it has logged under this event so far. */
  events(event: string): Record<string, unknown>[] {
    return this.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === event);
  }

  /** Waits for the event as long as the process is alive. */
  async logged(event: string): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.events(event)[0];
      if (found) return found;
      if (this.process.exitCode !== null) break;
      await pause(20);
    }
    throw new Error(`no ${event}: ${this.stdout} ${this.stderr}`);
  }

  /** Where it answers. */
  async url(): Promise<string> {
    return String((await this.logged('service.started'))['url']);
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> {
    this.process.kill(signal);
    return this.ended;
  }
}
