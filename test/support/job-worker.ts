/** A process that runs the jobs of the given database, for tests that kill it. */
import { pino } from 'pino';
import { workTestJobs } from './test-jobs.ts';

const worker = await workTestJobs(process.argv[2] ?? '', 'child', pino({ level: 'silent' }));
await worker.start();
process.stdout.write('working\n');
