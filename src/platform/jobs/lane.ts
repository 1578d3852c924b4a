/** A lane is a queue with its own patience; they are made by a migration. */
export type Lane = 'work' | 'heavy' | 'mail';

/** Jobs that one process works at a time. A solve fills a core, so one is enough. */
export const CONCURRENCY: Readonly<Record<Lane, number>> = { work: 4, heavy: 1, mail: 4 };

export const LANES = Object.keys(CONCURRENCY) as readonly Lane[];
