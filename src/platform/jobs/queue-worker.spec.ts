import { setImmediate as nextTurn } from 'node:timers/promises';
import { pino } from 'pino';
import { type CommitteeId, newId } from '../../kernel/id.ts';
import type { TakenJob } from './job-store.ts';
import { QueueWorker } from './queue-worker.ts';
import { QUEUES } from './queue.ts';

/** Longer than the test, so that no job is found by a poll. */
const NO_POLL_MS = 3_600_000;

const aJob = (): TakenJob => ({
  id: newId(),
  committeeId: newId<'Committee'>() satisfies CommitteeId,
  queue: 'mail',
  name: 'test',
  payload: {},
  actor: { accountId: null, roles: [], specialistId: null },
  takes: 1,
});

describe('the worker of a queue', () => {
  it('takes as many as it has hands, and the next as soon as one is free, without a pause', async () => {
    const waiting = Array.from({ length: 60 }, aJob);
    const asked = [...waiting];
    const performed: TakenJob[] = [];
    let [running, most] = [0, 0];
    let worker: QueueWorker | undefined;
    const store = {
      take: (_queue: string, _names: readonly string[], count: number) => Promise.resolve(waiting.splice(0, count)),
      nextDueMs: () => Promise.resolve(null),
    };
    const log = pino({ level: 'silent' });
    await new Promise<void>((done) => {
      const perform = async (job: TakenJob) => {
        most = Math.max(most, ++running);
        await nextTurn();
        performed.push(job);
        running -= 1;
        if (performed.length === asked.length) done();
      };
      worker = new QueueWorker('mail', ['test'], store, perform, () => true, log, NO_POLL_MS);
      worker.start();
    });
    await worker?.stop(0);
    expect(performed).toEqual(asked);
    expect(most).toBe(QUEUES.mail.concurrency);
  });
});
