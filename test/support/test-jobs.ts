import { once } from 'node:events';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { JobPayloads } from '../../src/kernel/jobs.ts';
import { SystemClock } from '../../src/kernel/clock.ts';
import { applicationDatabase } from '../../src/platform/database/database.ts';
import { DatabaseListener } from '../../src/platform/database/listener.ts';
import { PostgresUnitOfWork } from '../../src/platform/database/postgres-unit-of-work.ts';
import { PostgresEvents } from '../../src/platform/events/postgres-events.ts';
import { PostgresJobs } from '../../src/platform/jobs/postgres-jobs.ts';
import { ChangeHub } from '../../src/platform/live/change-hub.ts';
import { PostgresTrackedJobs } from '../../src/platform/progress/postgres-tracked-jobs.ts';

declare module '../../src/kernel/events.ts' {
  interface EventFacts {
    'test.happened': { readonly n: number };
  }
}

declare module '../../src/kernel/jobs.ts' {
  interface JobPayloads {
    /** Records its begin, waits until its process releases it or it gives up, and records its end. */
    'test.note': { readonly text: string; readonly waits?: boolean; readonly gives?: 'up' | 'an error' };
    /** The same on the queue that runs one job at a time. */
    'test.heavy': { readonly text: string; readonly waits?: boolean };
  }
}

export interface TestJobs {
  readonly database: DataSource;
  readonly work: PostgresUnitOfWork;
  readonly jobs: PostgresJobs;
  readonly events: PostgresEvents;
  readonly changes: ChangeHub;
  readonly tracked: PostgresTrackedJobs;
  /** Listens to the announcements of other processes. */
  listen(): Promise<void>;
  /** Starts to run the queues. */
  start(): Promise<void>;
  /** Releases what waits in this process, and what comes later. */
  release(): void;
  end(): Promise<void>;
}

/** Longer than any test: jobs run before that were announced, not found by a poll. */
const NO_POLL_MS = 3_600_000;
/** Orphans are only looked for on request. */
const NO_LOOK_MS = NO_POLL_MS;

export const NOTES = `create table notes (seq serial, who text, text text, committee uuid);
  grant all on notes to giaoban_app; grant usage on sequence notes_seq_seq to giaoban_app;`;

/** One process that runs the jobs of a database with the table `notes`. */
export async function workTestJobs(
  url: string,
  who: string,
  log: Logger,
  orphansMs: number = NO_LOOK_MS,
): Promise<TestJobs> {
  const database = applicationDatabase({ url, entities: [], poolSize: 4 });
  await database.initialize();
  const work = new PostgresUnitOfWork(database);
  const listener = new DatabaseListener(url, log);
  const jobs = new PostgresJobs(url, work, listener, log, { pollMs: NO_POLL_MS, orphansMs });
  const note = (text: string) =>
    work.run(async () => {
      await work.query(`insert into notes (who, text, committee) values ($1, $2, current_committee())`, [who, text]);
    });
  const events = new PostgresEvents(work, jobs);
  const changes = new ChangeHub(work, listener, log);
  const tracked = new PostgresTrackedJobs(work, new SystemClock());
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const perform = async (
    { text, waits = false, gives }: JobPayloads['test.note'],
    signal: AbortSignal,
  ): Promise<void> => {
    await note(`${text} begun`);
    if (gives === 'an error') throw new Error('as asked for');
    if (gives === 'up' && !signal.aborted) await once(signal, 'abort');
    if (gives === 'up') signal.throwIfAborted();
    if (waits) await released;
    await note(`${text} done`);
  };
  jobs.handle('test.note', 'work', perform);
  jobs.handle('test.heavy', 'heavy', perform);
  return {
    database,
    work,
    jobs,
    events,
    changes,
    tracked,
    release: () => release(),
    listen: () => listener.start(),
    async start() {
      await listener.start();
      jobs.start();
    },
    async end() {
      await jobs.stop();
      await listener.stop();
      await database.destroy();
    },
  };
}
