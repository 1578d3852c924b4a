// Signing out asks for it when the line may be dead.
import './offline/clear-device.ts';
import { showFormScreens } from './form-screens.ts';
import { growLists } from './growing-lists.ts';
import { addSteppers } from './steppers.ts';
import { saveVisitForm } from './visit-form.ts';

addSteppers(document);
growLists(document);
saveVisitForm(document);
showFormScreens(document);
