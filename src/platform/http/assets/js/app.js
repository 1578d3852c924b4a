// @ts-check
import { growLists } from './growing-lists.js';
import { showFormScreens } from './form-screens.js';
import { followJobs } from './job-progress.js';
import { forgetSentForm } from './kept-form.js';
import { listenToKeys } from './keys.js';
import { closeMenus } from './menus.js';
import { filterRows } from './row-filter.js';
import { addSteppers } from './steppers.js';
import { saveVisitForm } from './visit-form.js';
import { showWhyBeside } from './why-panel.js';

// Every page reads and submits without these; each module only makes one thing easier.
document.documentElement.classList.add('has-modules');
document.querySelector('.main-nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
closeMenus(document);
addSteppers(document);
growLists(document, addSteppers);
filterRows(document);
followJobs(document);
showWhyBeside(document);
listenToKeys(document);
saveVisitForm(document);
showFormScreens(document);
forgetSentForm(document);
