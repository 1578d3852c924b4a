// Signing out asks for it when the line may be dead.
import './offline/clear-device.ts';
import { showFormScreens } from './form-screens.ts';
import { growLists } from './growing-lists.ts';
import { addSteppers } from './steppers.ts';
import { saveVisitForm } from './visit-form.ts';

const form = document.querySelector<HTMLFormElement>('form[data-visit-form]');
let live: Promise<unknown> | null = null;
const tell = () => {
  live ??= import('./live/live-form.ts').then(
    ({ tellLive }) => form && tellLive(form),
    () => (live = null),
  );
};
for (const word of ['unsaved', 'restored', 'differing']) form?.addEventListener(word, tell);

addSteppers(document);
growLists(document);
saveVisitForm(document);
showFormScreens(document);
