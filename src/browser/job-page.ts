import { followJobs } from './job-progress.ts';

followJobs(document);
