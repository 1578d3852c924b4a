/**
 * The part of an AbortSignal that the engine needs. A worker thread receives no events while it computes, so it reads
 * shared memory instead.
 */
export interface StopSignal {
  readonly aborted: boolean;
}

/** The limits of one run. */
export class Deadline {
  constructor(
    private readonly limitMs: number,
    private readonly signal: StopSignal | undefined,
    private readonly began = performance.now(),
  ) {}

  elapsedMs(): number {
    return Math.round(performance.now() - this.began);
  }

  remainingSeconds(): number {
    return Math.max(0, (this.limitMs - (performance.now() - this.began)) / 1000);
  }

  /** The same deadline, earlier by this much: for work that must leave time for other work. */
  endingEarlier(byMs: number): Deadline {
    return new Deadline(Math.max(0, this.limitMs - byMs), this.signal, this.began);
  }

  /** A deadline after this share of the remaining time. */
  share(part: number): Deadline {
    return this.endingEarlier(this.remainingSeconds() * 1000 * (1 - part));
  }

  /** Why to stop now; null to go on. */
  reason(): 'cancelled' | 'time_limit' | null {
    if (this.signal?.aborted === true) return 'cancelled';
    return this.remainingSeconds() > 0 ? null : 'time_limit';
  }
}
