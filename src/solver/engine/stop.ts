/** What an AbortSignal is to the engine; a worker thread, which hears no events while it computes, reads shared memory. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** The limits of one run. */
export class Deadline {
  private readonly began = performance.now();

  constructor(
    private readonly limitMs: number,
    private readonly signal: StopSignal | undefined,
  ) {}

  elapsedMs(): number {
    return Math.round(performance.now() - this.began);
  }

  remainingSeconds(): number {
    return Math.max(0, (this.limitMs - (performance.now() - this.began)) / 1000);
  }

  /** Why to stop now, or null. */
  reason(): 'cancelled' | 'time_limit' | null {
    if (this.signal?.aborted === true) return 'cancelled';
    return this.remainingSeconds() > 0 ? null : 'time_limit';
  }
}
