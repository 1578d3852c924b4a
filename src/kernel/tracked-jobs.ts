export type TrackedJobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A long job with progress: its subject, its progress, and whether somebody has asked it to stop. */
export interface TrackedJob<Facts = unknown> {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: TrackedJobState;
  /** From 0 to 1; null while unknown. */
  readonly share: number | null;
  /** Further facts; their type depends on the kind of job. */
  readonly facts: Facts | null;
  readonly startedAt: Date;
  /** Somebody has asked it to stop; it ends at its next report. */
  readonly isStopping: boolean;
}

export interface JobReport {
  readonly share: number | null;
  readonly facts: object;
}

/** Every change of a tracked job is sent to the open pages that follow it. */
export abstract class TrackedJobs {
  abstract insert(job: Pick<TrackedJob, 'id' | 'kind' | 'subject'>): Promise<void>;
  abstract find<Facts>(kind: string, id: string): Promise<TrackedJob<Facts> | null>;
  abstract findLatest<Facts>(kind: string, subject: string): Promise<TrackedJob<Facts> | null>;
  /** The job that is waiting or running, if any. */
  abstract findOpen<Facts>(kind: string, subject: string): Promise<TrackedJob<Facts> | null>;
  abstract countOpen(kind: string): Promise<number>;
  /**
   * Stores the progress.
   * @returns whether somebody has asked the job to stop
   */
  abstract report(id: string, report: JobReport): Promise<boolean>;
  abstract move(id: string, state: TrackedJobState): Promise<void>;
  /** A running job stops at its next report; a waiting one ends at once if `mayEndWaiting`. */
  abstract askToStop(id: string, options?: { readonly mayEndWaiting?: boolean }): Promise<void>;
  /** Deletes the finished jobs of a kind that were created before the instant. */
  abstract deleteBefore(kind: string, instant: Date): Promise<void>;
}

export function isOver(state: TrackedJobState): boolean {
  return state !== 'waiting' && state !== 'running';
}
