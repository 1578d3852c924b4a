import type { WriteStream } from 'node:tty';

const WIDTH = 24;
const REDRAW_MS = 60;

/** Tells how far the demo is: one bar that moves on a terminal, one line a step elsewhere. */
export class Progress {
  private drawnAt = 0;

  constructor(
    private readonly out: WriteStream | NodeJS.WritableStream,
    private readonly now: () => number,
  ) {}

  /** Runs one step and times it; `work` says how far it is and may end with a note. */
  async step(name: string, work: (advance: (done: number, total: number) => void) => Promise<string>): Promise<void> {
    const startedAt = this.now();
    this.draw(name, 0, 1, true);
    this.over(name, startedAt, await work((done, total) => this.draw(name, done, total)));
  }

  /** One line about a step that began at `startedAt` on this progress's clock. */
  over(name: string, startedAt: number, note: string): void {
    const seconds = (this.now() - startedAt) / 1000;
    this.clear();
    this.out.write(`  ✓ ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s  ${note}\n`);
  }

  private draw(name: string, done: number, total: number, force = false): void {
    if (!this.isTerminal() || (!force && this.now() - this.drawnAt < REDRAW_MS)) return;
    this.drawnAt = this.now();
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.clear();
    this.out.write(`  ${bar} ${name} ${total > 1 ? `${done}/${total}` : ''}`);
  }

  private clear(): void {
    if (this.isTerminal()) this.out.write('\r\u001b[K');
  }

  private isTerminal(): boolean {
    return 'isTTY' in this.out && this.out.isTTY;
  }
}
