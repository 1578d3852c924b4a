import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface Measured<T> {
  /** Null where it gave no answer within its limits. */
  readonly answer: T | null;
  readonly seconds: number;
  /** The peak memory of the process, in MiB. */
  readonly peakMb: number;
  readonly ended: 'answered' | 'out_of_time' | 'out_of_memory' | 'failed';
}

export interface Limits {
  readonly seconds: number;
  readonly mb: number;
}

const LOOK_EVERY_MS = 100;

/** Runs a program of this folder in a process of its own with limits; the program answers with one line of JSON. */
export function measuredChild<T>(program: string, args: readonly string[], limits: Limits): Promise<Measured<T>> {
  return new Promise((resolve) => {
    const began = performance.now();
    const file = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
    const child = spawn(process.execPath, [file, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let peakMb = 0;
    let ended: Measured<T>['ended'] = 'answered';
    const stop = (why: Measured<T>['ended']): void => {
      ended = why;
      child.kill('SIGKILL');
    };
    const look = async (): Promise<void> => {
      // Without /proc only the child's own figure is known.
      const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').catch(() => '');
      peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
      if (peakMb > limits.mb) stop('out_of_memory');
      if ((performance.now() - began) / 1000 > limits.seconds) stop('out_of_time');
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('close', (code) => {
      clearInterval(timer);
      const isWhole = ended === 'answered' && code === 0 && text.trim() !== '';
      if (ended === 'answered' && !isWhole) ended = 'failed';
      resolve({
        answer: isWhole ? (JSON.parse(text) as T) : null,
        seconds: (performance.now() - began) / 1000,
        peakMb: Math.round(peakMb),
        ended,
      });
    });
  });
}
