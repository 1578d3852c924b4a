// @ts-check
import { closeMenus } from './menus.js';
import { followJobs } from './job-progress.js';
import { addSteppers } from './steppers.js';

// Every page reads and submits without these; each module only makes one thing easier.
closeMenus(document);
addSteppers(document);
followJobs(document);
