import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { JobStore, TakenJob } from './job-store.ts';
import { CONCURRENCY, type Lane } from './lane.ts';

const POLL_MS = 1000;

/** Takes the jobs of one lane as it has hands free, and goes on through whatever happens to the database. */
export class LaneWorker {
  private readonly running = new Set<Promise<void>>();
  private looping: Promise<void> = Promise.resolve();
  private stopped = false;
  private waking = new AbortController();

  constructor(
    private readonly lane: Lane,
    private readonly names: readonly string[],
    private readonly store: JobStore,
    /** Works a job to its end, come what may; never rejects. */
    private readonly perform: (job: TakenJob) => Promise<void>,
    private readonly mayTake: () => boolean,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.looping = this.loop();
  }

  /** Looks for jobs now rather than at the next poll. */
  nudge(): void {
    this.waking.abort();
  }

  /** Takes no more, and waits for what runs. */
  async stop(patienceMs: number): Promise<void> {
    this.stopped = true;
    this.nudge();
    await this.looping;
    await Promise.race([Promise.all(this.running), pause(patienceMs, undefined, { ref: false })]);
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      this.waking = new AbortController();
      const { signal } = this.waking;
      for (const job of await this.take()) {
        const work: Promise<void> = this.perform(job).finally(() => {
          this.running.delete(work);
          this.nudge(); // where there was one job there may be more
        });
        this.running.add(work);
      }
      await pause(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async take(): Promise<readonly TakenJob[]> {
    const free = CONCURRENCY[this.lane] - this.running.size;
    if (free === 0 || !this.mayTake()) return [];
    try {
      return await this.store.take(this.lane, this.names, free);
    } catch (error) {
      this.log.warn({ lane: this.lane, reason: (error as Error).message }, 'jobs.unreachable');
      return [];
    }
  }
}
