/** A process of its own that works the jobs of the database it is given, for tests that kill it. */
import { pino } from 'pino';
import { workTestJobs } from './test-jobs.ts';

const worker = await workTestJobs(process.argv[2] ?? '', 'child', pino({ level: 'silent' }));
await worker.start();
process.stdout.write('working\n');
