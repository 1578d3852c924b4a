export type TrackedJobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A long job as people follow it: what it is about, how far it is, whether it shall stop. */
export interface TrackedJob<Facts = unknown> {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: TrackedJobState;
  /** From 0 to 1; null while that is not known. */
  readonly share: number | null;
  /** What the kind of job tells of itself. */
  readonly facts: Facts | null;
  readonly startedAt: Date;
}

export interface JobReport {
  readonly share: number | null;
  readonly facts: object;
}

/** Every change of a tracked job is told to the open pages that follow it. */
export abstract class TrackedJobs {
  abstract insert(job: Pick<TrackedJob, 'id' | 'kind' | 'subject'>): Promise<void>;
  abstract find<Facts>(kind: string, id: string): Promise<TrackedJob<Facts> | null>;
  abstract findLatest<Facts>(kind: string, subject: string): Promise<TrackedJob<Facts> | null>;
  /** The one that waits or runs. */
  abstract findOpen<Facts>(kind: string, subject: string): Promise<TrackedJob<Facts> | null>;
  abstract countOpen(kind: string): Promise<number>;
  /** Answers whether somebody has asked to stop. */
  abstract report(id: string, report: JobReport): Promise<boolean>;
  abstract move(id: string, state: TrackedJobState): Promise<void>;
  /** What runs stops at its next report; what waits is over at once if it `mayEndWaiting`. */
  abstract askToStop(id: string, options?: { readonly mayEndWaiting?: boolean }): Promise<void>;
  /** Forgets those of a kind that are over. */
  abstract deleteBefore(kind: string, instant: Date): Promise<void>;
}

export function isOver(state: TrackedJobState): boolean {
  return state !== 'waiting' && state !== 'running';
}
