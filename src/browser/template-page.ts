import { growLists } from './growing-lists.ts';
import './preview-page.ts';
import { addSteppers } from './steppers.ts';

/** The form beside its editor is as alive as on a phone, each time that it is drawn anew. */
function enliven(): void {
  addSteppers(document);
  growLists(document);
}

enliven();
document.querySelector('[data-preview-part]')?.addEventListener('preview', enliven);
