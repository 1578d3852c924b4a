/** Every kind of job with its payload; each module adds its own by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface JobPayloads {}

export type JobName = keyof JobPayloads & string;

export interface JobOptions {
  /** Two waiting jobs with the same name and key become one; a job that is already running does not count. */
  readonly key?: string;
  readonly after?: Date;
}

/**
 * Jobs are enqueued in the caller's transaction: they exist exactly if it commits. Handlers may run more than once for
 * one job and must allow for it.
 */
export abstract class Jobs {
  abstract enqueue<N extends JobName>(name: N, payload: JobPayloads[N], options?: JobOptions): Promise<void>;
  /** Enqueues many jobs of one name, each with its own key. */
  abstract enqueueAll<N extends JobName>(
    name: N,
    jobs: readonly (JobOptions & { readonly payload: JobPayloads[N] })[],
  ): Promise<void>;
  /** Whether a job of this name and key is waiting or running. */
  abstract isUnderWay(name: JobName, key: string): Promise<boolean>;
  /** Whether one is marked as running although its process is gone, and none waits. */
  abstract isAbandoned(name: JobName, key: string): Promise<boolean>;
}
