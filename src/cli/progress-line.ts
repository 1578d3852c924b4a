import type { WriteStream } from 'node:tty';

const WIDTH = 24;
const REDRAW_MS = 60;

/** A progress bar in one line of a terminal; shows nothing where the output is not a terminal. */
export class ProgressLine {
  private drawnAt = -Infinity;

  constructor(
    private readonly out: WriteStream | NodeJS.WritableStream,
    private readonly now: () => number = () => performance.now(),
  ) {}

  draw(share: number, text: string, force = false): void {
    if (!this.isTerminal() || (!force && this.now() - this.drawnAt < REDRAW_MS)) return;
    this.drawnAt = this.now();
    const filled = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
    this.clear();
    this.out.write(`  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${text}`);
  }

  clear(): void {
    if (this.isTerminal()) this.out.write('\r\u001b[K');
  }

  private isTerminal(): boolean {
    return 'isTTY' in this.out && this.out.isTTY;
  }
}
