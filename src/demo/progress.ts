import type { WriteStream } from 'node:tty';
import { ProgressLine } from '../cli/progress-line.ts';

/** Called with how much of a step is done. */
export type Advance = (done: number, total: number) => void;

/** Shows the demo's progress: a moving bar on a terminal, one line for each step elsewhere. */
export class Progress {
  private readonly line: ProgressLine;

  constructor(
    private readonly out: WriteStream | NodeJS.WritableStream,
    private readonly now: () => number,
  ) {
    this.line = new ProgressLine(out, now);
  }

  /** Runs one step and measures its time; `work` reports its progress and may return a note. */
  async step(name: string, work: (advance: Advance) => Promise<string>): Promise<void> {
    const startedAt = this.now();
    this.line.draw(0, name, true);
    const advance: Advance = (done, total) =>
      this.line.draw(total > 0 ? done / total : 0, total > 1 ? `${name} ${done}/${total}` : name);
    this.over(name, startedAt, await work(advance));
  }

  /** Prints one line about a step that began when `now` was `startedAt`. */
  over(name: string, startedAt: number, note: string): void {
    const seconds = (this.now() - startedAt) / 1000;
    this.line.clear();
    this.out.write(`  ✓ ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s  ${note}\n`);
  }
}
