import { Clock } from '../../kernel/clock.ts';
import type { Work } from '../database/work.ts';

const REFRESH_MS = 2000;

/**
 * The service's clock. The office's time is the machine's, unless a demo has set it: then it stands still between the
 * demo's steps, is kept in the database, and all processes see the same.
 */
export class OfficeClock extends Clock {
  private set: Date | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly work: Work) {
    super();
  }

  get moved(): boolean {
    return this.set !== null;
  }

  now(): Date {
    return this.set ? new Date(this.set) : this.real();
  }

  real(): Date {
    // oxlint-disable-next-line only-the-clock/reads-now -- the one place of the service that may
    return new Date();
  }

  async start(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), REFRESH_MS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Moves the office's time on; never back. */
  async moveTo(now: Date): Promise<void> {
    await this.work.run(() =>
      this.work.query(
        `insert into office_clock (now) values ($1) on conflict (one) do update set now = greatest(office_clock.now, excluded.now)`,
        [now],
      ),
    );
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    const [row] = await this.work.run(() => this.work.query<{ now: Date }>(`select now from office_clock`));
    this.set = row?.now ?? null;
  }
}
