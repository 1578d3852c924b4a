import { foldDays } from './fold-days.ts';
import { followJobs } from './job-progress.ts';
import { listenToKeys } from './keys.ts';
import { filterRows } from './row-filter.ts';
import { announceChanges } from './page-changes.ts';
import { showWhyBeside } from './why-panel.ts';

filterRows(document);
foldDays(document);
followJobs(document);
announceChanges(document);
showWhyBeside(document);
listenToKeys(document);
