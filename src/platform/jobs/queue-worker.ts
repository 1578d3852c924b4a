import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { JobStore, TakenJob } from './job-store.ts';
import { type Queue, QUEUES } from './queue.ts';

/** How soon to look again for a job that is due, but locked by whoever asks for it anew. */
const LOCKED_MS = 250;
const UNREACHABLE_MS = 1000;

/** Takes the jobs of one queue as it has hands free, and goes on through whatever happens to the database. */
export class QueueWorker {
  private readonly running = new Set<Promise<void>>();
  private looping: Promise<void> = Promise.resolve();
  private stopped = false;
  private waking = new AbortController();

  constructor(
    private readonly queue: Queue,
    private readonly names: readonly string[],
    private readonly store: Pick<JobStore, 'take' | 'nextDueMs'>,
    /** Works a job to its end, come what may; never rejects. */
    private readonly perform: (job: TakenJob) => Promise<void>,
    private readonly mayTake: () => boolean,
    private readonly log: Logger,
    /** The safety net under the announcements that wake a worker. */
    private readonly pollMs: number,
  ) {}

  start(): void {
    this.looping = this.loop();
  }

  /** Looks for jobs now. */
  wake(): void {
    this.waking.abort();
  }

  /** Takes no more, and waits for what runs. */
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

  /** @returns how long there is nothing to do, if nobody wakes us. */
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
      this.wake(); // where there was one job there may be more
    });
    this.running.add(work);
  }
}
