import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { JobStore, TakenJob } from './job-store.ts';
import { type Queue, QUEUES } from './queue.ts';

/** How soon to look again for a due job that is locked by a transaction enqueuing it again. */
const LOCKED_MS = 250;
const UNREACHABLE_MS = 1000;

/** Runs the jobs of one queue, as many at a time as it allows, and survives any failure of the database. */
export class QueueWorker {
  private readonly running = new Set<Promise<void>>();
  private looping: Promise<void> = Promise.resolve();
  private stopped = false;
  private waking = new AbortController();

  constructor(
    private readonly queue: Queue,
    private readonly names: readonly string[],
    private readonly store: Pick<JobStore, 'take' | 'nextDueMs'>,
    /** Runs a job to its end; never rejects. */
    private readonly perform: (job: TakenJob) => Promise<void>,
    private readonly mayTake: () => boolean,
    private readonly log: Logger,
    /** The interval of polls, in case an announcement was lost. */
    private readonly pollMs: number,
  ) {}

  start(): void {
    this.looping = this.loop();
  }

  /** Looks for jobs now. */
  wake(): void {
    this.waking.abort();
  }

  /** Takes no more jobs, and waits for running ones. */
  async stop(patienceMs: number): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.looping;
    await Promise.race([Promise.all(this.running), pause(patienceMs, undefined, { ref: false })]);
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      this.waking = new AbortController();
      const { signal } = this.waking;
      const nextMs = await this.takeAll();
      await pause(nextMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns how long to sleep unless woken */
  private async takeAll(): Promise<number> {
    const free = QUEUES[this.queue].concurrency - this.running.size;
    if (free === 0 || !this.mayTake()) return this.pollMs;
    try {
      const taken = await this.store.take(this.queue, this.names, free);
      for (const job of taken) this.begin(job);
      if (taken.length === free) return this.pollMs;
      const nextMs = (await this.store.nextDueMs(this.queue, this.names)) ?? this.pollMs;
      return Math.min(this.pollMs, Math.max(LOCKED_MS, nextMs));
    } catch (error) {
      this.log.warn({ queue: this.queue, reason: (error as Error).message }, 'jobs.unreachable');
      return UNREACHABLE_MS;
    }
  }

  private begin(job: TakenJob): void {
    const work: Promise<void> = this.perform(job).finally(() => {
      this.running.delete(work);
      this.wake(); // there may be more jobs
    });
    this.running.add(work);
  }
}
