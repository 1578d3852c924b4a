/**
 * Queues separate jobs of different duration, so that a solve of minutes never delays a mail, and what nobody waits for,
 * in the background, never a solve.
 */
export type Queue = 'work' | 'heavy' | 'mail' | 'background';

export interface QueueRules {
  /** Jobs that one process runs at a time. A solve uses a whole core, so that queue allows one. */
  readonly concurrency: number;
  /** How often a failed job is retried before it is dead. */
  readonly retries: number;
  /** The pause before the first retry; with `growing` each further one is twice as long, plus a random part. */
  readonly delaySeconds: number;
  readonly growing: boolean;
  /** How long one attempt may take. */
  readonly seconds: number;
}

export const QUEUES: Readonly<Record<Queue, QueueRules>> = {
  work: { concurrency: 4, retries: 5, delaySeconds: 2, growing: true, seconds: 600 },
  heavy: { concurrency: 1, retries: 2, delaySeconds: 1, growing: false, seconds: 3600 },
  background: { concurrency: 1, retries: 2, delaySeconds: 5, growing: false, seconds: 14_400 },
  mail: { concurrency: 4, retries: 12, delaySeconds: 5, growing: true, seconds: 120 },
};

export const QUEUE_NAMES = Object.keys(QUEUES) as readonly Queue[];
