/** Every kind of job with its payload; each module adds its own by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface JobPayloads {}

export type JobName = keyof JobPayloads & string;

export interface JobOptions {
  /** Two waiting jobs of one name and key are one job; one that runs already does not count. */
  readonly key?: string;
  readonly after?: Date;
}

/** Jobs are enqueued in the caller's transaction: they exist exactly if it commits. Handlers must bear repetition. */
export abstract class Jobs {
  abstract enqueue<N extends JobName>(name: N, payload: JobPayloads[N], options?: JobOptions): Promise<void>;
  /** Many of one name, each with a key of its own. */
  abstract enqueueAll<N extends JobName>(
    name: N,
    jobs: readonly (JobOptions & { readonly payload: JobPayloads[N] })[],
  ): Promise<void>;
  /** Whether one of this name and key waits, or is being worked. */
  abstract isUnderWay(name: JobName, key: string): Promise<boolean>;
}
