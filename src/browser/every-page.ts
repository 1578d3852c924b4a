import { countLetters } from './counters.ts';
import { forgetAtSignOut } from './forget-at-sign-out.ts';
import { closeMenus } from './menus.ts';
import { addPickers } from './pickers.ts';

// Every page can be read and submitted without these modules; each one only makes something easier.
document.documentElement.classList.add('has-modules');
for (const current of document.querySelectorAll('.main-nav [aria-current], .tabs [aria-current]')) {
  current.scrollIntoView({ block: 'nearest', inline: 'center' });
}
closeMenus(document);
countLetters(document);
addPickers(document);
forgetAtSignOut(document);
// The other language opens the page anew, with what was typed. What does it is loaded when it is needed.
if (sessionStorage.getItem('typed')) void import('./type-again.ts');
const language = document.querySelector<HTMLFormElement>('form.language');
language?.addEventListener(
  'submit',
  (event) => {
    event.preventDefault();
    void import('./leave-typed.ts').finally(() => language.requestSubmit(event.submitter));
  },
  { once: true },
);
